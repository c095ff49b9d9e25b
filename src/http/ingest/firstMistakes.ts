/** An error in a record of a request. */
export type Mistake = {
  /** The number of the record in the request, starting at 1. */
  readonly record: number;
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
};

/** The maximum number of mistakes in a response. */
export const MAX_MISTAKES = 100;

/** Collects the mistakes of the first records, in any order of adding. */
export type FirstMistakes = {
  /** Adds the mistakes of a record. `make` is not called if earlier records already have enough mistakes. */
  readonly add: (record: number, make: () => readonly Mistake[]) => void;
  /** Sorted by record; the mistakes of one record are in the order of adding. */
  readonly list: () => readonly Mistake[];
};

export const makeFirstMistakes = (): FirstMistakes => {
  const first: Mistake[] = [];
  return {
    add: (record, make) => {
      if (first.length >= MAX_MISTAKES && record >= (first.at(-1)?.record ?? 0)) return;
      const place = first.findLastIndex((mistake) => mistake.record <= record) + 1;
      first.splice(place, 0, ...make().slice(0, MAX_MISTAKES));
      first.splice(MAX_MISTAKES);
    },
    list: () => [...first],
  };
};
