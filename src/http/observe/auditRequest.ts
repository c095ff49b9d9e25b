import type { RequestNotes } from '../../graphql/requestNotes.ts';

import type { AuditDraft, AuditLog } from '../../domain/audit/makeAuditLog.ts';

import { auditOutcomeOf } from '../../model/audit/auditOutcome.ts';

/** What was asked, as the audit wants it. */
export type AuditedQuestion = {
  /** SHA-256 of the document, hex. */
  readonly documentDigest: string | null;
  readonly variables: AuditDraft['variables'];
  readonly rootFields: readonly string[];
};

/** Puts a request that was answered into the audit. Who was not let in is counted in the metrics alone: a stranger could fill a table. */
export const auditRequest = (audit: AuditLog, notes: RequestNotes, asked: AuditedQuestion): void => {
  const { caller, ingested } = notes;
  if (caller === null) return;
  const errorCodes = [...notes.errorCodes];
  audit.record({
    ...asked,
    callerKind: caller.kind,
    callerName: caller.name,
    keyId: caller.keyId ?? null,
    address: notes.address,
    requestId: notes.requestId,
    operationType: notes.operationType,
    operationName: notes.operationName,
    outcome: auditOutcomeOf(errorCodes, 200),
    errorCodes,
    rows: notes.rows,
    cost: notes.costActual,
    durationMs: performance.now() - notes.startedMs,
    accepted: ingested?.accepted ?? null,
    duplicates: ingested?.duplicates ?? null,
    rejected: ingested?.rejected ?? null,
  });
};
