/** The tabs of the hunts over logins: each says what it finds in the demo, and what it leaves alone. */
export const HUNT_TABS: readonly string[] = [
  `# Failures, then a success: Carol's after twelve from
# 203.0.113.66. Ben mistyped once, which is no attack;
# the backup job at FS1 never gets in.
query BruteForceThenSuccess {
  hunts {
    bruteForceThenSuccess(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
      # USER: guesses at one user, wherever from
      key: SRC_IP
      minFailures: 5
    ) {
      totalCount { value relation }
      nodes {
        srcIp
        failureCount
        distinctUsersTried
        firstFailureAt
        success {
          time
          hostname
          user
          session { endedAt }
        }
      }
    }
  }
}
`,
  `# One password, many users: twelve from 203.0.113.66,
# and Carol's it was. The backup job fails as often,
# but it is one user.
query PasswordSpray {
  hunts {
    passwordSpray(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
      # HOST: where failures have no address
      key: SRC_IP
      minUsers: 10
    ) {
      totalCount { value relation }
      nodes {
        srcIp
        userCount
        failureCount
        firstAt
        lastAt
        compromisedUsers { user }
        users { user }
      }
    }
  }
}
`,
  `# Who was where for the first time, by network? Carol
# on RDP1, WS5 and FS1, the administrator on WS6. WS5's
# log is too young to tell: INSUFFICIENT_BASELINE.
# Fay came back as before, from her home to RDP1.
query FirstSeen {
  hunts {
    firstSeen(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
      tuple: [USER, HOST, SRC_NETWORK]
      # The demo's log is ten days long
      lookback: "P9D"
    ) {
      totalCount { value relation }
      nodes {
        account { user }
        host { hostname }
        srcNetwork
        firstAt
        loginCount
        baseline
      }
    }
  }
}
`,
  `# Remote desktops from unusual sources: Carol's from a
# public address, then from RDP1, which is new for her.
# Fay's home is public, but allowed.
query UnusualRdpSource {
  hunts {
    unusualRdpSource(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
      approvedSources: ["198.51.100.23/32"]
    ) {
      totalCount { value relation }
      nodes {
        login { time hostname user srcIp }
        reasons
      }
    }
  }
}
`,
  `# The way of the intruder: from outside to RDP1, to WS5
# and from there to FS1 and, as another user, to WS6.
# Fay's desktop on RDP1 leads nowhere. At night nobody
# was on WS5, whence the second login came to WS6: only
# by the gap between the hops it is found.
query LateralPaths {
  hunts {
    lateralPaths(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
      from: { ip: "203.0.113.66" }
      # containment: GAP and maxGap: "PT12H"
    ) {
      totalCount { value relation }
      nodes {
        hops {
          time
          srcIp
          host { hostname }
          account { user }
        }
      }
      graph {
        edges { from to count failures }
      }
    }
  }
}
`,
];
