import { DEMO_DAY } from './tab.ts';
import type { Example } from './tab.ts';

/** Tabs of the hunts over sessions. Each says what it finds in the demo, and what it ignores. */
export const SESSION_HUNT_TABS = {
  concurrentSessions: {
    query: `# One account on several hosts at once. Demo: Carol on
# RDP1 and WS5, used by the intruder. The file shares
# of Ana and Ben are REMOTE, and only desktops count.
query ConcurrentSessions($range: TimeRange!) {
  hunts {
    concurrentSessions(
      range: $range
      key: USER
      distinct: HOST
    ) {
      totalCount { value relation }
      nodes {
        account { user }
        from
        until
        peak
        sessions {
          nodes { hostname srcIp startedAt endedAt }
        }
      }
    }
  }
}
`,
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
    },
  },
  longSessions: {
    query: `# Sessions of 12 hours or more. Demo: one that adm-ivo
# left open on APP1 on Thursday, and the one that Gus
# locked before going home. A working day is shorter.
query LongSessions($range: TimeRange!) {
  hunts {
    longSessions(
      range: $range
      minDuration: "PT12H"
    ) {
      totalCount { value relation }
      nodes {
        # Up to range.until for an open session
        duration
        session {
          hostname
          user
          loginType
          startedAt
          endedAt
          endReason
        }
      }
    }
  }
}
`,
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
    },
  },
  neverLocked: {
    query: `# Sessions that were never locked. Demo: Ben's, the
# reception's and Fay's. Ana locks hers at noon, Gus in
# the evening; the intruder's on RDP1 is under PT4H.
query NeverLocked($range: TimeRange!) {
  hunts {
    neverLocked(
      range: $range
      minDuration: "PT4H"
    ) {
      totalCount { value relation }
      nodes {
        duration
        # false: perhaps the host records no locks
        hostLocks
        session { hostname user startedAt endedAt }
      }
    }
  }
}
`,
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
    },
  },
  unlockedAt: {
    query: `# Screens that are unlocked at a given time. Demo, at
# 12:30 UTC: Carol's on WS5, unlocked at 11:20 by the
# intruder, and others. Ana locked hers at 12:04.
query UnlockedAt($at: DateTime!) {
  hunts {
    unlockedAt(
      at: $at
      minUnlocked: "PT1H"
    ) {
      totalCount { value relation }
      nodes {
        unlockedSince
        unlockedFor
        hostLocks
        session { hostname user loginType startedAt }
      }
    }
  }
}
`,
    variables: {
      at: { demo: '2026-11-16T12:30:00Z', own: 'lastAt' },
    },
  },
} as const satisfies Readonly<Record<string, Example>>;
