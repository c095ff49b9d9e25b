import type { Example } from './tab.ts';

/** Tabs on sessions. */
export const SESSION_TABS: readonly Example[] = [
  {
    query: `# Open sessions, longest first.
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
      # FIRST_SEEN: the login was not recorded
      startReason
      # up to when the host's events prove the session
      endedAfter
      state
      periods(first: 10) { from until state }
    }
  }
}
`,
  },
];
