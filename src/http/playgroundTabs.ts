/** The tabs that a browser finds open; each runs as it stands, on the demo's events or on one's own. */
export const PLAYGROUND_TABS: readonly string[] = [
  `# What is here, and the newest events. Ctrl-Enter runs; Ctrl-Space completes; the book icon has the docs.
query NewestEvents {
  overview {
    firstAt
    lastAt
    hosts
    accounts
    events { value relation }
  }
  sessionEvents(first: 20, filter: { excludeNoise: true }) {
    nodes {
      time
      action
      hostname
      user
      loginId
      ... on RemoteCapableEvent { loginType srcIp }
      ... on LoginEvent { loginSuccessful }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  `# Failed logins by remote desktop or over the network, from one network.
query FailedLogins {
  sessionEvents(
    first: 50
    filter: {
      action: { eq: LOGIN }
      loginSuccessful: { eq: false }
      loginType: { in: [RDP, REMOTE] }
      srcIp: { inCidr: ["203.0.113.0/24"] }
    }
  ) {
    totalCount { value relation }
    nodes {
      time
      hostname
      user
      ... on LoginEvent { loginType srcIp srcPort }
    }
  }
}
`,
  `# One host's timeline; each action shows the fields that apply to it.
query Timeline {
  sessionEvents(
    order: OLDEST_FIRST
    filter: { hostname: { eq: "ws5.corp.example" }, excludeNoise: true }
  ) {
    nodes {
      __typename
      time
      user
      loginId
      ... on LoginEvent { loginType loginSuccessful srcIp srcPort destIp destPort }
      ... on LogoutEvent { loginType }
      ... on ReconnectEvent { srcIp srcPort }
      ... on LockEvent { uid }
      ... on UnlockEvent { uid }
    }
  }
}
`,
  `# The example row of CAR's User Session page. Run it twice: the second time it is a DUPLICATE.
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
    results { status id errors { field code message } }
  }
}
`,
  `# A bad event does not cost its neighbours: two are stored, one is rejected and says why.
mutation MixedBatch {
  ingestSessionEvents(
    events: [
      { lock: { time: "2026-11-16T12:00:00+01:00", hostname: "host1.example.com", user: "ana@example.com", loginId: "0x1f4" } }
      { unlock: { time: "2026-11-16T12:05:00.250+01:00", hostname: "HOST1", user: "EXAMPLE\\\\ANA", loginId: 500 } }
      { logout: { time: "2026-11-16T12:30:00", hostname: "HOST1", loginType: INTERACTIVE, srcIp: "10.0.0.256" } }
    ]
  ) {
    accepted
    duplicates
    rejected
    results { index status errors { field code message } notes { code } }
  }
}
`,
];
