import type { Caller } from '../access/caller.ts';

import type { AuditOutcome } from './auditOutcome.ts';

export const OPERATION_TYPES = ['QUERY', 'MUTATION', 'INGEST', 'COMMAND'] as const;
export type OperationType = (typeof OPERATION_TYPES)[number];

/** How it was known who asked; of a command by the account of the operating system. */
export type AuditedCaller = Caller['kind'] | 'COMMAND';

/** Who ran which operation when, and what came of it. Values that were asked for are hashed. */
export type AuditEntry = {
  readonly uuid: string;
  /** When it was answered, canonical time. */
  readonly time: string;
  readonly callerKind: AuditedCaller;
  readonly callerName: string;
  /** Of an API key that asked, or that a command made or revoked; null for others. */
  readonly keyId: string | null;
  /** Where the request came from; behind a proxy, the proxy. */
  readonly address: string | null;
  readonly requestId: string;
  /** null when the document was refused before its operation was found. */
  readonly operationType: OperationType | null;
  readonly operationName: string | null;
  /** Root fields of the schema that were asked for, sorted, each once. */
  readonly rootFields: readonly string[];
  /** Hex; the same for the same text. A document may hold values, so it is hashed like the variables. */
  readonly documentHash: string | null;
  /** Hex; the same for the same values, whatever the order of their keys. null: there were none, or they were too large. */
  readonly variablesHash: string | null;
  readonly outcome: AuditOutcome;
  readonly errorCodes: readonly string[];
  /** Items of the lists in the answer; of an erasure, what it took. */
  readonly rows: number | null;
  readonly cost: number | null;
  readonly durationMs: number;
  readonly accepted: number | null;
  readonly duplicates: number | null;
  readonly rejected: number | null;
};
