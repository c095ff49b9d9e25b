import { describe, expect, test } from '@jest/globals';

import { anNxlogRecord, aRecord, aWinlogbeatRecord, listEvents, listFates } from './records.ts';

const LOGIN = {
  hostname: 'WS1.corp.example',
  user: 'CORP\\ana',
  uid: 'S-1-5-21-1-2-3-1104',
  loginId: '0x8a1f0',
  sourceId: 'windows/security/1001',
  loginType: 'REMOTE',
  loginSuccessful: true,
};

describe('formats are recognised by their content', () => {
  test('flat with an ISO time', () => {
    expect(listEvents([aRecord({ LogonType: '3' })])).toEqual([
      { login: { ...LOGIN, time: '2026-11-16T09:00:00.123000Z' } },
    ]);
    expect(listEvents([aRecord({ EventRecordID: undefined, RecordNumber: '77' })])).toMatchObject([
      { login: { sourceId: 'windows/security/77' } },
    ]);
  });

  test('NXLog; host is its collector', () => {
    expect(listEvents([anNxlogRecord({ LogonType: '3' })])).toEqual([
      { login: { ...LOGIN, time: '2026-11-16T09:00:00.000000Z' } },
    ]);
  });

  test('Winlogbeat 6, to the microsecond; host.name is its collector', () => {
    expect(listEvents([aWinlogbeatRecord()])).toEqual([
      { login: { ...LOGIN, time: '2026-11-16T09:00:00.123456Z' } },
    ]);
  });

  test('all of them in one input', () => {
    expect(listFates([aWinlogbeatRecord(), anNxlogRecord(), aRecord()])).toEqual(['login', 'login', 'login']);
  });

  test('Winlogbeat 6 without event data, as for records of other logs', () => {
    const record = aWinlogbeatRecord(
      {},
      {
        event_data: undefined,
        event_id: 12,
        log_name: 'System',
        source_name: 'Microsoft-Windows-Kernel-General',
      },
    );
    expect(listFates([record])).toEqual(['host start']);
  });
});

describe('what is not recognised fails by name', () => {
  const UNKNOWN =
    'FAILED: unknown format: looked for NXLog (EventID, Hostname, EventTime), flat ISO (EventID, Hostname, TimeCreated) and Winlogbeat 6 (event_id, computer_name, @timestamp)';

  test.each([
    ['Winlogbeat 7', { '@timestamp': '2026-11-16T09:00:00Z', winlog: { event_id: 4624, event_data: {} } }],
    ['Azure', { TimeGenerated: '2026-11-16T09:00:00Z', Computer: 'DC1', EventID: 4624, Channel: 'Security' }],
    ['nothing', {}],
    ['names of object methods', { constructor: 1, toString: 2 }],
  ])('%s', (_, record) => {
    expect(listFates([record])).toEqual([UNKNOWN]);
  });

  test.each([
    [[aRecord()], 'FAILED: unknown format: a JSON array; one record a line is read'],
    [null, 'FAILED: no record: the JSON is no object'],
    ['4624', 'FAILED: no record: the JSON is no object'],
    [4624, 'FAILED: no record: the JSON is no object'],
  ])('%j', (value, fate) => {
    expect(listFates([value])).toEqual([fate]);
  });
});
