import { describe, expect, test } from '@jest/globals';

import { listEvents, listFates } from './records.ts';

type Fields = Readonly<Record<string, unknown>>;

const LOGIN = {
  time: '2026-11-16T09:00:00.123456Z',
  uid: 'S-1-5-21-1-2-3-1104',
  loginType: 'RDP',
  srcIp: '203.0.113.9',
  srcPort: 50_123,
  loginSuccessful: true,
};

const OTHER_TABLE =
  'UNRELATED: a table of Defender without logons at hosts; those are in DeviceLogonEvents and IdentityLogonEvents';

describe('Defender', () => {
  const row = (fields: Fields = {}): Fields => ({
    Timestamp: '2026-11-16T09:00:00.1234567Z',
    DeviceName: 'ws1.corp.example',
    ActionType: 'LogonSuccess',
    LogonType: 'RemoteInteractive',
    AccountDomain: 'corp',
    AccountName: 'ana',
    AccountSid: LOGIN.uid,
    LogonId: 565_744,
    RemoteDeviceName: '',
    RemoteIP: '203.0.113.9',
    RemotePort: 50_123,
    ReportId: 4711,
    ...fields,
  });
  const login = (fields: Fields): readonly unknown[] => listEvents([row(fields)]);

  test('DeviceLogonEvents', () => {
    expect(login({})).toEqual([
      {
        login: {
          ...LOGIN,
          hostname: 'ws1.corp.example',
          user: 'corp\\ana',
          loginId: '565744',
          sourceId: 'windows/defender/devicelogonevents/4711',
        },
      },
    ]);
    expect(login({ Timestamp: undefined, TimeGenerated: '2026-11-16T09:00:01Z' })).toMatchObject([
      { login: { time: '2026-11-16T09:00:01.000000Z' } },
    ]);
    expect(
      login({ ActionType: 'LogonFailed', LogonType: 'Network', RemoteDeviceName: 'kali' }),
    ).toMatchObject([
      { login: { loginSuccessful: false, loginType: 'REMOTE', loginId: undefined, srcHostname: 'kali' } },
    ]);
  });

  test.each([
    ['Interactive', 'INTERACTIVE'],
    ['CachedInteractive', 'INTERACTIVE'],
    ['Network', 'REMOTE'],
    ['NetworkCleartext', 'REMOTE'],
    ['Remote interactive (RDP) logons', 'RDP'],
    ['CachedRemoteInteractive', 'RDP'],
    ['Batch', 'LOCAL'],
    ['Service', 'LOCAL'],
    ['NewCredentials', 'LOCAL'],
    ['Unknown', null],
  ])('LogonType %s', (LogonType, loginType) => {
    expect(login({ LogonType })).toMatchObject([{ login: { loginType } }]);
  });

  test.each(['Unlock', 'CachedUnlock'])('LogonType %s is an unlock', (LogonType) => {
    expect(login({ LogonType, RemoteIP: '' })).toMatchObject([{ unlock: { user: 'corp\\ana' } }]);
  });

  test('rows of other tables', () => {
    const process = {
      Timestamp: '2026-11-16T09:00:00Z',
      DeviceName: 'ws1',
      FileName: 'cmd.exe',
      ReportId: 4711,
    };
    expect(
      listFates([
        { ...process, ActionType: 'ProcessCreated' },
        { ...process, ActionType: 'LogonSuccess' },
      ]),
    ).toEqual([
      OTHER_TABLE,
      'FAILED: a logon of Defender without its columns; export all columns of DeviceLogonEvents or IdentityLogonEvents',
    ]);
  });

  // https://learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables
  test.each([
    {
      Timestamp: '2026-11-16T09:00:00Z',
      DeviceId: 'd',
      DeviceName: 'ws1',
      LoggedOnUsers: '[]',
      ReportId: 638,
    },
    {
      Timestamp: '2026-11-16T09:00:00Z',
      NetworkMessageId: 'n',
      RecipientEmailAddress: 'a@b.example',
      ReportId: 'r',
    },
    { Timestamp: '2026-11-16T09:00:00Z', AlertId: 'a', Title: 'x', ServiceSource: 'Defender' },
    { TimeGenerated: '2026-11-16T09:00:00Z', DeviceId: 'd', DeviceName: 'ws1', ReportId: 638 },
  ])('a row of another table, which has no ActionType, is unrelated: %j', (other) => {
    expect(listFates([other])).toEqual([OTHER_TABLE]);
  });

  test('a logon without the column ActionType is not taken for a row of another table', () => {
    const { ActionType: _, ...columns } = row();
    expect(listFates([columns])).toEqual([expect.stringMatching(/^FAILED: a logon of Defender without/)]);
  });

  test('records that are not logins', () => {
    expect(listFates([row({ ActionType: 'LogonAttempted' })])).toEqual([
      'SKIPPED: DeviceLogonEvents LogonAttempted: it has no result',
    ]);
    expect(listFates([row({ ActionType: 'NewAction' })])).toEqual([
      expect.stringContaining('NOT_UNDERSTOOD'),
    ]);
  });

  const identity = (fields: Fields = {}): Fields => ({
    Timestamp: '2026-11-16T09:00:00.1234567Z',
    ActionType: 'LogonSuccess',
    Application: 'Active Directory',
    LogonType: 'Resource access',
    Protocol: 'Kerberos',
    AccountDomain: 'corp',
    AccountName: 'ana',
    AccountSid: LOGIN.uid,
    DeviceName: 'laptop.corp.example',
    IPAddress: '203.0.113.9',
    Port: '50123',
    DestinationDeviceName: 'FS1',
    ReportId: '5b9b7c2e-0000-0000-0000-000000000000',
    ...fields,
  });

  test.each<[Fields, Fields]>([
    [
      { LogonType: 'Resource access' },
      { hostname: 'FS1', loginType: 'REMOTE', srcIp: '203.0.113.9', srcHostname: 'laptop.corp.example' },
    ],
    [{ LogonType: 'Delegated resource access' }, { hostname: 'FS1', loginType: 'REMOTE' }],
    [{ LogonType: 'Remote desktop' }, { hostname: 'FS1', loginType: 'RDP', srcPort: 50_123 }],
    [{ LogonType: 'Interactive' }, { hostname: 'laptop.corp.example', loginType: 'INTERACTIVE' }],
    [
      { ActionType: 'LogonFailed', LogonType: 'Failed logon' },
      { hostname: 'FS1', loginType: null, loginSuccessful: false, srcIp: '203.0.113.9' },
    ],
    [{ IPAddress: '203.0.113.9, 203.0.113.10' }, { srcIp: undefined }],
  ])('IdentityLogonEvents %j', (fields, event) => {
    expect(listEvents([identity(fields)])).toMatchObject([{ login: event }]);
  });

  test.each<[Fields, string]>([
    [{ Application: 'Microsoft 365' }, 'SKIPPED: IdentityLogonEvents of a cloud service: it has no host'],
    [
      { LogonType: 'Credentials validation' },
      'SKIPPED: IdentityLogonEvents: the domain controller checked credentials; not a login at a host',
    ],
    [{ DestinationDeviceName: '' }, 'SKIPPED: IdentityLogonEvents without the device of the login'],
  ])('IdentityLogonEvents %j is not a login', (fields, fate) => {
    expect(listFates([identity(fields)])).toEqual([fate]);
  });
});
