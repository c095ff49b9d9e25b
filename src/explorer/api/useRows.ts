import { useEffect, useRef, useState } from 'preact/hooks';

import { askServer } from './askServer.ts';
import type { Failure, Problem } from './askServer.ts';
import type { TypedDocumentString } from './documents.ts';
import { runQuestion, useAttempts } from './useAnswer.ts';
import { useProgress } from './useProgress.ts';
import type { Connection } from './usePages.ts';

/** The rows of a page. */
const PAGE_ROWS = 500;
/** A table has at most this many rows. */
export const MOST_ROWS = 100_000;

export type Rows<Row> = {
  /** The rows so far; the same array grows while pages arrive. */
  readonly rows: readonly Row[];
  readonly count: number;
  readonly isLoading: boolean;
  /** Whether these are all rows of the list. */
  readonly isComplete: boolean;
  readonly problems: readonly Problem[];
  readonly failure: Failure | null;
  readonly retry: () => void;
  /** Says that rows up to this number are needed. */
  readonly require: (count: number) => void;
};

type List<Result, Row> = {
  readonly pick: (result: Result) => Connection<Row> | null | undefined;
};

/** Reads the pages of a list as they are needed: the first at once, the others when `require` asks for their rows. After a failure it continues with the page that failed. */
export const useRows = <
  Result,
  Variables extends { readonly first: number; readonly after?: string | null | undefined },
  Row,
>(
  document: TypedDocumentString<Result, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  { pick }: List<Result, Row>,
): Rows<Row> => {
  const [attempt, retry] = useAttempts();
  const [shown, setShown] = useState<Omit<Rows<Row>, 'retry' | 'require'>>(NO_ROWS);
  const demand = useRef(makeDemand());
  const progress = useProgress(makeProgress<Row>);
  const asked = JSON.stringify(variables);
  useEffect(() => {
    const read = progress.resume(asked);
    const { rows } = read;
    setShown({ ...NO_ROWS, rows, count: rows.length });
    demand.current = makeDemand();
    const { reach } = demand.current;
    return runQuestion(
      async (signal) => {
        for (;;) {
          const { data, problems } = await askServer(document, {
            variables: { ...variables, first: PAGE_ROWS, after: read.after } as unknown as Variables,
            signal,
          });
          if (signal.aborted) return;
          const page = pick(data);
          for (const row of page?.nodes ?? []) rows.push(row);
          read.after = page?.pageInfo.endCursor ?? null;
          const hasMore = page?.pageInfo.hasNextPage === true;
          const isLast = !hasMore || rows.length >= MOST_ROWS;
          setShown({
            rows,
            count: rows.length,
            isLoading: false,
            isComplete: !hasMore,
            problems,
            failure: null,
          });
          if (isLast) return progress.forget();
          await reach(rows.length);
          if (signal.aborted) return;
        }
      },
      {
        onFailure: (failure) => {
          // What the server refuses once it refuses again.
          if (failure.kind === 'REFUSED') progress.forget();
          setShown((last) => ({ ...last, isLoading: false, failure }));
        },
        retry,
      },
    );
    // The text stands for the variables, which are a new object at each rendering.
  }, [document, asked, attempt]);
  return { ...shown, retry, require: (count) => demand.current.require(count) };
};

type Progress<Row> = { readonly rows: Row[]; after: string | null };

const makeProgress = <Row>(): Progress<Row> => ({ rows: [], after: null });

const NO_ROWS = {
  rows: [],
  count: 0,
  isLoading: true,
  isComplete: false,
  problems: [],
  failure: null,
} as const;

/** How many rows are needed; `reach` waits until more than so many are. */
const makeDemand = (): {
  readonly require: (count: number) => void;
  readonly reach: (count: number) => Promise<void>;
} => {
  let wanted = 0;
  let waiting: { readonly count: number; readonly resolve: () => void } | null = null;
  return {
    require: (count) => {
      wanted = Math.max(wanted, count);
      if (waiting === null || wanted <= waiting.count) return;
      waiting.resolve();
      waiting = null;
    },
    reach: async (count) => {
      if (wanted > count) return;
      await new Promise<void>((resolve) => {
        waiting = { count, resolve };
      });
    },
  };
};
