import type { Action } from '../model/action.ts';
import type { EventInput } from '../model/eventInput.ts';

import type { EventToRecord } from './recordEvents.ts';

/*
 * A small intrusion that we wrote, at corp.example on Monday 16 November 2026, with some normal life around it.
 *
 * From 203.0.113.66 someone sprays one password over thirteen accounts of the jump host RDP1, a minute apart: twelve refuse
 * it, carol's takes it. From RDP1 they go on by remote desktop to WS5, and from WS5 to the file server FS1. WS5 locks itself
 * while they are away and they unlock it with the password they have. Later they come back to the same session through a
 * tunnel: Windows records the address that the client itself names, 203.0.113.99. Then they log out of both hosts.
 *
 * Carol is on leave. Ana and Ben work as always, and Ben mistypes his password once; Fay works from home through RDP1 and
 * comes back to her session from the address that she left from; Gus locks his screen in the evening and goes home, so that his session
 * stays open; SYSTEM and a machine account make their noise.
 *
 * What an event carries is what Windows records: a failure has neither uid nor login id, a reconnect no uid and no port.
 */
const DAY = '2026-11-16';
const DOMAIN_SID = 'S-1-5-21-1004336348-1177238915-682003330';

const ANA = { user: 'CORP\\ana', uid: `${DOMAIN_SID}-1104` };
const BEN = { user: 'CORP\\ben', uid: `${DOMAIN_SID}-1105` };
const CAROL = { user: 'CORP\\carol', uid: `${DOMAIN_SID}-1106` };
const FAY = { user: 'CORP\\fay', uid: `${DOMAIN_SID}-1109` };
const GUS = { user: 'CORP\\gus', uid: `${DOMAIN_SID}-1110` };
const WS2_ITSELF = { user: 'CORP\\WS2$', uid: `${DOMAIN_SID}-1602` };
const SYSTEM = { user: 'NT AUTHORITY\\SYSTEM', uid: 'S-1-5-18', loginId: '0x3e7' };
const SPRAYED = ['ana', 'ben', 'dora', 'emil', 'fay', 'gus', 'hana', 'ivo', 'jon', 'kim', 'lea', 'mia'];

const AT_KEYBOARD = { loginType: 'INTERACTIVE' } as const;
const BY_DESKTOP = { loginType: 'RDP' } as const;
const BY_NETWORK = { loginType: 'REMOTE' } as const;
const TO_RDP1 = { ...BY_DESKTOP, destIp: '10.20.0.10', destPort: 3389 };
const TO_WS5 = { ...BY_DESKTOP, destIp: '10.20.0.15', destPort: 3389 };
const TO_FS1 = { ...BY_NETWORK, destIp: '10.20.0.20', destPort: 445 };

const FROM_FAYS_HOME = { srcIp: '198.51.100.23' };
const FROM_OUTSIDE = { srcIp: '203.0.113.66' };
const FROM_TUNNEL = { srcIp: '203.0.113.99' };
const FROM_RDP1 = { srcIp: '10.20.0.10' };
const FROM_WS2 = { srcIp: '10.20.0.12' };
const FROM_WS3 = { srcIp: '10.20.0.13' };
const FROM_WS5 = { srcIp: '10.20.0.15' };

const LET_IN = { loginSuccessful: true };
const REFUSED = { loginSuccessful: false };

type Entry = readonly [clock: string, action: Action, fields: Partial<EventInput>];

const ANA_AT_WS2 = { ...ANA, loginId: '0x8a1f0' };
const ws2: readonly Entry[] = [
  ['07:58:03.118240', 'LOGIN', { ...SYSTEM, loginType: 'LOCAL', ...LET_IN }],
  ['08:01:15.204117', 'LOGIN', { ...ANA_AT_WS2, ...AT_KEYBOARD, ...LET_IN }],
  ['09:58:31.660902', 'LOCK', ANA_AT_WS2],
  ['10:15:40.027511', 'UNLOCK', ANA_AT_WS2],
  ['12:04:09.451336', 'LOCK', ANA_AT_WS2],
  ['12:43:55.908120', 'UNLOCK', ANA_AT_WS2],
  ['17:04:36.700284', 'LOGOUT', { ...ANA_AT_WS2, ...AT_KEYBOARD }],
];

const BEN_AT_WS3 = { ...BEN, loginId: '0x7b330' };
const ws3: readonly Entry[] = [
  ['08:12:44.910453', 'LOGIN', { user: BEN.user, ...AT_KEYBOARD, ...REFUSED }],
  ['08:12:58.377908', 'LOGIN', { ...BEN_AT_WS3, ...AT_KEYBOARD, ...LET_IN }],
  ['16:58:20.045671', 'LOGOUT', { ...BEN_AT_WS3, ...AT_KEYBOARD }],
];

