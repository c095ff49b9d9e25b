import type { Example } from './tab.ts';

/** The tabs that count: how often, how rarely, and no more. */
export const COUNTING_TABS: readonly Example[] = [
  {
    query: `# Failed logins by the hour, and of how many users:
# one user who mistypes a password, or a spray.
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
    # An hour that a clock shows twice is two
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
    query: `# Rare combinations: ways in that hardly anybody uses.
# Others: USER and HOST, USER and SRC_IP, HOST and UID.
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
    # What the groups do not count
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
    query: `# Silent hosts: with events before, but none since.
# Did one stop working, or did someone stop its log?
query SilentHosts($since: DateTime!) {
  eventStats(
    groupBy: [HOST]
    having: {
      lastAt: { until: $since }
    }
    order: { field: LAST_AT, direction: ASCENDING }
  ) {
    # Of how many hosts
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
