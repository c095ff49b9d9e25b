import type { RequestDatabase } from '../../db/makeRequestDatabase.ts';
import { selectValues, VALUE_ROWS } from '../../db/selectValues.ts';
import type { WalkedField } from '../../db/selectValues.ts';

import type { SearchedRange } from '../../model/search/readValues.ts';

/** The values to find: the first `limit` different ones in the ranges, which are in ascending order. */
type Walk = {
  readonly field: WalkedField;
  readonly ranges: readonly SearchedRange[];
  readonly limit: number;
};

/**
 * Finds the different values of a column of events in ascending order. Takes at most one statement for each value and each range, and fewer
 * where values have few events.
 */
export const walkValues = async (
  db: RequestDatabase,
  { field, ranges, limit }: Walk,
): Promise<readonly string[]> => {
  const found = new Set<string>();
  for (const { first, last, isMatch } of ranges) {
    for (let from = first, isAfter = false; found.size < limit; isAfter = true) {
      const values = await selectValues(db, { field, from, isAfter, last });
      const matching = values.filter(isMatch);
      for (const value of matching) found.add(value);
      if (matching.length < VALUE_ROWS) break;
      from = matching.at(-1) ?? from;
    }
  }
  return [...found].slice(0, limit);
};