const GUS_AT_WS4 = { ...GUS, loginId: '0x9d2c8' };
const ws4: readonly Entry[] = [
  ['08:24:50.336170', 'LOGIN', { ...GUS_AT_WS4, ...AT_KEYBOARD, ...LET_IN }],
  ['17:21:08.914402', 'LOCK', GUS_AT_WS4],
];

const spray = SPRAYED.map((name, index): Entry => [
  `10:${String(2 + index).padStart(2, '0')}:07.${120_408 + 7919 * index}`,
  'LOGIN',
  { user: `CORP\\${name}`, ...TO_RDP1, ...FROM_OUTSIDE, srcPort: 50_104 + 2 * index, ...REFUSED },
]);

const FAY_AT_RDP1 = { ...FAY, loginId: '0x19c0e7' };
const CAROL_AT_RDP1 = { ...CAROL, loginId: '0x1d4f2a' };
const rdp1: readonly Entry[] = [
  ['08:40:11.882035', 'LOGIN', { ...FAY_AT_RDP1, ...TO_RDP1, ...FROM_FAYS_HOME, srcPort: 49_731, ...LET_IN }],
  ...spray,
  ['10:14:07.418830', 'LOGIN', { ...CAROL_AT_RDP1, ...TO_RDP1, ...FROM_OUTSIDE, srcPort: 50_128, ...LET_IN }],
  ['12:47:30.115209', 'RECONNECT', { user: FAY.user, loginId: '0x19c0e7', ...BY_DESKTOP, ...FROM_FAYS_HOME }],
  ['13:40:41.002763', 'LOGOUT', { ...CAROL_AT_RDP1, ...BY_DESKTOP }],
  ['16:31:52.690417', 'LOGOUT', { ...FAY_AT_RDP1, ...BY_DESKTOP }],
];

const CAROL_AT_WS5 = { ...CAROL, loginId: '0x2c81e4' };
const ws5: readonly Entry[] = [
  ['10:21:09.730112', 'LOGIN', { ...CAROL_AT_WS5, ...TO_WS5, ...FROM_RDP1, srcPort: 51_877, ...LET_IN }],
  ['10:45:00.250000', 'LOCK', CAROL_AT_WS5],
  ['11:20:33.615000', 'UNLOCK', CAROL_AT_WS5],
  ['13:02:48.091700', 'RECONNECT', { user: CAROL.user, loginId: '0x2c81e4', ...BY_DESKTOP, ...FROM_TUNNEL }],
  ['13:40:05.333000', 'LOGOUT', { ...CAROL_AT_WS5, ...BY_DESKTOP }],
];

const WS2_AT_FS1 = { ...WS2_ITSELF, loginId: '0x51c20' };
const ANA_AT_FS1 = { ...ANA, loginId: '0x5f0a1' };
const BEN_AT_FS1 = { ...BEN, loginId: '0x5f7d4' };
const CAROL_AT_FS1 = { ...CAROL, loginId: '0x6033b' };
const fs1: readonly Entry[] = [
  ['07:58:41.506118', 'LOGIN', { ...WS2_AT_FS1, ...TO_FS1, ...FROM_WS2, srcPort: 49_712, ...LET_IN }],
  ['07:58:53.240967', 'LOGOUT', { ...WS2_AT_FS1, ...BY_NETWORK }],
  ['08:15:02.030500', 'LOGIN', { ...ANA_AT_FS1, ...TO_FS1, ...FROM_WS2, srcPort: 49_801, ...LET_IN }],
  ['08:15:12.000100', 'LOGOUT', { ...ANA_AT_FS1, ...BY_NETWORK }],
  ['08:33:27.719345', 'LOGIN', { ...BEN_AT_FS1, ...TO_FS1, ...FROM_WS3, srcPort: 49_690, ...LET_IN }],
  ['08:33:39.884002', 'LOGOUT', { ...BEN_AT_FS1, ...BY_NETWORK }],
  ['10:29:55.004218', 'LOGIN', { ...CAROL_AT_FS1, ...TO_FS1, ...FROM_WS5, srcPort: 52_004, ...LET_IN }],
  ['10:31:17.880934', 'LOGOUT', { ...CAROL_AT_FS1, ...BY_NETWORK }],
];

/** A host's Security log; its record numbers leave room for the records that are no session events. */
const logOf = (host: string, firstRecord: number, entries: readonly Entry[]): readonly EventToRecord[] =>
  entries.map(([clock, action, fields], index) => ({
    action,
    input: {
      time: `${DAY}T${clock}Z`,
      hostname: `${host}.corp.example`,
      sourceId: `windows/security/${firstRecord + 3 * index}`,
      ...fields,
    },
  }));

/** The events of the demo, host by host. */
export const DEMO_EVENTS: readonly EventToRecord[] = [
  ...logOf('ws2', 61_207, ws2),
  ...logOf('ws3', 33_914, ws3),
  ...logOf('ws4', 27_433, ws4),
  ...logOf('rdp1', 190_552, rdp1),
  ...logOf('ws5', 48_112, ws5),
  ...logOf('fs1', 722_080, fs1),
];
