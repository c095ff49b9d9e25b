import type { Example } from './tab.ts';

/** Tabs on events. */
export const EVENT_TABS: readonly Example[] = [
  {
    query: `# What is stored, and the newest events without noise.
# Ctrl-Enter runs a query, Ctrl-Space completes it.
# The button Examples above opens more tabs, with
# variables filled from the newest events.
# If the server requires a key, open Headers below and
# enter {"Authorization": "Bearer ss_…"} once.
query NewestEvents {
  overview {
    events { value relation }
    firstAt
    lastAt
    hosts { value }
    accounts { value }
    # Names of one domain, for DOMAIN_ALIASES
    sharedSids { domains aliases }
  }
  sessionEvents(
    first: 20
    # Hides machine accounts, SYSTEM, services
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
# To see if one succeeded, remove the first condition.
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
    query: `# Events of one host, oldest first.
# Each action has its own type and fields.
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
