import { DEMO_DAY } from './tab.ts';
import type { Example } from './tab.ts';

/** Tabs of the hunts over single events. Each says what it finds in the demo, and what it ignores. */
export const ODD_HUNT_TABS = {
  reconnectFromNewSource: {
    query: `# Reconnects from an address that is new to the
# session. Demo: the intruder's, through a tunnel.
# Fay's came from the same address as before.
query ReconnectFromNewSource($range: TimeRange!) {
  hunts {
    reconnectFromNewSource(
      range: $range
    ) {
      totalCount { value relation }
      nodes {
        reconnect {
          time
          hostname
          user
          srcIp
          session { startedAt endedAt }
        }
        sourcesBefore
      }
    }
  }
}
`,
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
    },
  },
  reconnectWithoutLogin: {
    query: `# Reconnects without a login, as in session hijacking.
# Demo: the intruder's. Fay's client logged in 0.7 s
# before, as Windows' remote desktop does.
query ReconnectWithoutLogin($range: TimeRange!) {
  hunts {
    reconnectWithoutLogin(
      range: $range
      window: "PT30S"
    ) {
      totalCount { value relation }
      nodes {
        reconnect { time hostname user srcIp }
      }
    }
  }
}
`,
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
    },
  },
  offHours: {
    query: `# Logins, reconnects and unlocks outside of working
# hours. Demo, Berlin time: adm-ivo's login on Saturday
# night, and the one on WS6 after 22:00 on Monday.
# Fay's at 18:55 is within them.
query OffHours(
  $range: TimeRange!
  $timeZone: String!
) {
  hunts {
    offHours(
      range: $range
      timeZone: $timeZone
      openHours: [
        {
          days: [
            MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY
          ]
          from: "07:00"
          until: "19:00"
        }
      ]
    ) {
      totalCount { value relation }
      nodes {
        event {
          action
          hostname
          user
          ... on RemoteCapableEvent { loginType srcIp }
        }
        localTime
        weekday
      }
    }
  }
}
`,
    variables: {
      range: { demo: { from: '2026-11-13T00:00:00Z', until: '2026-11-17T00:00:00Z' }, own: 'range' },
      timeZone: { demo: 'Europe/Berlin', own: 'timeZone' },
    },
  },
  orphans: {
    query: `# Events without a session. Demo: FS1 did not record a
# login of Ben's. A high rate shows a host whose audit
# policy misses events.
query Orphans($range: TimeRange!) {
  hunts {
    orphans(
      range: $range
    ) {
      totalCount { value relation }
      nodes {
        event { time action hostname user loginId }
        reason
      }
      rates {
        host { hostname }
        day
        orphans
        events
        rate
      }
    }
  }
}
`,
    variables: {
      range: { demo: DEMO_DAY, own: 'range' },
    },
  },
} as const satisfies Readonly<Record<string, Example>>;
