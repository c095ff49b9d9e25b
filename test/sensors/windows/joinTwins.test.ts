import { describe, expect, test } from '@jest/globals';

import { aRecord, listEvents, listFates } from './records.ts';
import type { Fields } from './records.ts';

/** The n-th record of the log: an interactive logon as Windows 7 writes it. */
const aLogon = (n: number, loginId: string, fields: Fields = {}): Fields =>
  aRecord({
    EventRecordID: n,
    LogonType: '2',
    ProcessId: '0x1f4',
    TargetLogonId: loginId,
    IpAddress: '127.0.0.1',
    ...fields,
  });

const ELEVATED = aLogon(1, '0x1a2b3');
const FILTERED = aLogon(2, '0x1a2d9');

/** The links of all logins, by login id. */
const listLinks = (records: readonly Fields[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    listEvents(records).map((event: any) => [event.login?.loginId, event.login?.linkedLoginId ?? null]),
  );

describe('the two records of a logon on Windows 7', () => {
  const LINKED = { '0x1a2b3': '0x1a2d9', '0x1a2d9': null };

  test('the lower id is linked to the higher, in either order', () => {
    expect(listLinks([ELEVATED, FILTERED])).toEqual(LINKED);
    expect(listLinks([FILTERED, ELEVATED])).toEqual(LINKED);
  });

  test('of several hosts that alternate', () => {
    const others = [aLogon(8, '0x2', { Hostname: 'WS2' }), aLogon(9, '0x1', { Hostname: 'WS2' })];
    expect(listLinks([ELEVATED, others[0] ?? {}, FILTERED, others[1] ?? {}])).toEqual({
      ...LINKED,
      '0x1': '0x2',
      '0x2': null,
    });
  });

  const UNLINKED = { '0x1a2b3': null, '0x1a2d9': null };
  test.each<[string, Fields, Fields]>([
    ['not one after the other', {}, { EventRecordID: 3 }],
    ['without record numbers', { EventRecordID: undefined }, { EventRecordID: undefined }],
    ['of another time', {}, { TimeCreated: '2026-11-16T09:00:00.124Z' }],
    ['of another process', {}, { ProcessId: '0x1f8' }],
    ['of no process', { ProcessId: undefined }, { ProcessId: undefined }],
    ['of another user', {}, { TargetUserSid: 'S-1-5-21-1-2-3-1105' }],
    ['of another type', {}, { LogonType: '10' }],
    ['over the network, where there are no twins', { LogonType: '3' }, { LogonType: '3' }],
    ['of a Windows that links them', { TargetLinkedLogonId: '0x0' }, { TargetLinkedLogonId: '0x0' }],
  ])('records %s are not twins', (_, first, second) => {
    expect(listLinks([aLogon(1, '0x1a2b3', first), aLogon(2, '0x1a2d9', second)])).toEqual(UNLINKED);
  });

  test('a third record is not a twin', () => {
    expect(listLinks([ELEVATED, FILTERED, aLogon(3, '0x1a2ff')])).toEqual({ ...LINKED, '0x1a2ff': null });
  });

  test('no login is lost: it is settled by another record or at the end', () => {
    const lock = aRecord({ EventID: 4800, EventRecordID: 2 });
    expect(listFates([ELEVATED, lock, aLogon(3, '0x1a2d9'), aLogon(5, '0x1a2e0')])).toEqual([
      'login',
      'lock',
      'login',
      'login',
    ]);
  });

  test('of more than 10,000 waiting logins the oldest is settled, not lost', () => {
    const crowd = Array.from({ length: 10_001 }, (_, n) => aLogon(1, '0x1', { Hostname: `H${n}` }));
    expect(listFates(crowd).every((fate) => fate === 'login')).toBe(true);
  });
});
