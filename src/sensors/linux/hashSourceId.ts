import { hash as hashOf } from 'node:crypto';

import { getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';

/** A record without its own number. */
export type Unnumbered = {
  readonly kind: 'text' | 'utmp';
  readonly file: string;
  /** The part that equal records share. */
  readonly content: string;
  /** The number of events that the record becomes. */
  readonly count: number;
};

/**
 * Creates the source ids of a record's events: a hash of the record, and a number that counts its equals in the file, starting at 1.
 * So no equal record is lost, and reading the file again returns the same ids.
 */
export const makeSourceIds = (
  repeats: RecentMap<number>,
  { kind, file, content, count }: Unnumbered,
): readonly string[] => {
  const hash = hashOf('sha256', content, 'hex').slice(0, 16);
  const key = `${file} ${hash}`;
  const before = getRecent(repeats, key) ?? 0;
  setRecent(repeats, key, before + count);
  return Array.from({ length: count }, (_, index) => `${kind}/${hash}/${before + index + 1}`);
};
