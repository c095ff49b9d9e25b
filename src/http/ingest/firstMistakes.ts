/** What is wrong with one record of a request. */
export type Mistake = {
  /** The place of the record in the request, from 1. */
  readonly record: number;
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
};

/** The most mistakes that an answer names. */
export const MAX_MISTAKES = 100;

/** The first mistakes by record, of any number. */
export type FirstMistakes = {
  /** Adds the mistakes of a record; they are not made when enough records before it have some. */
  readonly add: (record: number, make: () => readonly Mistake[]) => void;
  /** By record; those of one record in the order in which they were added. */
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
