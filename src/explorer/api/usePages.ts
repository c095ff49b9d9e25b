import { useEffect, useState } from 'preact/hooks';

import { askServer } from './askServer.ts';
import type { Failure, Problem } from './askServer.ts';
import type { TypedDocumentString } from './documents.ts';
import { runQuestion, useAttempts } from './useAnswer.ts';
import { useProgress } from './useProgress.ts';

/** A page of a list, as the API answers it. */
export type Connection<Item> = {
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** The items of a list so far. The pages follow each other until all are there, or `limit` items. */
export type Pages<Item> = {
  readonly items: readonly Item[];
  readonly isLoading: boolean;
  /** Whether there are more items than `limit`. */
  readonly isTruncated: boolean;
  /** Why items may be missing. */
  readonly problems: readonly Problem[];
  readonly failure: Failure | null;
  readonly retry: () => void;
};

type List<Result, Item> = {
  /** Finds the list in an answer; null when what has the list does not exist. */
  readonly pick: (result: Result) => Connection<Item> | null | undefined;
  readonly limit: number;
};

/**
 * Reads all pages of a list, and again whenever the variables or the key change. After a failure it continues with the page that failed. Variables that
 * are null ask nothing.
 */
export const usePages = <Result, Variables extends { readonly after?: string | null | undefined }, Item>(
  document: TypedDocumentString<Result, Variables>,
  variables: Omit<Variables, 'after'> | null,
  { pick, limit }: List<Result, Item>,
): Pages<Item> => {
  const [attempt, retry] = useAttempts();
  const [shown, setShown] = useState<Omit<Pages<Item>, 'retry'>>(NO_ITEMS);
  const progress = useProgress(makeProgress<Item>);
  const asked = JSON.stringify(variables);
  useEffect(() => {
    if (variables === null) return setShown(NO_ITEMS);
    const read = progress.resume(asked);
    const { items, problems: found } = read;
    setShown({ ...NO_ITEMS, items: items.slice(), problems: found.slice(), isLoading: true });
    return runQuestion(
      async (signal) => {
        let shownMs = -Infinity;
        for (let isLast = false; !isLast;) {
          const { data, problems } = await askServer(document, {
            variables: { ...variables, after: read.after } as Variables,
            signal,
          });
          if (signal.aborted) return;
          const page = pick(data);
          found.push(...problems);
          items.push(...(page?.nodes ?? []));
          const hasMore = page?.pageInfo.hasNextPage === true;
          isLast = !hasMore || items.length >= limit;
          read.after = page?.pageInfo.endCursor ?? null;
          if (!isLast && performance.now() - shownMs < SHOW_MS) continue;
          setShown({
            items: items.slice(),
            isLoading: !isLast,
            isTruncated: isLast && hasMore,
            problems: found.slice(),
            failure: null,
          });
          shownMs = performance.now();
        }
        progress.forget();
      },
      {
        onFailure: (failure) => {
          // What the server refuses once it refuses again.
          if (failure.kind === 'REFUSED') progress.forget();
          setShown((last) => ({ ...last, items: items.slice(), isLoading: false, failure }));
        },
        retry,
      },
    );
    // The text stands for the variables, which are a new object at each rendering.
  }, [document, asked, attempt]);
  return { ...shown, retry };
};

type Progress<Item> = { readonly items: Item[]; readonly problems: Problem[]; after: string | null };

const makeProgress = <Item>(): Progress<Item> => ({ items: [], problems: [], after: null });

/** New items are shown at most this often, because a picture of many pages takes longer to make than a page takes to load. */
const SHOW_MS = 1000;

const NO_ITEMS = { items: [], isLoading: false, isTruncated: false, problems: [], failure: null } as const;
