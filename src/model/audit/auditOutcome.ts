/** How a request can end: answered whole; refused, which its caller can put right; failed, which they cannot. */
export const AUDIT_OUTCOMES = ['OK', 'REFUSED', 'FAILED'] as const;

export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Codes of errors that are not the caller's to put right. */
const FAILURES: ReadonlySet<string> = new Set([
  'INTERNAL_SERVER_ERROR',
  'SERVICE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
]);

/** Says how a request ended by the codes of its errors, and by its status where it has none. */
export const auditOutcomeOf = (codes: readonly string[], status: number): AuditOutcome => {
  if (codes.some((code) => FAILURES.has(code))) return 'FAILED';
  if (codes.length > 0) return 'REFUSED';
  if (status >= 500) return 'FAILED';
  return status >= 400 ? 'REFUSED' : 'OK';
};
