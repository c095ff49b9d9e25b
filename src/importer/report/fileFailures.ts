import { sumReasons } from './tally.ts';
import type { Reason, Tally } from './tally.ts';

/** What failed in a file of which no record could be read yet, by reason. */
export type FileFailures = Map<string, Reason>;

export const makeFileFailures = (): FileFailures => new Map();

/** Adds what failed to the tally, reason by reason: the file is a log, and each place may need a look. */
export const addFileFailures = (failures: FileFailures, { failed }: Tally): void => {
  for (const [reason, { count, examples }] of failures) {
    const before = failed.get(reason) ?? { count: 0, examples: [] };
    failed.set(reason, {
      count: before.count + count,
      examples: [...before.examples, ...examples].slice(0, MAX_EXAMPLES),
    });
  }
};

const MAX_EXAMPLES = 3;

/**
 * Ends a file of which no record could be read: a picture, or a text that is no log, fails in each of its lines, and one place says enough. All
 * of it counts by the most frequent reason.
 *
 * @returns the line that says so; null when nothing failed.
 */
export const settleFileFailures = (failures: FileFailures, tally: Tally, file: string): string | null => {
  const [first] = [...failures].toSorted(([, a], [, b]) => b.count - a.count);
  if (first === undefined) return null;
  const [reason, { examples }] = first;
  const count = sumReasons(failures);
  addFileFailures(new Map([[reason, { count, examples: examples.slice(0, 1) }]]), tally);
  return `${file === '-' ? 'standard input' : file}: ${reason}${count === 1 ? '' : ` (${count.toLocaleString('en-US')} records)`}`;
};
