import { DEMO_DAY } from './tab.ts';
import type { Example } from './tab.ts';

/** Tabs on hosts and accounts. */
export const HOST_AND_ACCOUNT_TABS: readonly Example[] = [
  {
    query: `# Search by the beginning of a name, address or id.
# Demo: the intruder's network.
query Search($text: String!) {
  search(text: $text) {
    nodes {
      kind
      value
      match
      firstSeenAt
      lastSeenAt
      ... on HostMatch { host { lastLogin { user } } }
      ... on AccountMatch {
        account { lastLogin { time } }
      }
      ... on AddressMatch {
        events(first: 2) {
          nodes { time hostname user }
        }
      }
    }
    # Kinds with more matches
    truncatedKinds
  }
}
`,
    variables: { text: { demo: '203.0.113', own: 'hostname' } },
  },
  {
    query: `# Who was logged on to a host at a given time?
# One entry for each account, with all its sessions.
query WhoWasOn($hostname: String!, $at: DateTime!) {
  host(hostname: $hostname) {
    hostname
    firstSeenAt
    lastSeenAt
    loggedOn(at: $at) {
      # AFTER_LAST_EVENT: later logins may be missing
      coverage { status eventBefore eventAfter }
      accounts {
        account { user }
        state
        # POSSIBLE: not proven at that time
        certainty
        since
        provenUntil
        sessions { loginType srcIps endedAt endReason }
      }
    }
  }
}
`,
    variables: {
      hostname: { demo: 'rdp1.corp.example', own: 'hostname' },
      at: { demo: '2026-11-16T11:00:00Z', own: 'seenAt' },
    },
  },
  {
    query: `# One account's day: on which hosts, what it did there,
# and who else was logged on at the same time.
query AccountDay($user: String!, $day: TimeRange!) {
  account(user: $user) {
    user
    firstSeenAt
    lastLogin { time hostname srcIp }
    sessions(
      order: { field: STARTED, direction: ASCENDING }
      filter: { overlaps: $day }
    ) {
      nodes {
        hostname
        loginType
        startedAt
        duration
        srcIps
        events { nodes { time action } }
        # the disconnects of the session
        contextEvents { nodes { time } }
        concurrentSessions { nodes { user startedAt } }
      }
    }
  }
}
`,
    variables: {
      user: { demo: 'CORP\\carol', own: 'user' },
      day: { demo: DEMO_DAY, own: 'seenOn' },
    },
  },
  {
    query: `# When did a host start and stop, and when did it
# record that it ran? When was someone disconnected?
query StartsAndStops($hostname: String!) {
  host(hostname: $hostname) {
    hostname
    contextEvents(order: OLDEST_FIRST) {
      totalCount { value }
      nodes {
        __typename
        time
        sourceId
        ... on Disconnect { user loginId srcIp }
      }
    }
  }
}
`,
    variables: { hostname: { demo: 'rdp1.corp.example', own: 'startedHost' } },
  },
  {
    query: `# Who logs on to what, and from where? Edges lead from
# sources to accounts to hosts, new connections first.
# Demo: the tunnel, then the steps before it.
query LogonGraph($range: TimeRange!) {
  logonGraph(
    range: $range
    order: { field: FIRST_AT }
    first: 20
  ) {
    edgeTotalCount { value }
    nodeTotalCount { value }
    edges {
      from
      to
      successes
      failures
      reconnects
      firstAt
      events(first: 1) { nodes { loginId } }
    }
    nodes { key kind name edgeCount failures }
  }
}
`,
    variables: { range: { demo: DEMO_DAY, own: 'range' } },
  },
];
