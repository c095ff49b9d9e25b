import type { Caller } from '../access/caller.ts';

import type { AuditOutcome } from './auditOutcome.ts';

export const OPERATION_TYPES = ['QUERY', 'MUTATION', 'INGEST', 'COMMAND'] as const;
export type OperationType = (typeof OPERATION_TYPES)[number];

/** How the caller was authenticated; the caller of a command is the account of the operating system. */
export type AuditedCaller = Caller['kind'] | 'COMMAND';

/** Who ran which operation when, and its outcome. The values in a request are hashed. */
export type AuditEntry = {
  readonly uuid: string;
  /** The time of the response, canonical. */
  readonly time: string;
  readonly callerKind: AuditedCaller;
  readonly callerName: string;
  /** The id of the API key that the caller used, or that a command made or revoked; otherwise null. */
  readonly keyId: string | null;
  /** The address that sent the request; behind a proxy, that of the proxy. */
  readonly address: string | null;
  readonly requestId: string;
  /** null if the document was refused before its operation was found. */
  readonly operationType: OperationType | null;
  readonly operationName: string | null;
  /** The requested root fields of the schema, sorted, without duplicates. */
  readonly rootFields: readonly string[];
  /** Hex; the same for the same text. A document may hold values, so it is hashed like the variables. */
  readonly documentHash: string | null;
  /** Hex; the same for the same values, regardless of the order of their keys. null if there were none or they were too large. */
  readonly variablesHash: string | null;
  readonly outcome: AuditOutcome;
  readonly errorCodes: readonly string[];
  /** The number of items in the lists of the response; for an erasure, the number of erased rows. */
  readonly rows: number | null;
  readonly cost: number | null;
  readonly durationMs: number;
  readonly accepted: number | null;
  readonly duplicates: number | null;
  readonly rejected: number | null;
};
