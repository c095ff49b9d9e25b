import { createHash } from 'node:crypto';

import { getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';

/** A record without a number of its own. */
export type Unnumbered = {
  readonly kind: 'text' | 'utmp';
  readonly file: string;
  /** What equal records have in common. */
  readonly content: string;
  /** How many events are made of it. */
  readonly count: number;
};

/**
 * Makes the source ids of a record's events: a hash of the record, and the how manieth of the equal ones of its file, so that none of
 * them is lost and the file read again gives the same.
 */
export const makeSourceIds = (
  repeats: RecentMap<number>,
  { kind, file, content, count }: Unnumbered,
): readonly string[] => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const key = `${file} ${hash}`;
  const before = getRecent(repeats, key) ?? 0;
  setRecent(repeats, key, before + count);
  return Array.from({ length: count }, (_, index) => `${kind}/${hash}/${before + index + 1}`);
};
