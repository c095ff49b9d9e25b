import { describe, expect, test } from '@jest/globals';

import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { readEvents, readFates } from '../wrappers/readEvents.ts';
import { FAILED_LOGON, LOCK, LOGON } from './messages.ts';
import { anNxlogRecord, listEvents, listFates } from './records.ts';
import type { Fields } from './records.ts';

const AUDITING = 'Microsoft-Windows-Security-Auditing';
const COMMON = { hostname: 'WS1.corp.example', user: 'CORP\\ana', loginId: '0x8A1F0' };

describe('a record of Winlogbeat without event_data', () => {
  const winlog = (event_id: number, message: string, more: Fields = {}): Fields => ({
    '@timestamp': '2026-11-16T09:00:00.123Z',
    message,
    winlog: {
      channel: 'Security',
      provider_name: AUDITING,
      event_id,
      computer_name: 'WS1.corp.example',
      record_id: 7,
      ...more,
    },
  });
  const old = (event_id: number, message: string): Fields => ({
    '@timestamp': '2026-11-16T09:00:00.123Z',
    message,
    log_name: 'Security',
    source_name: AUDITING,
    event_id,
    computer_name: 'WS1.corp.example',
    record_number: '7',
  });

  test.each([
    ['7', winlog],
    ['6', old],
  ])('has the fields of its English message: version %s', (_, make) => {
    const sourceId = 'windows/security/7';
    expect(listEvents([make(4624, LOGON), make(4625, FAILED_LOGON), make(4800, LOCK)])).toMatchObject([
      { login: { ...COMMON, sourceId, loginType: 'RDP', srcIp: '203.0.113.9' } },
      { login: { user: 'CORP\\ana maria', loginSuccessful: false } },
      { lock: COMMON },
    ]);
    expect(listFates([make(4624, 'Ein Konto wurde erfolgreich angemeldet.')])).toEqual([
      expect.stringContaining('NOT_UNDERSTOOD: 4624: the message is not the English one'),
    ]);
  });

  test('does not need a message if the event has no fields', () => {
    expect(listFates([winlog(4608, 'Windows wird gestartet.'), old(4672, '')])).toEqual([
      'hostStart',
      'SKIPPED: 4672 special privileges: no CAR action',
    ]);
  });

  test('has its fields before its message', () => {
    const event_data = { TargetUserName: 'eva', TargetLogonId: '0x1', LogonType: '2' };
    expect(listEvents([winlog(4624, LOGON, { event_data })])).toMatchObject([{ login: { user: 'eva' } }]);
  });
});

test.each([
  [1_794_819_600, '2026-11-16T09:00:00.000000Z'],
  ['1794819600', '2026-11-16T09:00:00.000000Z'],
  [1_794_819_600_123, '2026-11-16T09:00:00.123000Z'],
  [1_794_819_600_123_456, '2026-11-16T09:00:00.123456Z'],
])('an EventTime of NXLog in Unix time, %j, needs no zone', (EventTime, time) => {
  const record = anNxlogRecord({ EventTime, LogonType: '10', EventReceivedTime: 1_794_819_602 });
  expect(listEvents([record])).toMatchObject([{ login: { time } }]);
});

describe('fields that Splunk extracted, without _raw', () => {
  // https://docs.splunk.com/Documentation/AddOns/released/Windows
  const result = {
    _time: '2026-11-16T10:00:00.123+01:00',
    host: 'WS1',
    source: 'XmlWinEventLog:Security',
    EventCode: '4624',
    Computer: 'WS1.corp.example',
    EventRecordID: '1001',
    TargetUserName: 'ana',
    TargetDomainName: 'CORP',
    TargetLogonId: '0x8A1F0',
    LogonType: '10',
    IpAddress: '203.0.113.9',
  };
  const { TargetUserName: _name, TargetLogonId: _id, ...unnamed } = result;

  test('of XML are read', () => {
    const login = { ...COMMON, time: '2026-11-16T09:00:00.123000Z', sourceId: 'windows/security/1001' };
    for (const value of [result, { preview: false, result }, { results: [result] }]) {
      expect(readEvents([value])).toMatchObject([{ login }]);
    }
  });

  test('of text are read with their message', () => {
    const text = { ...unnamed, ComputerName: 'WS1.corp.example', LogName: 'Security' };
    expect(readEvents([{ result: { ...text, Message: LOGON } }])).toMatchObject([{ login: COMMON }]);
    expect(readFates([{ result: text }])).toEqual([
      'NOT_UNDERSTOOD: fields that Splunk extracted from text; export _raw: … | table _time host _raw',
    ]);
  });

  test('of another event are skipped', () => {
    expect(readFates([{ result: { ...unnamed, EventCode: '4672' } }])).toEqual([
      'SKIPPED: 4672 special privileges: no CAR action',
    ]);
  });

  test('with a time without its zone need one', () => {
    const record = { ...result, _time: '2026-11-16 10:00:00.123' };
    expect(listFates([record])).toEqual([expect.stringContaining('--timezone')]);
    expect(listEvents([record], parseInputZone('+01:00'))).toMatchObject([
      { login: { time: '2026-11-16T09:00:00.123000Z' } },
    ]);
  });
});
