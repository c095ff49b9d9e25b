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
      total
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
      total
      nodes {
        reconnect { time hostname user srcIp }
      }
    }
  }
}
`,
];
