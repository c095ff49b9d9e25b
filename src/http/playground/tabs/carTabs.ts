/** The tabs of MITRE CAR's analytics: each says what it finds in the demo, and what it leaves alone. */
export const CAR_TABS: readonly string[] = [
  `# CAR-2013-02-008: several users on a host at once.
# OVERLAP: Carol's remote desktop and Fay's on RDP1.
# At WS5 Carol was alone. WINDOW, the default, counts
# logins within an hour: also Ana's and Ben's to FS1.
query SimultaneousLogins {
  car {
    simultaneousLogins(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
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
  `# CAR-2013-02-012: a user on several hosts in an hour.
# Carol: from the jump host to WS5 and on to FS1.
# Ana and Ben are on two hosts, which is not enough.
query MultiHostLogins {
  car {
    multiHostLogins(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
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
  `# CAR-2013-10-001: logins of users who rarely log in.
# The five who log in most are left out, so is whoever
# ties with the fifth; carol, adm-ivo and the local
# administrator of WS6 remain.
query LoginActivity {
  car {
    loginActivity(
      range: {
        from: "2026-11-06T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
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
  `# CAR-2015-07-001: whose credentials were in memory?
# RDP1 started on Saturday at 03:12, so not Ivo's, who
# was there before; Carol's were, and Fay's still were
# when everybody else had left.
query LoginsSince {
  car {
    loginsSince(
      hostname: "rdp1.corp.example"
      # bootTime: the last start that is known
      at: "2026-11-16T15:00:00Z"
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
  `# CAR-2016-04-004: local accounts over the network.
# WS6's Administrator came from WS5, twice: a stolen
# hash. The reception's account is local, too, but sits
# at WS6; ANONYMOUS LOGON is no account.
query LocalAccountLogins {
  car {
    localAccountLogins(
      range: {
        from: "2026-11-06T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
    ) {
      totalCount { value relation }
      nodes {
        login { time hostname user uid srcIp }
      }
    }
  }
}
`,
  `# CAR-2016-04-005: remote desktops from elsewhere.
# Approved are the company and Fay's home: it was Carol
# who came from outside, for the first time.
query RemoteDesktopLogins {
  car {
    remoteDesktopLogins(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
      approvedSources: [
        "10.20.0.0/24"
        "198.51.100.23/32"
      ]
    ) {
      totalCount { value relation }
      nodes {
        login { time hostname user srcIp }
        # From there, on this host, before the range
        seenBefore
      }
    }
  }
}
`,
];
