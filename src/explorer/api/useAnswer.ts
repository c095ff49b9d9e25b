import { useEffect, useState } from 'preact/hooks';

import { askServer, QuestionError } from './askServer.ts';
import type { Answer, Failure, Problem } from './askServer.ts';
import type { TypedDocumentString } from './documents.ts';
import { onKeyChange, rejectKey } from './key.ts';
import { awaitServer, isOutage, noteAnswer } from './outage.ts';

/** The state of a question. */
export type Answered<Result> = {
  /** The answer to these very variables. */
  readonly data: Result | null;
  /** While the answer is loading, the last one to other variables. It must not be shown as if it were the answer to these. */
  readonly previous: Result | null;
  readonly problems: readonly Problem[];
  readonly failure: Failure | null;
  readonly isLoading: boolean;
  readonly retry: () => void;
};

/** How the last question ended. */
type Settled<Result> = {
  /** Its variables as text. */
  readonly asked: string | null;
  readonly attempt: number;
  readonly answer: Answer<Result> | null;
  readonly failure: Failure | null;
};

/** Asks a question and again whenever its variables or the key change; variables that are null ask nothing. */
export const useAnswer = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Answered<Result> => {
  const [attempt, retry] = useAttempts();
  const [settled, setSettled] = useState<Settled<Result>>(NOTHING);
  const asked = variables === null ? null : JSON.stringify(variables);
  useEffect(() => {
    if (variables === null) return setSettled(NOTHING);
    return runQuestion(
      async (signal) => {
        const answer = await askServer(document, { variables, signal });
        if (!signal.aborted) setSettled({ asked, attempt, answer, failure: null });
      },
      {
        onFailure: (failure) => setSettled({ asked, attempt, answer: null, failure }),
        retry,
      },
    );
    // The text stands for the variables, which are a new object at each rendering.
  }, [document, asked, attempt]);
  const isCurrent = asked !== null && settled.asked === asked;
  return {
    data: isCurrent ? (settled.answer?.data ?? null) : null,
    previous: isCurrent || asked === null ? null : (settled.answer?.data ?? null),
    problems: isCurrent ? (settled.answer?.problems ?? []) : [],
    failure: isCurrent ? settled.failure : null,
    isLoading: asked !== null && !(isCurrent && settled.attempt === attempt),
    retry,
  };
};

const NOTHING = { asked: null, attempt: 0, answer: null, failure: null } as const;

/** Counts the attempts at a question: a new key or `retry` begins another one. */
export const useAttempts = (): readonly [number, () => void] => {
  const [attempt, setAttempt] = useState(0);
  const retry = (): void => setAttempt((count) => count + 1);
  useEffect(() => onKeyChange(retry), []);
  return [attempt, retry];
};

type Outcome = { readonly onFailure: (failure: Failure) => void; readonly retry: () => void };

/**
 * Runs a question until it is answered, has failed, or is no longer wanted; returns how to stop it. A busy server is asked again after the time that
 * it names, and one that is gone when it is back. A rejected key is forgotten, so that the page asks for another one.
 */
export const runQuestion = (
  ask: (signal: AbortSignal) => Promise<void>,
  { onFailure, retry }: Outcome,
): (() => void) => {
  const controller = new AbortController();
  let stopWaiting = (): void => {};
  const onAnswer = (): void => {
    if (!controller.signal.aborted) noteAnswer();
  };
  ask(controller.signal).then(onAnswer, (error: unknown) => {
    if (controller.signal.aborted) return;
    if (!(error instanceof QuestionError)) throw error;
    const { failure } = error;
    onFailure(failure);
    if (failure.kind === 'KEY_NEEDED') rejectKey(failure.message);
    if (isOutage(failure)) stopWaiting = awaitServer(failure, retry);
    else if (failure.retryAfterSeconds !== null) {
      const timer = window.setTimeout(retry, failure.retryAfterSeconds * 1000);
      stopWaiting = () => window.clearTimeout(timer);
    }
  });
  return () => {
    controller.abort();
    stopWaiting();
  };
};
