import { DEMO_DAY } from './tab.ts';
import type { Example } from './tab.ts';

/** Tabs of MITRE CAR's analytics. Each says what it finds in the demo, and what it ignores. */
export const CAR_TABS = {
  simultaneousLogins: {
    query: `# CAR-2013-02-008: several users on a host at once.
# Demo: OVERLAP finds the remote desktops of Carol and
# Fay on RDP1. WINDOW, the default, counts logins in an
# hour and also finds those of Ana and Ben on FS1.
query SimultaneousLogins($range: TimeRange!) {
  car {
    simultaneousLogins(
      range: $range
      mode: OVERLAP
      loginTypes: [INTERACTIVE, RDP]
    ) {
      analytic { id title url }
      totalCount { value relation }
      nodes {
        host { hostname }
        firstAt
        lastAt
        users { user }
        peak
        evidence { nodes { time action user } }
      }
    }
  }
}
`,
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
    },
  },
  multiHostLogins: {
    query: `# CAR-2013-02-012: a user on several hosts in an hour.
# Demo: Carol, from the jump host to WS5 and on to FS1.
# Ana and Ben are not found: they are on two hosts.
query MultiHostLogins($range: TimeRange!) {
  car {
    multiHostLogins(
      range: $range
      window: "PT1H"
      minHosts: 3
    ) {
      totalCount { value relation }
      nodes {
        account { user }
        firstAt
        lastAt
        hosts {
          host { hostname }
          firstAt
          loginTypes
          srcIps
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
  loginActivity: {
    query: `# CAR-2013-10-001: logins of users who rarely log in.
# Leaves out the five most frequent users, and others
# with as many logins as the fifth. Demo: Carol,
# adm-ivo and the local administrator of WS6.
query LoginActivity($range: TimeRange!) {
  car {
    loginActivity(
      range: $range
      excludeTopUsers: 5
    ) {
      totalCount { value relation }
      excludedUsers { account { user } loginCount }
      nodes {
        login { time hostname user loginType srcIp }
      }
    }
  }
}
`,
    variables: {
      range: { demo: { from: '2026-11-06T00:00:00Z', until: '2026-11-17T00:00:00Z' }, own: 'range' },
    },
  },
  loginsSince: {
    query: `# CAR-2015-07-001: whose credentials were in memory?
# Demo: RDP1 started on Saturday at 03:12. Carol and
# Fay logged in after that, Ivo before.
query LoginsSince(
  $hostname: String!
  $bootTime: DateTime
  $at: DateTime!
) {
  car {
    loginsSince(
      hostname: $hostname
      # null: the last recorded start
      bootTime: $bootTime
      at: $at
    ) {
      parameters { bootTime }
      nodes {
        account { user }
        firstAt
        lastAt
        loginCount
        loginTypes
        stillLoggedOn
      }
    }
  }
}
`,
    variables: {
      hostname: { demo: 'rdp1.corp.example', own: 'startedHost' },
      bootTime: { demo: null, own: 'bootTime' },
      at: { demo: '2026-11-16T15:00:00Z', own: 'endOfLastDay' },
    },
  },
  localAccountLogins: {
    query: `# CAR-2016-04-004: local accounts over the network.
# Demo: WS6's Administrator, twice from WS5 with a
# stolen hash. The reception's account is local too,
# but logs in at WS6 itself.
query LocalAccountLogins($range: TimeRange!) {
  car {
    localAccountLogins(
      range: $range
    ) {
      totalCount { value relation }
      nodes {
        login { time hostname user uid srcIp }
      }
    }
  }
}
`,
    variables: {
      range: { demo: { from: '2026-11-06T00:00:00Z', until: '2026-11-17T00:00:00Z' }, own: 'range' },
    },
  },
  remoteDesktopLogins: {
    query: `# CAR-2016-04-005: remote desktop logins from sources
# that are not approved. Demo: Carol's login. The
# company network and Fay's home are approved.
query RemoteDesktopLogins(
  $range: TimeRange!
  $approvedSources: [CIDR!]
) {
  car {
    remoteDesktopLogins(
      range: $range
      approvedSources: $approvedSources
    ) {
      totalCount { value relation }
      nodes {
        login { time hostname user srcIp }
        # Same user, host and source before the range?
        seenBefore
      }
    }
  }
}
`,
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
      approvedSources: { demo: ['10.20.0.0/24', '198.51.100.23/32'], own: { value: null } },
    },
  },
} as const satisfies Readonly<Record<string, Example>>;
