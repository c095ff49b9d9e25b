import type { ComponentChildren } from 'preact';

import type { Failure, FailureKind, Problem } from '../api/askServer.ts';

type AnswerProps = {
  readonly answered: {
    readonly failure: Failure | null;
    readonly isLoading: boolean;
    readonly retry: () => void;
    readonly problems?: readonly Problem[];
  };
  /** Whether there is something to show, perhaps of the last answer. */
  readonly isShown: boolean;
  readonly children: ComponentChildren;
};

/** Shows an answer, or why there is none. The message about loading appears after 300 ms (in the style sheet). */
export const Answer = ({ answered, isShown, children }: AnswerProps) => {
  const { failure, isLoading, retry, problems = [] } = answered;
  return (
    <div class="answer" aria-busy={isLoading}>
      {isLoading && (
        <p class="loading" role="status">
          Loading…
        </p>
      )}
      {failure !== null && <FailureNote failure={failure} retry={retry} />}
      {problems.map(({ path, message }) => (
        <p key={path} class="note warning" role="status">
          {path === '' ? '' : `${path}: `}
          {message}
        </p>
      ))}
      {isShown && children}
    </div>
  );
};

const TITLES: Readonly<Record<FailureKind, string>> = {
  REFUSED: 'The server refused this question.',
  KEY_NEEDED: 'A key is needed.',
  FORBIDDEN: 'This key has no access.',
  BUSY: 'The server is busy.',
  OFFLINE: 'No answer.',
  FAILED: 'The server could not answer.',
};

const FailureNote = ({ failure, retry }: { readonly failure: Failure; readonly retry: () => void }) => (
  <div class="note error" role="alert">
    <strong>{TITLES[failure.kind]}</strong>
    <p>{failure.message}</p>
    {failure.retryAfterSeconds !== null && <p>Trying again in {failure.retryAfterSeconds} s.</p>}
    {failure.kind !== 'REFUSED' && (
      <button type="button" onClick={retry}>
        Try again
      </button>
    )}
  </div>
);
