import { expect, test } from '@jest/globals';

import { ECS } from '../../../src/exporter/ecs.ts';
import { OCSF } from '../../../src/exporter/ocsf.ts';

import { readEvents } from '../wrappers/readEvents.ts';

const at = (second: string): string => `2026-11-16T09:00:${second}Z`;
const RDP = { hostname: 'WS5', user: 'CORP\\ana', loginId: '0xa1', loginType: 'RDP' };

/** Events with the values of all fields, and with few, as the API returns them. */
const ROWS = [
  {
    ...RDP,
    action: 'LOGIN',
    time: at('01.000001'),
    uid: 'S-1-5-21-7',
    linkedLoginId: '0xa0',
    loginSuccessful: true,
    srcIp: '203.0.113.4',
    srcPort: 50438,
    srcHostname: 'LAPTOP',
    destIp: '10.0.0.5',
    destPort: 3389,
    sourceId: 'windows/security/1',
  },
  {
    action: 'LOGIN',
    time: at('02.000000'),
    hostname: 'WS5',
    user: 'ana',
    loginType: 'LOCAL',
    loginSuccessful: true,
  },
  { action: 'LOGIN', time: at('03.000000'), hostname: 'WS6', loginType: 'REMOTE', loginSuccessful: false },
  {
    action: 'LOGIN',
    time: at('03.500000'),
    hostname: 'WS6',
    uid: '0',
    loginType: 'INTERACTIVE',
    loginSuccessful: true,
  },
  {
    ...RDP,
    action: 'RECONNECT',
    time: at('04.000000'),
    srcIp: 'fe80::1',
    srcHostname: 'LAPTOP',
    sourceId: 'x/2',
  },
  {
    action: 'LOCK',
    time: at('05.000000'),
    hostname: 'WS5',
    user: 'CORP\\ana',
    loginId: '0xa1',
    sourceId: 'x/3',
  },
  { action: 'UNLOCK', time: at('06.000000'), hostname: 'WS5', uid: 'S-1-5-21-7' },
  { ...RDP, action: 'LOGOUT', time: at('07.500000'), sourceId: 'x/4' },
];

const event = ({ action, ...fields }: (typeof ROWS)[number]) => ({ [action.toLowerCase()]: fields });

test.each([
  ['OCSF', OCSF],
  ['ECS', ECS],
])('events in %s are imported as the same events', (_, { events }) => {
  const lines = ROWS.map((row): unknown => JSON.parse(events.formatRow(row)));
  const withoutNull = (_name: string, value: unknown): unknown => value ?? undefined;
  const text = JSON.stringify(readEvents(lines), withoutNull);
  expect(JSON.parse(text)).toEqual(ROWS.map(event));
});
