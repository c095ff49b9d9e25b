import type { ComponentChildren } from 'preact';

import type { Failure, FailureKind, Problem } from '../api/askServer.ts';
import { forgetKey, getKey } from '../api/key.ts';
import { isOutage } from '../api/outage.ts';

type AnswerProps = {
  readonly answered: {
    readonly failure: Failure | null;
    readonly isLoading: boolean;
    readonly retry: () => void;
    readonly problems: readonly Problem[];
  };
  /** Whether there is something to show. */
  readonly isShown: boolean;
  /** Whether it is of the previous answer: then it disappears when the new one takes long. */
  readonly isOld?: boolean;
  readonly children?: ComponentChildren;
};

/** Shows an answer, or why there is none. The message about loading appears after 300 ms (in the style sheet). */
export const Answer = ({ answered, isShown, isOld = false, children }: AnswerProps) => {
  const { failure, isLoading, retry, problems } = answered;
  return (
    <div class="answer" aria-busy={isLoading}>
      {isLoading && (
        <p class="loading" role="status">
          Loading…
        </p>
      )}
      {failure !== null &&
        (isOutage(failure) ? (
          // The page says once what is wrong.
          <p class="muted">This part waits for the server.</p>
        ) : (
          <FailureNote failure={failure} retry={retry} />
        ))}
      {[...Map.groupBy(problems, ({ message }) => message)].map(([message, equal]) => (
        <p key={message} class="note warning" role="status">
          {listPaths(equal)}
          {message}
        </p>
      ))}
      {isShown && <div class={isOld ? 'answer-body old' : 'answer-body'}>{children}</div>}
    </div>
  );
};

/** What failed, a reason once for all: `hunts.firstSeen, hunts.orphans: `. */
const listPaths = (problems: readonly Problem[]): string => {
  const paths = problems.flatMap(({ path }) => (path === '' ? [] : [path]));
  return paths.length === 0 ? '' : `${paths.join(', ')}: `;
};

const TITLES: Readonly<Record<FailureKind, string>> = {
  REFUSED: 'The server refused this question.',
  KEY_NEEDED: 'A key is needed.',
  FORBIDDEN: 'This key has no access.',
  BUSY: 'The server is busy.',
  UNAVAILABLE: 'The server is unavailable.',
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
    {failure.kind === 'FORBIDDEN' && getKey() !== null && (
      <button type="button" onClick={forgetKey}>
        Use another key
      </button>
    )}
  </div>
);
