import type { RequestInfo } from '../../graphql/requestInfo.ts';

import type { AuditDraft, AuditLog } from '../../domain/audit/makeAuditLog.ts';

import { auditOutcomeOf } from '../../model/audit/auditOutcome.ts';

/** The audited parts of a request. */
export type AuditedQuestion = {
  /** SHA-256 of the document, hex. */
  readonly documentDigest: string | null;
  readonly variables: AuditDraft['variables'];
  readonly rootFields: readonly string[];
};

/** Records an answered request in the audit. Unauthenticated requests only count in the metrics, because anybody could fill the table with them. */
export const auditRequest = (audit: AuditLog, requestInfo: RequestInfo, asked: AuditedQuestion): void => {
  const { caller, ingested } = requestInfo;
  if (caller === null) return;
  const errorCodes = [...requestInfo.errorCodes];
  audit.record({
    ...asked,
    callerKind: caller.kind,
    callerName: caller.name,
    keyId: caller.keyId ?? null,
    address: requestInfo.address,
    requestId: requestInfo.requestId,
    operationType: requestInfo.operationType,
    operationName: requestInfo.operationName,
    outcome: auditOutcomeOf(errorCodes, 200),
    errorCodes,
    rows: requestInfo.rows,
    cost: requestInfo.costActual,
    durationMs: performance.now() - requestInfo.startedMs,
    accepted: ingested?.accepted ?? null,
    duplicates: ingested?.duplicates ?? null,
    rejected: ingested?.rejected ?? null,
  });
};
