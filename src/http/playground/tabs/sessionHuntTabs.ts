/** The tabs of the hunts over sessions: each says what it finds in the demo, and what it leaves alone. */
export const SESSION_HUNT_TABS: readonly string[] = [
  `# One account at several hosts at once: Carol's on RDP1
# and WS5, the way of the intruder. Ana's and Ben's
# shares at FS1 are REMOTE; only desktops count.
query ConcurrentSessions {
  hunts {
    concurrentSessions(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
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
  `# Sessions that last too long: one that adm-ivo left on
# Thursday at APP1, and that of Gus, who locked it and
# went home. A day at work is shorter than that.
query LongSessions {
  hunts {
    longSessions(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
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
  `# Nobody ever locked these: Ben's, the reception's and
# Fay's day. Ana locks at noon, Gus in the evening; the
# intruder's session on RDP1 took less than PT4H.
query NeverLocked {
  hunts {
    neverLocked(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
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
  `# Screens open to whoever passes by at noon: Carol's on
# WS5, unlocked at 11:20 by somebody else, and others.
# Ana's is not among them: she locked it at 12:04.
query UnlockedAt {
  hunts {
    unlockedAt(
      at: "2026-11-16T12:30:00Z"
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
];
