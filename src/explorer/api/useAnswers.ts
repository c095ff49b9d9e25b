import { useEffect, useState } from 'preact/hooks';

import { askServer, QuestionError } from './askServer.ts';
import type { Failure, FailureKind, Problem } from './askServer.ts';
import type { TypedDocumentString } from './documents.ts';
import { runQuestion, useAttempts } from './useAnswer.ts';
import { useProgress } from './useProgress.ts';

/** One of several questions, each of which is a request. */
export type Question<Result, Variables> = {
  readonly key: string;
  readonly document: TypedDocumentString<Result, Variables>;
  readonly variables: Variables;
};

/** How one of several questions ended. */
export type Outcome<Result> = {
  readonly data: Result | null;
  readonly problems: readonly Problem[];
  /** Why this question alone has no answer. */
  readonly failure: Failure | null;
};

export type Answers<Result> = {
  /** By the keys of the questions; absent until they are answered. */
  readonly outcomes: ReadonlyMap<string, Outcome<Result>>;
  /** Why no question is answered any more: the server is gone or busy, or the key is not enough. */
  readonly failure: Failure | null;
  readonly retry: () => void;
};

/**
 * Asks questions, each as a request, so that a slow one delays no other: `parallel` at a time, in their order. Another attempt asks only those that
 * have no complete answer.
 */
export const useAnswers = <Result, Variables>(
  questions: readonly Question<Result, Variables>[],
  parallel: number,
): Answers<Result> => {
  const [attempt, retry] = useAttempts();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome<Result>>>(new Map());
  const [failure, setFailure] = useState<Failure | null>(null);
  const progress = useProgress(() => new Map<string, Outcome<Result>>());
  const asked = JSON.stringify(questions.map(({ key, variables }) => [key, variables]));
  useEffect(() => {
    const answered = progress.resume(asked);
    setOutcomes(new Map(answered));
    setFailure(null);
    const waiting = questions.filter(({ key }) => !answered.has(key)).values();
    return runQuestion(
      async (signal) => {
        const runNext = async (): Promise<void> => {
          for (const question of waiting) {
            // One after the other: that is what limits the load.
            const outcome = await settle(question, signal);
            if (signal.aborted) return;
            if (outcome.failure === null && outcome.problems.length === 0)
              answered.set(question.key, outcome);
            setOutcomes((last) => new Map([...last, [question.key, outcome]]));
          }
        };
        await Promise.all(Array.from({ length: parallel }, runNext));
      },
      { onFailure: setFailure, retry },
    );
    // The text stands for the questions, which are new objects at each rendering.
  }, [asked, attempt]);
  return { outcomes, failure, retry };
};

/** Asks a question. One that is refused or fails for itself has that outcome; throws QuestionError when no other would be answered either. */
const settle = async <Result, Variables>(
  { document, variables }: Question<Result, Variables>,
  signal: AbortSignal,
): Promise<Outcome<Result>> => {
  try {
    const { data, problems } = await askServer(document, { variables, signal });
    return { data, problems, failure: null };
  } catch (error) {
    if (!(error instanceof QuestionError) || !OWN_FAILURES.has(error.failure.kind)) throw error;
    return { data: null, problems: [], failure: error.failure };
  }
};

const OWN_FAILURES: ReadonlySet<FailureKind> = new Set(['REFUSED', 'FAILED']);
