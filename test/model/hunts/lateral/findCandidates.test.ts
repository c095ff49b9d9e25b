import { describe, expect, test } from '@jest/globals';

import { makeFindCandidates } from '../../../../src/model/hunts/lateral/findCandidates.ts';
import type { ClientOfEvent } from '../../../../src/model/hunts/lateral/findCandidates.ts';
import { linkHops } from '../../../../src/model/hunts/lateral/linkHops.ts';
import type { Hop } from '../../../../src/model/hunts/lateral/linkHops.ts';
import { findPaths } from '../../../../src/model/hunts/lateral/findPaths.ts';
import { makeAddressBook } from '../../../../src/model/hunts/lateral/makeAddressBook.ts';
import type { AddressEvent } from '../../../../src/model/hunts/lateral/makeAddressBook.ts';

const HOUR_US = 3_600_000_000;
const UUID = '00000000-0000-8000-8000-000000000000';
const IP = '10.0.0.1';

const at = (clock: string): string => `2026-11-16T${clock.padEnd(8, ':00')}.000000Z`;

const shows = (
  clock: string,
  evidence: AddressEvent['evidence'],
  ...hosts: readonly string[]
): AddressEvent => ({ ip: IP, hosts, evidence, time: at(clock), uuid: UUID });

const anEvent = (clock: string, fields: Partial<ClientOfEvent> = {}): ClientOfEvent => ({
  time: at(clock),
  uuid: UUID,
  hostname: 'SRV1',
  srcIp: IP,
  srcHostname: null,
  namedHosts: null,
  ...fields,
});

/** The candidates as text, null if the event is not a hop. */
const candidatesOf = (events: readonly AddressEvent[], event: ClientOfEvent): readonly string[] | null =>
  makeFindCandidates(makeAddressBook(events, HOUR_US))(event)?.map(
    ({ hostname, isStored, evidence }) => `${hostname}${isStored ? '' : '?'} ${evidence.join('+')}`,
  ) ?? null;

describe('an address belongs to the host of the last evidence before the event', () => {
  const MOVED = [shows('09:00', 'DEST_IP', 'A'), shows('09:30', 'MACHINE_LOGON', 'B')];

  test.each([
    ['before any evidence', anEvent('08:00'), []],
    ['at the time of the evidence', anEvent('09:00'), []],
    ['after it', { ...anEvent('09:00'), uuid: UUID.replace(/0$/, '1') }, ['A DEST_IP']],
    ['while both hosts had it within an hour', anEvent('09:40'), ['B MACHINE_LOGON', 'A DEST_IP']],
    ['an hour after the evidence of the first', anEvent('10:00'), ['B MACHINE_LOGON', 'A DEST_IP']],
    [
      'a microsecond later',
      { ...anEvent('10:00'), time: '2026-11-16T10:00:00.000001Z' },
      ['B MACHINE_LOGON'],
    ],
    ['at another address', anEvent('09:40', { srcIp: '10.0.0.2' }), []],
    ['from loopback', anEvent('09:40', { srcIp: '127.0.0.1' }), null],
    ['without an address', anEvent('09:40', { srcIp: null }), null],
    ['on the host itself', anEvent('12:00', { hostname: 'B' }), null],
    [
      'on the host itself, which shares the address',
      anEvent('09:40', { hostname: 'B' }),
      ['B MACHINE_LOGON', 'A DEST_IP'],
    ],
  ])('%s', (_, event, expected) => {
    expect(candidatesOf(MOVED, event)).toEqual(expected);
  });

  test('evidence that is later than the event does not count', () => {
    const both = [shows('09:00', 'DEST_IP', 'A'), shows('09:10', 'MACHINE_LOGON', 'A')];
    expect(candidatesOf(both, anEvent('09:05'))).toEqual(['A DEST_IP']);
    expect(candidatesOf(both, anEvent('09:15'))).toEqual(['A DEST_IP+MACHINE_LOGON']);
  });

  test('a host that returns is first, and the other one is as old as its own evidence', () => {
    const back = [
      shows('09:00', 'DEST_IP', 'A'),
      shows('09:10', 'DEST_IP', 'B'),
      shows('09:50', 'MACHINE_LOGON', 'A'),
    ];
    expect(candidatesOf(back, anEvent('10:05'))).toEqual(['A MACHINE_LOGON', 'B DEST_IP']);
    expect(candidatesOf(back, anEvent('10:11'))).toEqual(['A MACHINE_LOGON']);
  });

  test('of many hosts behind one address, the last ten are candidates', () => {
    const shared = Array.from({ length: 24 }, (_, n) =>
      shows(`09:${String(n).padStart(2, '0')}`, 'MACHINE_LOGON', `WS${n % 12}`),
    );
    expect(candidatesOf(shared, anEvent('09:30'))).toEqual(
      Array.from({ length: 10 }, (_, n) => `WS${11 - n} MACHINE_LOGON`),
    );
  });
});

