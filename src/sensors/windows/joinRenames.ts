import { makeRecentMap, getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';

/** What is remembered of each log of a file. A value with state: change it only through noteRecord. */
export type RenameJoin = { readonly runs: RecentMap<Run>; current: Run | null };

/** Records of one log whose numbers follow each other, under one name of the host. */
type Run = {
  readonly file: string;
  readonly channel: string;
  number: number;
  hostname: string;
  host: string;
  length: number;
};

/** A record of a Windows log, as numbered there. */
export type NumberedRecord = {
  readonly file: string;
  readonly channel: string;
  readonly number: number;
  readonly hostname: string;
  /** The name, folded. */
  readonly host: string;
};

const CAPACITY = 1_000;
/** So that in a collector's file, where hosts take turns, a neighbour by chance is not taken for one. */
const MIN_RUN = 10;

export const makeRenameJoin = (): RenameJoin => ({ runs: makeRecentMap(CAPACITY), current: null });

/**
 * Notes a record, and gives the name that the host had until then when this record goes on with the numbering of ten others in a row of
 * the same log under another name: the host was renamed. A rename takes effect by a restart, which ends the sessions under the old
 * name; the start that is logged has the new one.
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

/** Mostly that of the record before, which need not be looked up: this is done for every record. */
const findRun = (renames: RenameJoin, { file, channel }: NumberedRecord): Run => {
  const { current, runs } = renames;
  if (current !== null && current.channel === channel && current.file === file) return current;
  const key = `${channel} ${file}`;
  const run = getRecent(runs, key) ?? { file, channel, number: 0, hostname: '', host: '', length: 0 };
  setRecent(runs, key, run);
  renames.current = run;
  return run;
};
