import type { Example } from './tab.ts';

/** The tabs about the server itself. */
export const AUDIT_TABS: readonly Example[] = [
  {
    query: `# Who asked what: the audit log, for admins only.
# An entry is there within a second of its answer.
query WhoAsked {
  auditLog(first: 5) {
    nodes {
      time
      callerKind
      callerName
      operationName
      outcome
      rows
      durationMs
    }
  }
}
`,
  },
];
