import type { Example } from './tab.ts';

/** Tabs that store events. */
export const INGEST_TABS: readonly Example[] = [
  {
    query: `# The example of MITRE CAR's page on user sessions.
# Running it stores a made-up event of HOST1; running
# it again reports a DUPLICATE. To remove the event:
# npm run erase -- --host HOST1 --yes
mutation CarExample($time: DateTime!) {
  ingestSessionEvents(
    events: [
      {
        login: {
          time: $time
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
    variables: { time: { demo: '2026-11-16T09:00:00Z', own: 'now' } },
  },
  {
    query: `# An invalid event does not affect the others: the
# logout is rejected, since its time has no offset from
# UTC; the others are stored. They are made up. Remove
# them with: npm run erase -- --host HOST1 --yes
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
  },
  {
    query: `# Context events: a host stopped, which ended all of
# its sessions, and started again. They are made up.
# Remove them with: npm run erase -- --host HOST1 --yes
mutation ContextExample {
  ingestContextEvents(
    events: [
      {
        disconnect: {
          time: "2026-11-16T12:10:00Z"
          hostname: "HOST1"
          user: "ana@example.com"
          loginId: "0x1f4"
        }
      }
      {
        hostStop: {
          time: "2026-11-16T18:00:00Z"
          hostname: "HOST1"
        }
      }
      {
        hostStart: {
          time: "2026-11-16T18:02:30Z"
          hostname: "HOST1"
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
      notes { code }
      errors { field code message }
    }
  }
}
`,
  },
];
