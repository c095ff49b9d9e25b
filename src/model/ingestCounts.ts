import type { Position } from './position.ts';

/** The number of records by result. */
export type RecordCounts = {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Understood records that do not describe an event. */
  readonly skipped: number;
  /** Records of programs that log nobody in. */
  readonly unrelated: number;
  /** Records that may report a login but that no sensor understands. */
  readonly notUnderstood: number;
};

/** The number of ingested items by result, and what else is known of them. */
export type IngestCounts = RecordCounts & {
  /** The canonical time of the latest accepted item; null if no item was accepted. */
  readonly newestTime: string | null;
  /** Where in the log of Postgres all of them are stored; null if nothing was stored, or without a replica. */
  readonly position: Position | null;
};

/** Adds the counts of two batches. */
export const addCounts = (a: IngestCounts, b: IngestCounts): IngestCounts => ({
  ...addRecordCounts(a, b),
  newestTime: laterOf(a.newestTime, b.newestTime),
  position: laterOf(a.position, b.position),
});

export const addRecordCounts = (a: RecordCounts, b: RecordCounts): RecordCounts => ({
  accepted: a.accepted + b.accepted,
  duplicates: a.duplicates + b.duplicates,
  rejected: a.rejected + b.rejected,
  skipped: a.skipped + b.skipped,
  unrelated: a.unrelated + b.unrelated,
  notUnderstood: a.notUnderstood + b.notUnderstood,
});

/** Returns the later of two canonical times or positions, which sort as text. */
export const laterOf = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
};
