import type { ContextEventToRecord } from '../domain/recordItems.ts';

import { CAROL, FAY, FROM_FAYS_HOME, FROM_RDP1 } from './company.ts';

const FAY_AT_RDP1 = { user: FAY.user, loginId: '0x19c0e7', ...FROM_FAYS_HOME };
const CAROL_AT_WS5 = { user: CAROL.user, loginId: '0x2c81e4', ...FROM_RDP1 };

type Fields = Partial<ContextEventToRecord['input']>;

/** Kind, host, time (UTC, without the year 2026), source and, of a disconnect, the other fields. */
type Entry = readonly [
  kind: ContextEventToRecord['kind'],
  host: string,
  when: string,
  source: string,
  fields?: Fields,
];

/**
 * Ivo restarts RDP1 on Saturday; on Sunday it records only that it runs. On Monday Fay's connection to RDP1 breaks, and the attacker closes
 * the window of WS5 before coming back through the tunnel.
 */
const ENTRIES: readonly Entry[] = [
  ['HOST_STOP', 'rdp1', '11-14T03:11:38.507713', 'system/40112'],
  ['HOST_START', 'rdp1', '11-14T03:12:26.041900', 'system/40118'],
  ['HOST_SEEN', 'rdp1', '11-15T12:00:00.208114', 'system/40151'],
  ['DISCONNECT', 'rdp1', '11-16T12:44:02.731006', 'security/190640', FAY_AT_RDP1],
  ['DISCONNECT', 'ws5', '11-16T12:58:31.419950', 'security/48120', CAROL_AT_WS5],
];

/** The context events of the demo. */
export const DEMO_CONTEXT_EVENTS: readonly ContextEventToRecord[] = ENTRIES.map(
  ([kind, host, when, source, fields]) => ({
    kind,
    input: {
      time: `2026-${when}Z`,
      hostname: `${host}.corp.example`,
      sourceId: `windows/${source}`,
      ...fields,
    },
  }),
);
