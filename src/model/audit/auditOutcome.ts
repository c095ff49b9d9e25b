/** How a request can end: successful; refused, which the caller can correct; failed, which the caller cannot. */
export const AUDIT_OUTCOMES = ['OK', 'REFUSED', 'FAILED'] as const;

export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Codes of errors that the caller cannot correct. */
const FAILURES: ReadonlySet<string> = new Set([
  'INTERNAL_SERVER_ERROR',
  'SERVICE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
]);

/** Determines how a request ended from the codes of its errors, or from its status if it has no errors. */
export const auditOutcomeOf = (codes: readonly string[], status: number): AuditOutcome => {
  if (codes.some((code) => FAILURES.has(code))) return 'FAILED';
  if (codes.length > 0) return 'REFUSED';
  if (status >= 500) return 'FAILED';
  return status >= 400 ? 'REFUSED' : 'OK';
};
