import { makeRecall, recall, remember } from '../recall.ts';
import type { Recall } from '../recall.ts';

/** What is remembered of each log of a file. A value with state: change it only through noteRecord. */
export type RenameJoin = Recall<Run>;

/** Records whose numbers follow each other, under one name of the host. */
type Run = {
  readonly number: number;
  readonly hostname: string;
  readonly host: string;
  readonly length: number;
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

export const makeRenameJoin = (): RenameJoin => makeRecall(CAPACITY);

/**
 * Notes a record, and gives the name that the host had until then when this record goes on with the numbering of ten others in a row of
 * the same log under another name: the host was renamed. A rename takes effect by a restart, which ends the sessions under the old
 * name; the start that is logged has the new one.
 */
export const noteRecord = (renames: RenameJoin, record: NumberedRecord): string | null => {
  const { file, channel, number, hostname, host } = record;
  const key = `${channel} ${file}`;
  const run = recall(renames, key);
  const isNext = run !== undefined && number === run.number + 1;
  const isSameHost = run?.host === host;
  remember(renames, key, { number, hostname, host, length: isNext && isSameHost ? run.length + 1 : 1 });
  return isNext && !isSameHost && run.length >= MIN_RUN ? run.hostname : null;
};
