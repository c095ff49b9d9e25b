import type { Action } from '../model/action.ts';
import type { EventInput } from '../model/eventInput.ts';

import type { EventToRecord } from './recordEvents.ts';

/**
 * A small intrusion that we wrote, at corp.example on Monday 16 November 2026, with some normal life around it.
 *
 * From 203.0.113.66 someone sprays one password over twelve accounts of the jump host RDP1, gets in as carol, hops by
 * remote desktop to WS5 and from there to the file server, has WS5 locked and unlocked, comes back to it from a new
 * address, 203.0.113.99, and logs out. Ana and Ben work as always; Ben mistypes his password once; a machine account
 * and SYSTEM make their noise.
 */
const SPRAYED = ['ana', 'ben', 'dora', 'emil', 'fay', 'gus', 'hana', 'ivo', 'jon', 'kim', 'lea', 'carol'];

let record = 4100;

/** One event of the demo; times are on that Monday, UTC. */
const at = (
  clock: string,
  action: Action,
  hostname: string,
): ((fields: Partial<EventInput>) => EventToRecord) => {
  record += 1;
  const sourceId = `windows/security/${record}`;
  const time = `2026-11-16T${clock}Z`;
  return (fields) => ({ action, input: { time, hostname: `${hostname}.corp.example`, sourceId, ...fields } });
};

const ANA = { user: 'CORP\\ana', uid: 'S-1-5-21-1004336348-1177238915-682003330-1104' };
const BEN = { user: 'CORP\\ben', uid: 'S-1-5-21-1004336348-1177238915-682003330-1105' };
const CAROL = { user: 'CORP\\carol', uid: 'S-1-5-21-1004336348-1177238915-682003330-1106' };
const OUTSIDE = { srcIp: '203.0.113.66', destIp: '198.51.100.10', destPort: 3389 } as const;

const spray: readonly EventToRecord[] = SPRAYED.map((name, index) =>
  at(
    `10:${String(2 + index).padStart(2, '0')}:07.120400`,
    'LOGIN',
    'rdp1',
  )({
    user: `CORP\\${name}`,
    loginType: 'RDP',
    loginSuccessful: false,
    ...OUTSIDE,
    srcPort: 50_100 + index,
  }),
);

export const DEMO_EVENTS: readonly EventToRecord[] = [
  at(
    '07:30:00.000000',
    'LOGIN',
    'ws2',
  )({
    user: 'NT AUTHORITY\\SYSTEM',
    uid: 'S-1-5-18',
    loginId: '0x3e7',
    loginType: 'LOCAL',
    loginSuccessful: true,
  }),
  at(
    '07:31:12.500000',
    'LOGIN',
    'fs1',
  )({
    user: 'CORP\\WS2$',
    uid: 'S-1-5-21-1004336348-1177238915-682003330-1602',
    loginId: '0x51c20',
    loginType: 'REMOTE',
    loginSuccessful: true,
    srcIp: '10.20.0.12',
    srcPort: 49_712,
  }),
  at(
    '07:31:40.000000',
    'LOGOUT',
    'fs1',
  )({
    user: 'CORP\\WS2$',
    uid: 'S-1-5-21-1004336348-1177238915-682003330-1602',
    loginId: '0x51c20',
    loginType: 'REMOTE',
  }),
  at(
    '08:01:15.204000',
    'LOGIN',
    'ws2',
  )({ ...ANA, loginId: '0x8a1f0', loginType: 'INTERACTIVE', loginSuccessful: true }),
  at('08:12:44.910000', 'LOGIN', 'ws3')({ user: BEN.user, loginType: 'INTERACTIVE', loginSuccessful: false }),
  at(
    '08:12:58.377000',
    'LOGIN',
    'ws3',
  )({ ...BEN, loginId: '0x7b330', loginType: 'INTERACTIVE', loginSuccessful: true }),
  at(
    '08:15:02.030500',
    'LOGIN',
    'fs1',
  )({
    ...ANA,
    loginId: '0x5f0a1',
    loginType: 'REMOTE',
    loginSuccessful: true,
    srcIp: '10.20.0.12',
    srcPort: 49_801,
  }),
  at('08:15:12.000100', 'LOGOUT', 'fs1')({ ...ANA, loginId: '0x5f0a1', loginType: 'REMOTE' }),
  at('09:58:31.000000', 'LOCK', 'ws2')({ ...ANA, loginId: '0x8a1f0' }),
  ...spray,
  at(
    '10:14:22.418830',
    'LOGIN',
    'rdp1',
  )({ ...CAROL, loginId: '0x1d4f2a', loginType: 'RDP', loginSuccessful: true, ...OUTSIDE, srcPort: 50_131 }),
  at('10:15:40.000000', 'UNLOCK', 'ws2')({ ...ANA, loginId: '0x8a1f0' }),
  at(
    '10:21:09.730112',
    'LOGIN',
    'ws5',
  )({
    ...CAROL,
    loginId: '0x2c81e4',
    loginType: 'RDP',
    loginSuccessful: true,
    srcIp: '10.20.0.10',
    srcPort: 51_877,
    destIp: '10.20.0.15',
    destPort: 3389,
  }),
  at(
    '10:29:55.004200',
    'LOGIN',
    'fs1',
  )({
    ...CAROL,
    loginId: '0x6033b',
    loginType: 'REMOTE',
    loginSuccessful: true,
    srcIp: '10.20.0.15',
    srcPort: 52_004,
  }),
  at('10:31:17.880000', 'LOGOUT', 'fs1')({ ...CAROL, loginId: '0x6033b', loginType: 'REMOTE' }),
  at('10:45:00.250000', 'LOCK', 'ws5')({ ...CAROL, loginId: '0x2c81e4' }),
  at('11:20:33.615000', 'UNLOCK', 'ws5')({ ...CAROL, loginId: '0x2c81e4' }),
  at(
    '13:02:48.091700',
    'RECONNECT',
    'ws5',
  )({ ...CAROL, loginId: '0x2c81e4', loginType: 'RDP', srcIp: '203.0.113.99', srcPort: 61_200 }),
  at('13:40:05.333000', 'LOGOUT', 'ws5')({ ...CAROL, loginId: '0x2c81e4', loginType: 'RDP' }),
  at('13:40:41.002000', 'LOGOUT', 'rdp1')({ ...CAROL, loginId: '0x1d4f2a', loginType: 'RDP' }),
  at('16:58:20.000000', 'LOGOUT', 'ws3')({ ...BEN, loginId: '0x7b330', loginType: 'INTERACTIVE' }),
  at('17:04:36.700000', 'LOGOUT', 'ws2')({ ...ANA, loginId: '0x8a1f0', loginType: 'INTERACTIVE' }),
];
