import { DEMO_DAY } from './tab.ts';
import type { Example } from './tab.ts';

/** The tabs of the hunts over sessions: each says what it finds in the demo, and what it ignores. */
export const SESSION_HUNT_TABS: readonly Example[] = [
  {
    query: `# One account on several hosts at once. Demo: Carol on
# RDP1 and WS5, the way of the intruder. Ana's shares
# and Ben's at FS1 are REMOTE; only desktops count.
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
  {
    query: `# Sessions that last too long. Demo: one that adm-ivo
# left on Thursday at APP1, and that of Gus, who locked
# it and went home. A working day is shorter.
query LongSessions($range: TimeRange!) {
  hunts {
    longSessions(
      range: $range
      minDuration: "PT12H"
    ) {
      totalCount { value relation }
      nodes {
        # Up to range.until where it is not over
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
  {
    query: `# Sessions that nobody ever locked. Demo: Ben's, the
# reception's and Fay's. Ana locks at noon, Gus in the
# evening; the intruder's on RDP1 is under PT4H.
query NeverLocked($range: TimeRange!) {
  hunts {
    neverLocked(
      range: $range
      minDuration: "PT4H"
    ) {
      totalCount { value relation }
      nodes {
        duration
        # false: perhaps this host does not report it
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
  {
    query: `# Screens that are not locked at a time. Demo, at noon:
# Carol's on WS5, unlocked at 11:20 by somebody else,
# and others. Ana's is not: she locked it at 12:04.
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
];
