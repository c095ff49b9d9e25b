import type { Example } from './tab.ts';

/** Tabs on administration. */
export const AUDIT_TABS: readonly Example[] = [
  {
    query: `# The audit log: who ran which operation. Needs the
# scope admin. An entry appears after about a second.
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
