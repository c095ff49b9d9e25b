import { useEffect, useState } from 'preact/hooks';

import { askServer, QuestionError } from './askServer.ts';
import type { Failure, Problem } from './askServer.ts';
import type { TypedDocumentString } from './documents.ts';
import { rejectKey } from './key.ts';
import { useAttempts } from './useAnswer.ts';

/** One of several questions, each of which is a request. */
export type Question<Result, Variables> = {
  readonly key: string;
  readonly document: TypedDocumentString<Result, Variables>;
  readonly variables: Variables;
};

/** The state of one of several questions; it is absent until it is answered. */
export type Outcome<Result> = {
  readonly data: Result | null;
  readonly problems: readonly Problem[];
  readonly failure: Failure | null;
};

export type Answers<Result> = {
  /** By the keys of the questions. */
  readonly outcomes: ReadonlyMap<string, Outcome<Result>>;
  readonly retry: () => void;
};

/** Asks questions, each as a request, so that a slow one delays no other: `parallel` at a time, in their order. */
export const useAnswers = <Result, Variables>(
  questions: readonly Question<Result, Variables>[],
  parallel: number,
): Answers<Result> => {
  const [attempt, retry] = useAttempts();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome<Result>>>(new Map());
  const asked = JSON.stringify(questions.map(({ key, variables }) => [key, variables]));
  useEffect(() => {
    const controller = new AbortController();
    const waiting = questions.values();
    setOutcomes(new Map());
    const run = async (): Promise<void> => {
      for (const question of waiting) {
        // One after the other: that is what limits the load.
        // oxlint-disable-next-line eslint/no-await-in-loop
        const outcome = await settle(question, controller.signal);
        if (controller.signal.aborted) return;
        setOutcomes((last) => new Map([...last, [question.key, outcome]]));
      }
    };
    for (let count = 0; count < parallel; count += 1) void run();
    return () => controller.abort();
    // The text stands for the questions, which are new objects at each rendering.
  }, [asked, attempt]);
  return { outcomes, retry };
};

const settle = async <Result, Variables>(
  { document, variables }: Question<Result, Variables>,
  signal: AbortSignal,
): Promise<Outcome<Result>> => {
  try {
    const { data, problems } = await askServer(document, { variables, signal });
    return { data, problems, failure: null };
  } catch (error) {
    if (signal.aborted) return { data: null, problems: [], failure: null };
    if (!(error instanceof QuestionError)) throw error;
    if (error.failure.kind === 'KEY_NEEDED') rejectKey(error.failure.message);
    return { data: null, problems: [], failure: error.failure };
  }
};
