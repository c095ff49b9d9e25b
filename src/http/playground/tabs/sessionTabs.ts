import type { Example } from './tab.ts';

/** The tabs about sessions. */
export const SESSION_TABS: readonly Example[] = [
  {
    query: `# Who is still logged on, the longest first.
query OpenSessions {
  sessions(
    filter: { open: true, excludeNoise: true }
    order: { field: DURATION }
    first: 50
  ) {
    totalCount { value relation }
    nodes {
      hostname
      user
      loginType
      startedAt
      # FIRST_SEEN: the log begins after the login
      startReason
      state
      lockedSeconds
      host { lastSeenAt }
    }
  }
}
`,
  },
];
