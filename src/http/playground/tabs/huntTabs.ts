import { DEMO_DAY } from './tab.ts';
import type { Example } from './tab.ts';

/** Tabs of the hunts over logins. Each says what it finds in the demo, and what it ignores. */
export const HUNT_TABS = {
  bruteForceThenSuccess: {
    query: `# Failed logins, then a successful one. Demo: Carol's,
# after twelve failures from 203.0.113.66. Not found:
# Ben, who mistyped once, and FS1's backup job, which
# never succeeds.
query BruteForceThenSuccess($range: TimeRange!) {
  hunts {
    bruteForceThenSuccess(
      range: $range
      # USER: one user, from any source
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
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
    },
  },
  passwordSpray: {
    query: `# Password spray: one password, many users. Demo:
# twelve users from 203.0.113.66; Carol's login
# succeeded. The backup job fails as often, but is
# only one user.
query PasswordSpray($range: TimeRange!) {
  hunts {
    passwordSpray(
      range: $range
      # HOST also finds failures without an address
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
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
    },
  },
  firstSeen: {
    query: `# First logins of a user on a host from a network.
# Demo: Carol on RDP1, WS5 and FS1, the administrator
# on WS6. INSUFFICIENT_BASELINE: the log of WS5 is too
# short. Fay's login from home to RDP1 is not new.
query FirstSeen(
  $range: TimeRange!
  $lookback: Duration!
) {
  hunts {
    firstSeen(
      range: $range
      tuple: [USER, HOST, SRC_NETWORK]
      # The demo's log is ten days long
      lookback: $lookback
      # The share of days on which the host has events
      minCoverage: 0.5
    ) {
      totalCount { value relation }
      nodes {
        account { user }
        host { hostname }
        srcNetwork
        firstAt
        loginCount
        baseline { status coverage }
      }
    }
  }
}
`,
    variables: {
      range: { demo: DEMO_DAY, own: 'lastDay' },
      lookback: { demo: 'P9D', own: { value: 'P30D' } },
    },
  },
  unusualRdpSource: {
    query: `# Remote desktop logins from unusual sources. Demo:
# Carol's from a public address, then from RDP1, which
# is new for her; the log of WS5 is too short to tell.
# Fay's home is public, but approved.
query UnusualRdpSource(
  $range: TimeRange!
  $lookback: Duration!
  $approvedSources: [CIDR!]
) {
  hunts {
    unusualRdpSource(
      range: $range
      # The demo's log is ten days long
      lookback: $lookback
      approvedSources: $approvedSources
    ) {
      totalCount { value relation }
      nodes {
        login { time hostname user srcIp }
        reasons
        baseline { status coverage }
      }
    }
  }
}
`,
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
      lookback: { demo: 'P9D', own: { value: 'P30D' } },
      approvedSources: { demo: ['198.51.100.23/32'], own: { value: null } },
    },
  },
  lateralPaths: {
    query: `# Lateral movement over several machines. Demo: from
# outside to RDP1, to WS5, and from there to FS1 and,
# as another user, to WS6. The login on FS1 came from
# the address of WS5, from a client that called itself
# KALI.
# Only containment GAP finds the second login from WS5
# to WS6: no session was open on WS5 at that time.
query LateralPaths(
  $range: TimeRange!
  $source: LateralEnd
) {
  hunts {
    lateralPaths(
      range: $range
      # { "ip": … } or { "user": … }; null: any
      from: $source
      # containment: GAP and maxGap: "PT12H"
    ) {
      totalCount { value relation }
      nodes {
        hops {
          time
          srcIp
          srcHostname
          # what links it with the host before
          evidence
          # several candidates: the evidence conflicts
          isAmbiguous
          candidates { hostname evidence }
          host { hostname }
          account { user }
        }
      }
      graph {
        edges { from to count ambiguousCount failures }
      }
    }
  }
}
`,
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
      source: { demo: { ip: '203.0.113.66' }, own: { value: null } },
    },
  },
} as const satisfies Readonly<Record<string, Example>>;
