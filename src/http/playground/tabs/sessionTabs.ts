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
  {
    query: `# Whose sessions certainly existed at a given time, and
# whose only possibly? Demo: no record proves that Gus
# was still there.
query PresentAt($at: DateTime!) {
  proven: sessions(
    filter: { provenAt: $at, excludeNoise: true }
  ) {
    totalCount { value relation }
    nodes { hostname user startedAt endedAt }
  }
  possible: sessions(
    filter: {
      activeAt: $at
      not: { provenAt: $at }
      excludeNoise: true
    }
  ) {
    totalCount { value relation }
    # endedAfter: up to when it is proven
    nodes { hostname user endedAfter endedAt }
  }
}
`,
    variables: { at: { demo: '2026-11-16T18:00:00Z', own: 'seenAt' } },
  },
];
