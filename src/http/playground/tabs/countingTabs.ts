import type { Example } from './tab.ts';

/** Tabs of statistics. */
export const COUNTING_TABS: readonly Example[] = [
  {
    query: `# Failed logins by hour, with the number of users: one
# user who mistypes a password, or a password spray.
query FailuresPerHour(
  $time: TimeFilter!
  $timeZone: String!
) {
  eventStats(
    filter: {
      loginSuccessful: { eq: false }
      # { "last": "P7D" } is the week before now
      time: $time
    }
    # An hour that occurs twice is two buckets
    bucket: {
      every: "PT1H"
      timeZone: $timeZone
    }
  ) {
    groups {
      count
      buckets {
        from
        count
        distinctUsers
        distinctSources
      }
    }
  }
}
`,
    variables: {
      time: { demo: { from: '2026-11-16T07:00:00Z', until: '2026-11-16T18:00:00Z' }, own: 'failureDay' },
      timeZone: { demo: 'Europe/Berlin', own: 'timeZone' },
    },
  },
  {
    query: `# Rare combinations of network and login type. Try also
# USER and HOST, USER and SRC_IP, or HOST and UID.
query RareCombinations {
  eventStats(
    filter: {
      loginSuccessful: { eq: true }
      excludeNoise: true
    }
    groupBy: [SRC_NETWORK, LOGIN_TYPE]
    having: { count: { lte: 2 } }
    order: { field: COUNT, direction: ASCENDING }
  ) {
    totalCount { value relation }
    totalCountWithoutHaving { value relation }
    # Events that are in no listed group
    otherCount
    groups {
      key { srcNetwork loginType }
      count
      distinctUsers
      firstAt
    }
  }
}
`,
  },
  {
    query: `# How long do people stay logged on at each host?
# boundedCount: sessions whose exact end is not known.
# durationSeconds leaves them out.
query SessionLengths {
  sessionStats(
    filter: {
      loginType: { in: [INTERACTIVE, RDP] }
      excludeNoise: true
    }
    groupBy: [HOST]
  ) {
    groups {
      key { hostname }
      count
      open
      boundedCount
      durationSeconds { p50 p90 max }
    }
  }
}
`,
  },
  {
    query: `# Silent hosts: the last event is older than $since.
# Is the host down, or did someone stop its log?
query SilentHosts($since: DateTime!) {
  eventStats(
    groupBy: [HOST]
    having: {
      lastAt: { until: $since }
    }
    order: { field: LAST_AT, direction: ASCENDING }
  ) {
    # Number of all hosts
    totalCountWithoutHaving { value relation }
    groups {
      key { hostname }
      lastAt
      count
    }
  }
}
`,
    variables: {
      since: { demo: '2026-11-16T16:00:00Z', own: 'startOfLastDay' },
    },
  },
];
