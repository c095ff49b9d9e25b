import type { Database } from '../db/client.ts';

import type { Caller } from '../model/access/caller.ts';
import type { OperationType } from '../model/audit/auditEntry.ts';
import { addCounts } from '../model/ingestCounts.ts';
import type { IngestCounts } from '../model/ingestCounts.ts';

/**
 * What is recorded about a request while it runs: for its log line, the metrics and the audit. The code that determines a value sets it;
 * null means unknown.
 */
export type RequestInfo = {
  readonly requestId: string;
  readonly address: string | null;
  /** From performance.now(). */
  readonly startedMs: number;
  caller: Caller | null;
  /** Size of the body as received, regardless of Content-Length; for a GET, of the request target. */
  requestBytes: number;
  operationName: string | null;
  operationType: OperationType | null;
  /** The maximum that the request could cost, and what it did cost. */
  costRequested: number | null;
  costActual: number | null;
  /** What looking for suggestions cost; 0 when none were needed. */
  suggestionCost: number;
  /** The number of list items in the response. */
  rows: number | null;
  /** Codes of the errors in the response, each once. */
  readonly errorCodes: Set<string>;
  /** Ids of errors that the response masks. */
  readonly errorIds: string[];
  /** How many of the sent items were accepted, duplicates and rejected; null when the request sends none. */
  ingested: IngestCounts | null;
};

type Origin = Pick<RequestInfo, 'requestId' | 'address'>;

export const makeRequestInfo = ({ requestId, address }: Origin): RequestInfo => ({
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

/** Records the counts of ingested items, even when the client has disconnected; a request may hold several mutations. */
export const recordIngested = (
  { database, requestInfo }: { readonly database: Database; readonly requestInfo: RequestInfo },
  counts: IngestCounts,
): void => {
  requestInfo.ingested = requestInfo.ingested === null ? counts : addCounts(requestInfo.ingested, counts);
  for (const { onIngested } of database.observers) onIngested(counts);
};
