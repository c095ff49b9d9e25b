import type { Example } from './tab.ts';

/** The tabs about single events. */
export const EVENT_TABS: readonly Example[] = [
  {
    query: `# What is stored, and the newest events without noise.
# Ctrl-Enter runs a query, Ctrl-Space completes it.
# The button Examples above has the other tabs. Their
# variables are filled from the newest events.
# If a key is needed, open Headers below and write
# {"Authorization": "Bearer ss_…"}, once for all tabs.
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
  },
  {
    query: `# Failed remote desktop logins from one network.
# Did one succeed? Remove the first filter and look.
query FailedRdpLogins($network: CIDR!) {
  sessionEvents(
    filter: {
      loginSuccessful: { eq: false }
      # Windows records RDP with NLA as REMOTE
      loginType: { in: [RDP, REMOTE] }
      srcIp: { inCidr: [$network] }
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
    variables: { network: { demo: '203.0.113.0/24', own: 'srcNetwork' } },
  },
  {
    query: `# What happened on one host, oldest first.
# Each action is a type with the fields that fit it.
query HostTimeline(
  $hostname: String!
  $from: DateTime!
) {
  sessionEvents(
    order: OLDEST_FIRST
    filter: {
      hostname: { eq: $hostname }
      time: { from: $from }
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
    variables: {
      hostname: { demo: 'ws5.corp.example', own: 'hostname' },
      from: { demo: '2026-11-16T00:00:00Z', own: 'startOfSeenDay' },
    },
  },
];
