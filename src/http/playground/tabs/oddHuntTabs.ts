/** The tabs of the hunts over what is odd about single events: each says what it finds in the demo, and what it leaves alone. */
export const ODD_HUNT_TABS: readonly string[] = [
  `# Back in a session from an address that it never had:
# the intruder's, through a tunnel. Fay came back, too,
# but from where she had been.
query ReconnectFromNewSource {
  hunts {
    reconnectFromNewSource(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
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
  `# Back in a session without a login: who does so has
# hijacked it. Fay's client logged in 0.7 s before, as
# Windows' does; the intruder's tunnel did not.
query ReconnectWithoutLogin {
  hunts {
    reconnectWithoutLogin(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
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
  `# Logins outside of the working week, in Berlin's time:
# adm-ivo's on Saturday night, and the one to WS6 after
# ten on Monday. Fay's on Friday, at 18:55, is within.
query OffHours {
  hunts {
    offHours(
      range: {
        from: "2026-11-13T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
      timeZone: "Europe/Berlin"
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
        login { hostname user loginType srcIp }
        localTime
        weekday
      }
    }
  }
}
`,
  `# Events without a session: FS1 lost a login of Ben's.
# How much of a host's log is such tells how far its
# audit policy can be trusted.
query Orphans {
  hunts {
    orphans(
      range: {
        from: "2026-11-16T00:00:00Z"
        until: "2026-11-17T00:00:00Z"
      }
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
];
