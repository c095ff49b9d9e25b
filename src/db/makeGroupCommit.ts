import { OverloadedError, UnknownOutcomeError } from './errors.ts';

/** What a request stores. */
export type Member = {
  /** The number of its records. */
  readonly weight: number;
  /** How long it may take, all waits included; null for no limit. */
  readonly deadlineMs: number | null;
};

/** Stores what several requests send, all of it or nothing, within `leftMs`. Returns their results in their order. */
export type Commit<Work, Result> = (
  works: readonly Work[],
  leftMs: number | null,
) => Promise<readonly Result[]>;

type Options<Work, Result> = {
  readonly commit: Commit<Work, Result>;
  /** The most requests that may wait or be stored at a time. */
  readonly maxPending: number;
  /** Called for each group that failed and whose requests are stored again, each alone. */
  readonly onSplit: () => void;
};

/** A request that waits for its result. */
type Pending<Work, Result> = {
  readonly work: Work;
  readonly endMs: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/** Larger requests are stored at once and alone: they gain little, and others would wait for them. */
const MAX_SHARING_WEIGHT = 100;
/** One statement inserts this many rows. */
const MAX_GROUP_WEIGHT = 1000;
/** A group that takes longer than this, for example because it waits for a lock, no longer holds back the next one. */
const HOLD_MS = 250;

/**
 * Makes a function that stores requests, and that stores concurrent small ones together: while one group is stored, the next one gathers. A request
 * that finds no group under way is stored at once, so that an idle server delays nothing.
 *
 * Requests are independent of each other. If a group fails, each of its requests is stored again alone, so that only those fail that cause it. When the
 * outcome of a commit is unknown, it is unknown for all of them.
 *
 * @throws OverloadedError when too many requests are pending; otherwise what `commit` throws for the request alone.
 */
export const makeGroupCommit = <Work extends Member, Result>({
  commit,
  maxPending,
  onSplit,
}: Options<Work, Result>): ((work: Work) => Promise<Result>) => {
  let gathered: readonly Pending<Work, Result>[] = [];
  let isHeld = false;
  let pending = 0;

  const startNext = (): void => {
    if (isHeld || gathered.length === 0) return;
    isHeld = true;
    const group = takeGroup(gathered);
    gathered = gathered.slice(group.length);
    let isHolding = true;
    const letGo = (): void => {
      clearTimeout(timer);
      if (!isHolding) return;
      isHolding = false;
      isHeld = false;
      startNext();
    };
    const timer = setTimeout(letGo, HOLD_MS);
    void commitGroup(group).then(letGo);
  };

  const commitGroup = async (group: readonly Pending<Work, Result>[]): Promise<void> => {
    const works = group.map(({ work }) => work);
    const endMs = Math.min(...group.map((one) => one.endMs));
    try {
      const results = await commit(works, leftOf(endMs));
      results.forEach((result, index) => group[index]?.resolve(result));
    } catch (error) {
      const isOfAll = error instanceof UnknownOutcomeError || error instanceof OverloadedError;
      if (group.length > 1 && !isOfAll) onSplit();
      for (const one of group) {
        if (group.length === 1 || isOfAll || one.endMs <= performance.now()) one.reject(error);
        else void commitGroup([one]);
      }
    }
  };

  return async (work) => {
    if (pending >= maxPending) throw new OverloadedError(`${maxPending} writes are pending already.`);
    pending += 1;
    return new Promise<Result>((resolve, reject) => {
      const endMs = work.deadlineMs === null ? Infinity : performance.now() + work.deadlineMs;
      const one = { work, endMs, resolve, reject };
      if (work.weight > MAX_SHARING_WEIGHT) {
        void commitGroup([one]);
        return;
      }
      gathered = [...gathered, one];
      startNext();
    }).finally(() => {
      pending -= 1;
    });
  };
};

/** The first requests, in order of arrival, that fit into a group. */
const takeGroup = <Taken extends { readonly work: Member }>(gathered: readonly Taken[]): readonly Taken[] => {
  let weight = 0;
  const end = gathered.findIndex(({ work }) => (weight += work.weight) > MAX_GROUP_WEIGHT);
  return end === -1 ? gathered : gathered.slice(0, end);
};

const leftOf = (endMs: number): number | null =>
  endMs === Infinity ? null : Math.floor(endMs - performance.now());
