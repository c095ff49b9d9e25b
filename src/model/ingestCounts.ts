/** What became of items that were sent. */
export type IngestCounts = {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Records that tell of no event. */
  readonly skipped: number;
  /** When the latest of the accepted ones happened, canonical time; null when none was. */
  readonly newestTime: string | null;
};

/** What became of both. */
export const addCounts = (a: IngestCounts, b: IngestCounts): IngestCounts => ({
  accepted: a.accepted + b.accepted,
  duplicates: a.duplicates + b.duplicates,
  rejected: a.rejected + b.rejected,
  skipped: a.skipped + b.skipped,
  newestTime: laterOf(a.newestTime, b.newestTime),
});

/** Canonical times sort as text. */
export const laterOf = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
};
