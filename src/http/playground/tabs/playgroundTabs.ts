import { CAR_TABS } from './carTabs.ts';
import { COUNTING_TABS } from './countingTabs.ts';
import { HUNT_TABS } from './huntTabs.ts';
import { ODD_HUNT_TABS } from './oddHuntTabs.ts';
import { SESSION_HUNT_TABS } from './sessionHuntTabs.ts';

/** The tabs that a browser finds open; each runs as it stands, on the demo's events or on one's own. */
export const PLAYGROUND_TABS: readonly string[] = [
  `# What is stored, and the newest of it without noise.
# Ctrl-Enter runs a query, Ctrl-Space completes it.
# If a key is needed, open Headers below and write
# {"Authorization": "Bearer ss_…"}, once for all tabs;
# the two arrows on the left then fetch the docs.
query NewestEvents {
  overview {
    events { value relation }
    firstAt
    lastAt
    hosts { value }
    accounts { value }
  }
  sessionEvents(
    first: 20
    # Machine accounts, SYSTEM, services
    filter: { excludeNoise: true }
  ) {
    nodes {
      time
      action
      hostname
      user
      ... on RemoteCapableEvent { loginType srcIp }
      ... on LoginEvent { loginSuccessful }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  `# Failed remote desktop logins from one network.
# Did one get in? Take out the first filter and look.
query FailedRdpLogins {
  sessionEvents(
    filter: {
      loginSuccessful: { eq: false }
      # REMOTE: so Windows records RDP with NLA
      loginType: { in: [RDP, REMOTE] }
      srcIp: { inCidr: ["203.0.113.0/24"] }
    }
  ) {
    totalCount { value relation }
    nodes {
      time
      action
      hostname
      user
      ... on RemoteCapableEvent { loginType srcIp }
      ... on LoginEvent { loginSuccessful }
    }
  }
}
`,
  `# What happened on one host, oldest first.
# Each action is a type with the fields that fit it.
query HostTimeline {
  sessionEvents(
    order: OLDEST_FIRST
    filter: {
      hostname: { eq: "ws5.corp.example" }
      time: { from: "2026-11-16T00:00:00Z" }
      excludeNoise: true
    }
  ) {
    nodes {
      __typename
      time
      user
      loginId
      ... on LoginEvent {
        loginSuccessful
        loginType
        srcIp
      }
      ... on LockEvent { uid }
      ... on UnlockEvent { uid }
      ... on ReconnectEvent { loginType srcIp }
      ... on LogoutEvent { loginType }
    }
  }
}
`,
  `# Who was on the jump host at eleven?
# One entry for each account, whatever its sessions.
query WhoWasOn {
  host(hostname: "rdp1.corp.example") {
    hostname
    firstSeenAt
    lastSeenAt
    loggedOn(at: "2026-11-16T11:00:00Z") {
      # AFTER_LAST_EVENT: no logs is not nobody
      coverage
      accounts {
        account { user }
        state
        since
        sessions { loginType srcIps endedAt endReason }
      }
    }
  }
}
`,
  `# Who is still logged on, the longest first.
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
      # FIRST_SEEN: the log begins in its middle
      startReason
      state
      lockedSeconds
      host { lastSeenAt }
    }
  }
}
`,
  `# One account's day: where it was, what it did there,
# and who else was on meanwhile.
query AccountDay {
  account(user: "CORP\\\\carol") {
    user
    firstSeenAt
    lastLogin { time hostname srcIp }
    sessions(
      order: { field: STARTED, direction: ASCENDING }
      filter: {
        overlaps: {
          from: "2026-11-16T00:00:00Z"
          until: "2026-11-17T00:00:00Z"
        }
      }
    ) {
      nodes {
        hostname
        loginType
        startedAt
        duration
        srcIps
        events { nodes { time action } }
        concurrentSessions { nodes { user startedAt } }
      }
    }
  }
}
`,
  ...HUNT_TABS,
  ...SESSION_HUNT_TABS,
  ...ODD_HUNT_TABS,
  ...CAR_TABS,
  ...COUNTING_TABS,
  `# Who asked what: the audit, for admins alone.
# An entry is there within a second of its answer.
query WhoAsked {
  auditLog(first: 5) {
    nodes {
      time
      callerKind
      callerName
      operationName
      outcome
      rows
      durationMs
    }
  }
}
`,
  `# The example of MITRE CAR's page on user sessions.
# Run it twice: the second time it is a DUPLICATE.
mutation CarExample {
  ingestSessionEvents(
    events: [
      {
        login: {
          time: "2026-11-16T09:00:00Z"
          hostname: "HOST1"
          user: "HOST1\\\\LOCALUSER"
          uid: "S-1-5-18"
          loginId: 1008115
          loginType: RDP
          loginSuccessful: false
          srcIp: "10.0.0.54"
          srcPort: 50438
          destIp: "192.168.1.5"
          destPort: 1900
        }
      }
    ]
  ) {
    accepted
    duplicates
    rejected
    results {
      status
      id
      errors { field code message }
    }
  }
}
`,
  `# A bad event does not cost its neighbours: the time of
# the logout has no offset, the other two are stored.
mutation MixedBatch {
  ingestSessionEvents(
    events: [
      {
        lock: {
          time: "2026-11-16T12:00:00+01:00"
          hostname: "host1.example.com"
          user: "ana@example.com"
          loginId: "0x1f4"
        }
      }
      {
        unlock: {
          time: "2026-11-16T12:05:00.250+01:00"
          hostname: "HOST1"
          user: "EXAMPLE\\\\ANA"
          loginId: 500
        }
      }
      {
        logout: {
          time: "2026-11-16T12:30:00"
          hostname: "HOST1"
          user: "ana"
          loginId: 500
        }
      }
    ]
  ) {
    accepted
    duplicates
    rejected
    results {
      index
      status
      errors { field code message }
    }
  }
}
`,
];
