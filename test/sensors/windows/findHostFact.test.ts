import { describe, expect, test } from '@jest/globals';

import { aRecord, aWinlogbeatRecord, listFates, readAll } from './records.ts';
import type { Fields } from './records.ts';

const KERNEL = 'Microsoft-Windows-Kernel-General';
const EVENT_LOG = 'EventLog';
const aSystemRecord = (EventID: number, SourceName: string | undefined, fields: Fields = {}): Fields =>
  aRecord({ Channel: 'System', EventID, SourceName, ...fields });

describe('a host start', () => {
  test.each([
    ['Security 4608', aRecord({ EventID: 4608 })],
    ['Security 4624 type 0', aRecord({ LogonType: '0' })],
    ['Security 4624 type 0, a number', aRecord({ LogonType: 0 })],
    ['the same by Winlogbeat', aWinlogbeatRecord({ LogonType: '0' })],
    ['System 12', aSystemRecord(12, KERNEL)],
    ['System 12 without its provider', aSystemRecord(12, undefined)],
  ])('is %s', (_, record) => {
    expect(listFates([record])).toEqual(['hostStart']);
  });

  test.each([
    ['System 12 of another provider', aSystemRecord(12, 'Microsoft-Windows-UserModePowerService')],
    ['System 4608', aSystemRecord(4608, undefined)],
    ['Application 12', aRecord({ Channel: 'Application', EventID: 12, SourceName: KERNEL })],
    ['Security 12', aRecord({ EventID: 12, SourceName: KERNEL })],
  ])('is not %s', (_, record) => {
    expect(listFates([record])).toEqual([expect.stringMatching(/^SKIPPED: not a session event/)]);
  });

  test('is not System 6005, which repeats 12 and comes after the first logins', () => {
    const fates = listFates([aSystemRecord(6005, EVENT_LOG)]);
    expect(fates).toEqual(['SKIPPED: 6005 event log started: repeats 12']);
  });

  test('is not a failed or ended logon of type 0', () => {
    const fates = [4625, 4634].map((EventID) => aRecord({ EventID, LogonType: '0' }));
    expect(listFates(fates)).toEqual(['login', 'logout']);
  });

  test('has a time, a host, and the number of its record in its channel', () => {
    const start = { time: '2026-11-16T09:00:00.123000Z', hostname: 'WS1.corp.example' };
    const timeMs = Date.parse('2026-11-16T09:00:00.123Z');
    const outcomes = readAll([aRecord({ EventID: 4608 }), aSystemRecord(12, KERNEL, { EventRecordID: 0 })]);
    expect(outcomes).toEqual([
      {
        kind: 'CONTEXT',
        event: { hostStart: { ...start, sourceId: 'windows/security/1001' } },
        timeMs,
        origin: { file: 'test', line: 1, sensorEvent: 'security 4608' },
      },
      {
        kind: 'CONTEXT',
        event: { hostStart: { ...start, sourceId: undefined } },
        timeMs,
        origin: { file: 'test', line: 2, sensorEvent: 'system 12' },
      },
    ]);
  });

  test('needs a time with a zone, and a host', () => {
    const records = [{ TimeCreated: '2026-11-16T09:00:00' }, { TimeCreated: 'then' }, { Hostname: '-' }];
    expect(listFates(records.map((fields) => aRecord({ EventID: 4608, ...fields })))).toEqual([
      'FAILED: no time zone: TimeCreated has none; give it with --timezone, such as --timezone Europe/Berlin',
      'FAILED: TimeCreated is not a valid time',
      'FAILED: no host name: give it with --host, such as --host WEB01',
    ]);
  });
});

describe('a host stop', () => {
  test.each([
    ['Security 4609', aRecord({ EventID: 4609 })],
    ['System 13', aSystemRecord(13, KERNEL)],
    ['System 13 without its provider', aSystemRecord(13, undefined)],
  ])('is %s', (_, record) => {
    expect(listFates([record])).toEqual(['hostStop']);
  });

  test.each([
    ['System 13 of another provider', aSystemRecord(13, 'Microsoft-Windows-UserModePowerService')],
    ['Security 13', aRecord({ EventID: 13, SourceName: KERNEL })],
  ])('is not %s', (_, record) => {
    expect(listFates([record])).toEqual([expect.stringMatching(/^SKIPPED: not a session event/)]);
  });

  test('is not System 1074, after which a shutdown may be cancelled', () => {
    expect(listFates([aSystemRecord(1074, 'User32')])).toEqual([
      'SKIPPED: 1074 shutdown requested: it may be cancelled',
    ]);
  });
});

describe('a host that was seen', () => {
  // The log service stops at a shutdown, and when an attacker stops it.
  test.each([
    ['System 6006', aSystemRecord(6006, EVENT_LOG)],
    ['System 6013', aSystemRecord(6013, EVENT_LOG)],
    ['System 6013 without its provider', aSystemRecord(6013, undefined)],
    ['Security 1100', aRecord({ EventID: 1100, SourceName: 'Microsoft-Windows-Eventlog' })],
  ])('is %s', (_, record) => {
    expect(listFates([record])).toEqual(['hostSeen']);
  });

  test.each([
    ['System 6006 of another provider', aSystemRecord(6006, 'Microsoft-Windows-Winlogon')],
    ['System 1100', aSystemRecord(1100, 'Microsoft-Windows-Eventlog')],
    ['Security 6013', aRecord({ EventID: 6013, SourceName: EVENT_LOG })],
  ])('is not %s', (_, record) => {
    expect(listFates([record])).toEqual([expect.stringMatching(/^SKIPPED: not a session event/)]);
  });
});
