import type { Database } from '../db/client.ts';

import type { Caller } from '../model/access/caller.ts';
import type { OperationType } from '../model/audit/auditEntry.ts';
import { addCounts } from '../model/ingestCounts.ts';
import type { IngestCounts } from '../model/ingestCounts.ts';

/**
 * What is written down of a request while it is answered: for its line in the log, for the metrics and for the audit. It is told of by
 * whoever comes to know it; what was not is null.
 */
export type RequestNotes = {
  readonly requestId: string;
  readonly address: string | null;
  /** By performance.now(). */
  readonly startedMs: number;
  caller: Caller | null;
  /** Size of the body as it came, however its length was announced; of a GET, of the request target. */
  requestBytes: number;
  operationName: string | null;
  operationType: OperationType | null;
  /** What the request could cost at most, and what it cost. */
  costRequested: number | null;
  costActual: number | null;
  /** What it cost to look for suggestions; 0 when there was no need. */
  suggestionCost: number;
  /** Items of the lists in the answer. */
  rows: number | null;
  /** Codes of the errors in the answer, each once. */
  readonly errorCodes: Set<string>;
  /** Of errors that are masked in the answer. */
  readonly errorIds: string[];
  /** What became of the items that were sent; null when none could be. */
  ingested: IngestCounts | null;
};

type Origin = Pick<RequestNotes, 'requestId' | 'address'>;

export const makeRequestNotes = ({ requestId, address }: Origin): RequestNotes => ({
  requestId,
  address,
  startedMs: performance.now(),
  caller: null,
  requestBytes: 0,
  operationName: null,
  operationType: null,
  costRequested: null,
  costActual: null,
  suggestionCost: 0,
  rows: null,
  errorCodes: new Set(),
  errorIds: [],
  ingested: null,
});

/** Tells what became of items that were sent, also when their sender hung up; a request may hold several mutations. */
export const noteIngested = (
  { database, notes }: { readonly database: Database; readonly notes: RequestNotes },
  counts: IngestCounts,
): void => {
  notes.ingested = notes.ingested === null ? counts : addCounts(notes.ingested, counts);
  for (const { onIngested } of database.watchers) onIngested(counts);
};
