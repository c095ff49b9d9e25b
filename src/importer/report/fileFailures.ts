import { nameOfFile, sumReasons } from './tally.ts';
import type { Reason, Tally } from './tally.ts';

/** The failures of a file from which no record could be read yet, by reason. */
export type FileFailures = Map<string, Reason>;

export const makeFileFailures = (): FileFailures => new Map();

/** Adds the failures to the tally, by reason: the file is a log, and each failure may need attention. */
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
 * Counts the failures of a file from which no record could be read. A picture, or a text that is not a log, fails in each of its lines, so one
 * example is enough, and all failures count under the most frequent reason.
 *
 * @returns a line that describes the file; null when nothing failed.
 */
export const settleFileFailures = (failures: FileFailures, tally: Tally, file: string): string | null => {
  const [first] = [...failures].toSorted(([, a], [, b]) => b.count - a.count);
  if (first === undefined) return null;
  const [reason, { examples }] = first;
  const count = sumReasons(failures);
  addFileFailures(new Map([[reason, { count, examples: examples.slice(0, 1) }]]), tally);
  return `${nameOfFile(file)}: ${reason}${count === 1 ? '' : ` (${count.toLocaleString('en-US')} records)`}`;
};
