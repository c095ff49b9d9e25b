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

describe('formats are recognized by their content', () => {
  test('a flat record with an ISO time', () => {
    expect(listEvents([aRecord({ LogonType: '3' })])).toEqual([
      { login: { ...LOGIN, time: '2026-11-16T09:00:00.123000Z' } },
    ]);
    expect(listEvents([aRecord({ EventRecordID: undefined, RecordNumber: '77' })])).toMatchObject([
      { login: { sourceId: 'windows/security/77' } },
    ]);
  });

  test('NXLog; host is the collector', () => {
    expect(listEvents([anNxlogRecord({ LogonType: '3' })])).toEqual([
      { login: { ...LOGIN, time: '2026-11-16T09:00:00.000000Z' } },
    ]);
  });

  test('Winlogbeat 6, to the microsecond; host.name is the collector', () => {
    expect(listEvents([aWinlogbeatRecord()])).toEqual([
      { login: { ...LOGIN, time: '2026-11-16T09:00:00.123456Z' } },
    ]);
  });

  const EVENT_DATA = {
    TargetUserSid: 'S-1-5-21-1-2-3-1104',
    TargetUserName: 'ana',
    TargetDomainName: 'CORP',
    TargetLogonId: '0x8a1f0',
    LogonType: 3,
  };
  const AUDITING = 'Microsoft-Windows-Security-Auditing';

  const aWinlogbeat8Record = (winlog: object = {}) => ({
    '@timestamp': '2026-11-16T09:00:00.123Z',
    host: { name: 'COLLECTOR' },
    event: { code: '4624' },
    winlog: {
      channel: 'Security',
      provider_name: AUDITING,
      event_id: '4624',
      record_id: 1001,
      computer_name: 'WS1.corp.example',
      event_data: { ...EVENT_DATA, LogonType: '3' },
      ...winlog,
    },
  });

  test('Winlogbeat 7 and 8; the time of creation has precedence over @timestamp', () => {
    const time = '2026-11-16T09:00:00.123000Z';
    expect(listEvents([aWinlogbeat8Record()])).toEqual([{ login: { ...LOGIN, time } }]);
    const exact = aWinlogbeat8Record({ time_created: '2026-11-16T09:00:00.1234567Z', record_id: '1001' });
    expect(listEvents([exact])).toEqual([{ login: { ...LOGIN, time: '2026-11-16T09:00:00.123456Z' } }]);
  });

  const anAzureRow = (fields: object = {}) => ({
    TenantId: '00000000-0000-0000-0000-000000000000',
    TimeGenerated: '2026-11-16T09:00:00.123Z',
    Computer: 'WS1.corp.example',
    EventID: 4624,
    Type: 'SecurityEvent',
    EventSourceName: AUDITING,
    Channel: 'Security',
    ...EVENT_DATA,
    ...fields,
  });

  test('Azure SecurityEvent, whose older rows have no record number', () => {
    const login = { ...LOGIN, time: '2026-11-16T09:00:00.123000Z' };
    expect(listEvents([anAzureRow()])).toEqual([{ login: { ...login, sourceId: undefined } }]);
    expect(listEvents([anAzureRow({ EventRecordId: '1001' })])).toEqual([{ login }]);
  });

  const SYSTEM = { EventRecordID: 1001, Channel: 'Security', Computer: 'WS1.corp.example' };
  const SYSTEM_TIME = { SystemTime: '2026-11-16T09:00:00.123456Z' };

  test('evtx_dump, with attributes in their element or next to it', () => {
    const nested = {
      Provider: { '#attributes': { Name: AUDITING } },
      EventID: { '#text': 4624, '#attributes': { Qualifiers: 0 } },
      TimeCreated: { '#attributes': SYSTEM_TIME },
      ...SYSTEM,
    };
    const beside = {
      Provider_attributes: { Name: AUDITING },
      EventID: 4624,
      TimeCreated_attributes: SYSTEM_TIME,
      ...SYSTEM,
    };
    for (const System of [nested, beside]) {
      expect(listEvents([{ Event: { System, EventData: EVENT_DATA } }])).toEqual([
        { login: { ...LOGIN, time: '2026-11-16T09:00:00.123456Z' } },
      ]);
    }
    const start = { Event: { System: { ...beside, EventID: 4608 }, EventData: null } };
    expect(listFates([start])).toEqual(['hostStart']);
  });

  const aLogonOfPowerShell = (fields: object, added: readonly unknown[] = []) => {
    const sid = { BinaryLength: 28, AccountDomainSid: null, Value: 'S-1-5-21-1-2-3-1104' };
    const values = ['S-1-0-0', '-', '-', 0, sid, 'ana', 'CORP', 0x8a1f0, 3, 'Kerberos', 'Kerberos', '-']
      .concat(['00000000-0000-0000-0000-000000000000', '-', '-', 0, 0, '-', '-', '-', '%%1833', '-'])
      .concat([...added, '-', '-', '%%1843', 0x8a1ff, '%%1842'] as string[]);
    return {
      Id: 4624,
      ProviderName: AUDITING,
      LogName: 'Security',
      RecordId: 1001,
      MachineName: 'WS1.corp.example',
      Properties: values.map((Value) => ({ Value })),
      ...fields,
    };
  };

  test.each([
    ['PowerShell 7', '2026-11-16T10:00:00.1234567+01:00', '2026-11-16T09:00:00.123456Z'],
    ['Windows PowerShell', '/Date(1794819600123)/', '2026-11-16T09:00:00.123000Z'],
    [
      'Windows PowerShell with its display hint',
      { value: '/Date(1794819600123)/', DisplayHint: 2 },
      '2026-11-16T09:00:00.123000Z',
    ],
  ])('Get-WinEvent of %s, whose fields have positions instead of names', (_, TimeCreated, time) => {
    const login = { ...LOGIN, time, linkedLoginId: '565759', loginId: '565744' };
    expect(listEvents([aLogonOfPowerShell({ TimeCreated })])).toEqual([{ login }]);
    // Windows 11 24H2 inserts a field.
    expect(listEvents([aLogonOfPowerShell({ TimeCreated }, ['%%1843'])])).toEqual([{ login }]);
  });

  test.each([
    [4634, ['S-1-5-21-1-2-3-1104', 'ana', 'CORP', 565_744, 3], { logout: { loginType: 'REMOTE' } }],
    [4647, ['S-1-5-21-1-2-3-1104', 'ana', 'CORP', 565_744], { logout: { loginId: '565744' } }],
    [4800, ['S-1-5-21-1-2-3-1104', 'ana', 'CORP', 565_744, 1], { lock: { loginId: '565744' } }],
    [4801, ['S-1-5-21-1-2-3-1104', 'ana', 'CORP', 565_744, 1], { unlock: { user: 'CORP\\ana' } }],
    [
      4778,
      ['ana', 'CORP', 565_744, 'RDP-Tcp#1', 'LAPTOP', '10.0.0.54'],
      { reconnect: { loginId: '565744', loginType: 'RDP', srcIp: '10.0.0.54' } },
    ],
    [
      4779,
      ['ana', 'CORP', 565_744, 'RDP-Tcp#1', 'LAPTOP', '10.0.0.54'],
      { disconnect: { loginId: '565744', user: 'CORP\\ana', srcIp: '10.0.0.54' } },
    ],
  ])('Get-WinEvent: %i by the positions of its template', (Id, values, event) => {
    const Properties = values.map((Value) => ({ Value }));
    const record = aLogonOfPowerShell({ TimeCreated: '2026-11-16T09:00:00Z', Id, Properties });
    expect(listEvents([record])).toMatchObject([event]);
  });

  test('Get-WinEvent: a status is a signed number', () => {
    const values = ['S-1-0-0', '-', '-', 0, 'S-1-0-0', 'ana', 'CORP', -1_073_741_557].concat(
      Array(13).fill('-'),
    );
    const Properties = values.map((Value) => ({ Value }));
    const record = aLogonOfPowerShell({ TimeCreated: '2026-11-16T09:00:00Z', Id: 4625, Properties });
    expect(listFates([record])).toEqual([expect.stringContaining('0xc000010b')]);
  });

  test('all formats in one input', () => {
    const records = [aWinlogbeatRecord(), anNxlogRecord(), aRecord(), aWinlogbeat8Record(), anAzureRow()];
    expect(listFates(records)).toEqual(records.map(() => 'login'));
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
    expect(listFates([record])).toEqual(['hostStart']);
  });
});

describe('other values fail with a reason', () => {
  const UNKNOWN = /^FAILED: unknown format: docs\/importing\.md lists the known ones$/;

  test.each([
    ['Winlogbeat without winlog', { '@timestamp': '2026-11-16T09:00:00Z', event: { code: 4624 } }],
    [
      'Azure without a computer',
      { TimeGenerated: '2026-11-16T09:00:00Z', EventID: 4624, Channel: 'Security' },
    ],
    ['nothing', {}],
    // Velociraptor's Linux.Syslog.SSHLogin
    ['an Event that is a word', { Time: '2026-11-16T09:00:00Z', Event: 'Accepted', User: 'ana' }],
    ['names of object methods', { constructor: 1, toString: 2 }],
  ])('%s', (_, record) => {
    expect(listFates([record])).toEqual([expect.stringMatching(UNKNOWN)]);
  });

  test.each([
    [[aRecord()], 'FAILED: unknown format: a JSON array instead of a record'],
    [null, 'FAILED: not a record: the JSON is not an object'],
    ['4624', 'FAILED: not a record: the JSON is not an object'],
    [4624, 'FAILED: not a record: the JSON is not an object'],
  ])('%j', (value, fate) => {
    expect(listFates([value])).toEqual([fate]);
  });
});