describe('the name that the client claimed', () => {
  const OF_A = [shows('09:00', 'MACHINE_LOGON', 'A')];
  const claims = (srcHostname: string, namedHosts: readonly string[] | null, srcIp: string | null = IP) =>
    anEvent('09:40', { srcHostname, namedHosts, srcIp });

  test.each([
    ['agrees with the address', claims('A', ['A']), ['A MACHINE_LOGON+CLIENT_NAME']],
    ['contradicts the address', claims('B', ['B']), ['A MACHINE_LOGON', 'B CLIENT_NAME']],
    ['is of no stored host', claims('KALI', null), ['A MACHINE_LOGON', 'KALI? CLIENT_NAME']],
    ['is that of the host itself', claims('SRV1', ['SRV1']), ['A MACHINE_LOGON']],
    ['stands alone', claims('B', ['B'], null), ['B CLIENT_NAME']],
    ['is all that is known of a tunnel', claims('B', ['B'], '::1'), ['B CLIENT_NAME']],
    ['is that of the host itself, without an address', claims('SRV1', ['SRV1'], null), null],
  ])('%s', (_, event, expected) => {
    expect(candidatesOf(OF_A, event)).toEqual(expected);
  });

  const BOTH = ['WS5.DEV', 'WS5.PROD'];

  test('is short and fits several hosts: the address decides, and else all are candidates', () => {
    const ofProd = [shows('09:00', 'DEST_IP', 'WS5.PROD')];
    expect(candidatesOf(ofProd, claims('WS5', BOTH))).toEqual(['WS5.PROD DEST_IP+CLIENT_NAME']);
    expect(candidatesOf(OF_A, claims('WS5', BOTH))).toEqual([
      'A MACHINE_LOGON',
      'WS5.DEV CLIENT_NAME',
      'WS5.PROD CLIENT_NAME',
    ]);
  });

  test('is short, and so is the name of the machine account', () => {
    const ofBoth = [shows('09:00', 'MACHINE_LOGON', ...BOTH), shows('09:10', 'DEST_IP', 'WS5.PROD')];
    expect(candidatesOf(ofBoth, claims('WS5', BOTH))).toEqual([
      'WS5.PROD DEST_IP+MACHINE_LOGON+CLIENT_NAME',
      'WS5.DEV MACHINE_LOGON+CLIENT_NAME',
    ]);
  });
});

test('a hop with two candidates continues hops to both, and counts once for each', async () => {
  const hop = (second: number, hostname: string, ...sources: readonly string[]): Hop => ({
    time: `2026-11-16T09:00:0${second}.000000Z`,
    uuid: UUID,
    action: 'LOGIN',
    srcIp: IP,
    srcHostname: null,
    destIp: null,
    candidates: sources.map((name) => ({ hostname: name, isStored: true, evidence: ['MACHINE_LOGON'] })),
    hostname,
    account: null,
    session: { endedAt: null },
  });
  const [toA, toB, toC] = [hop(1, 'A'), hop(2, 'B'), hop(3, 'C', 'A', 'B')];
  const links = await linkHops([toA, toB, toC], { containment: 'SESSION', maxGapUs: 0, sameUser: false });
  const found = await findPaths(links, { isFrom: null, isTo: null, maxDepth: 5 }, 10);
  expect(found.paths).toEqual([
    [toA, toC],
    [toB, toC],
  ]);
  expect(found.total).toBe(2);
});
