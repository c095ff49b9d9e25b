import { makeRecentMap, getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';

/** State of each log of a file. Mutable; changed only by noteRecord. */
export type RenameJoin = { readonly runs: RecentMap<Run>; current: Run | null };

/** Consecutive records of one log with the same host name. */
type Run = {
  readonly file: string;
  readonly channel: string;
  number: number;
  hostname: string;
  host: string;
  length: number;
};

/** A record of a Windows log, with its number in that log. */
export type NumberedRecord = {
  readonly file: string;
  readonly channel: string;
  readonly number: number;
  readonly hostname: string;
  /** The folded name. */
  readonly host: string;
};

const CAPACITY = 1_000;
/** In a collector's file, records of several hosts alternate and may have consecutive numbers by chance. Longer runs exclude that. */
const MIN_RUN = 10;

export const makeRenameJoin = (): RenameJoin => ({ runs: makeRecentMap(CAPACITY), current: null });

/**
 * Notes a record, and returns the old name of the host if it was renamed: if the record continues the numbers of at least ten consecutive
 * records of the same log that have another host name. A rename takes effect at a restart, which ends the sessions under the old name;
 * the logged start has the new name.
 */
export const noteRecord = (renames: RenameJoin, record: NumberedRecord): string | null => {
  const { number, hostname, host } = record;
  const run = findRun(renames, record);
  const isNext = number === run.number + 1;
  const isSameHost = run.host === host;
  const oldName = isNext && !isSameHost && run.length >= MIN_RUN ? run.hostname : null;
  run.length = isNext && isSameHost ? run.length + 1 : 1;
  run.number = number;
  run.hostname = hostname;
  run.host = host;
  return oldName;
};

/** Avoids the lookup for most records, because the run is usually that of the previous record. */
const findRun = (renames: RenameJoin, { file, channel }: NumberedRecord): Run => {
  const { current, runs } = renames;
  if (current !== null && current.channel === channel && current.file === file) return current;
  const key = `${channel} ${file}`;
  const run = getRecent(runs, key) ?? { file, channel, number: 0, hostname: '', host: '', length: 0 };
  setRecent(runs, key, run);
  renames.current = run;
  return run;
};
