import { describe, expect, test } from '@jest/globals';

import { aHelper, aRecord, listEvents, listFates } from './records.ts';
import type { Fields } from './records.ts';

const COMMON = {
  time: '2026-11-16T09:00:00.123000Z',
  hostname: 'WS1.corp.example',
  user: 'CORP\\ana',
  uid: 'S-1-5-21-1-2-3-1104',
  loginId: '0x8a1f0',
  sourceId: 'windows/security/1001',
};
const { loginId: _, ...WITHOUT_ID } = COMMON;
const SOURCE = { IpAddress: '10.0.0.54', IpPort: '50438' };

const only = (fields: Fields): Fields => {
  const events = listEvents([aRecord(fields)]);
  expect(events).toHaveLength(1);
  return events[0] ?? {};
};

describe('events of the Security log', () => {
  test('4624 is a login', () => {
    expect(only({ EventID: 4624, LogonType: '10', ...SOURCE })).toEqual({
      login: { ...COMMON, loginType: 'RDP', srcIp: '10.0.0.54', srcPort: 50438, loginSuccessful: true },
    });
  });

  test('4625 is a failed login without a login id, which is the id of the caller', () => {
    const fields = { EventID: 4625, LogonType: '3', TargetUserSid: 'S-1-0-0', SubjectLogonId: '0x3e7' };
    expect(only({ ...fields, TargetLogonId: undefined, Status: '0xc000006d', ...SOURCE })).toEqual({
      login: {
        ...WITHOUT_ID,
        uid: undefined,
        loginType: 'REMOTE',
        srcIp: '10.0.0.54',
        srcPort: 50438,
        loginSuccessful: false,
      },
    });
  });

  test('4634 is a logout with a type and without a source', () => {
    expect(only({ EventID: 4634, LogonType: '3', ...SOURCE })).toEqual({
      logout: { ...COMMON, loginType: 'REMOTE' },
    });
  });

  test('4647 is a logout without a type', () => {
    expect(only({ EventID: 4647 })).toEqual({ logout: COMMON });
  });

  test('4778 is a reconnect of the account in the record', () => {
    const fields = { AccountName: 'ana', AccountDomain: 'CORP', LogonID: '0x8a1f0', ClientName: 'LAPTOP' };
    expect(only({ ...fields, EventID: 4778, SessionName: 'RDP-Tcp#1', ClientAddress: '10.0.0.54' })).toEqual({
      reconnect: {
        ...COMMON,
        uid: undefined,
        loginType: 'RDP',
        srcIp: '10.0.0.54',
        srcHostname: 'LAPTOP',
      },
    });
  });

  test.each([
    ['RDP-Tcp#1', '10.0.0.54', { loginType: 'RDP', srcIp: '10.0.0.54' }],
    ['Console', 'LOCAL', { loginType: 'INTERACTIVE' }],
    ['Console', '10.0.0.54', { loginType: 'INTERACTIVE' }],
    ['ICA-TCP#4', '10.0.0.54', { loginType: null, srcIp: '10.0.0.54' }],
  ])('4778 in session %s from %s', (SessionName, ClientAddress, expected) => {
    const { reconnect } = only({ EventID: 4778, SessionName, ClientAddress, AccountName: 'ana' });
    expect(reconnect).toEqual({
      time: COMMON.time,
      hostname: COMMON.hostname,
      sourceId: COMMON.sourceId,
      user: 'ana',
      ...expected,
    });
  });

  test.each([
    [4800, 'lock'],
    [4801, 'unlock'],
  ])('%i is the %s of the session', (EventID, action) => {
    expect(only({ EventID })).toEqual({ [action]: COMMON });
  });
});

describe('LogonType', () => {
  test.each([
    ['2', 'INTERACTIVE'],
    ['3', 'REMOTE'],
    ['4', 'LOCAL'],
    ['5', 'LOCAL'],
    ['8', 'REMOTE'],
    ['9', 'LOCAL'],
    ['10', 'RDP'],
    ['11', 'INTERACTIVE'],
    ['12', 'RDP'],
    ['6', null],
    ['constructor', null],
    [' 3 ', 'REMOTE'],
    [3, 'REMOTE'],
  ])('%p is %p', (LogonType, loginType) => {
    expect(only({ LogonType })).toMatchObject({ login: { loginType } });
    expect(only({ LogonType, EventID: 4634 })).toMatchObject({ logout: { loginType } });
  });

  test('a failed unlock is a failed login at the screen, without an address', () => {
    const login = { ...WITHOUT_ID, loginType: 'INTERACTIVE', loginSuccessful: false };
    for (const LogonType of ['7', '13']) {
      expect(only({ EventID: 4625, LogonType, ...SOURCE })).toEqual({ login });
    }
  });

  test('the logoff of an unlock logon is skipped', () => {
    const fates = listFates(['7', '13'].map((LogonType) => aRecord({ EventID: 4634, LogonType })));
    expect(fates).toEqual(Array(2).fill('SKIPPED: 4634 type 7 or 13: end of an unlock logon'));
  });

  test('a failure of consent.exe that did not try a credential is skipped, in any letter case and padding', () => {
    const fates = listFates(
      ['0xc000010b', ' 0xC000010B '].map((Status) => aRecord({ EventID: 4625, LogonType: '11', Status })),
    );
    expect(new Set(fates)).toEqual(
      new Set(['SKIPPED: 4625 status 0xc000010b: no credential was tried (elevation prompt)']),
    );
  });
});

describe('the two logons of an administrator', () => {
  test('link to each other; only the elevated one is a twin', () => {
    const twins = [
      aRecord({ LogonType: '10', TargetLogonId: '0xa', ElevatedToken: '%%1842', TargetLinkedLogonId: '0xb' }),
      aRecord({ LogonType: '10', TargetLogonId: '0xb', ElevatedToken: '%%1843', TargetLinkedLogonId: '0xa' }),
    ];
    expect(listEvents(twins)).toMatchObject([
      { login: { loginId: '0xa', linkedLoginId: '0xb' } },
      { login: { loginId: '0xb', linkedLoginId: undefined } },
    ]);
  });

  test.each([
    ['%%1842', '0x0', undefined],
    ['%%1842', '-', undefined],
    ['%%1842', undefined, undefined],
    ['%%1842', '0x00000000000A992D', '0x00000000000A992D'],
    [' %%1842 ', 694573, '694573'],
    ['Yes', '0xb', '0xb'],
    ['No', '0xb', undefined],
    ['-', '0xb', undefined],
    [undefined, '0xb', undefined],
  ])('elevated %p, linked to %p: %p', (ElevatedToken, TargetLinkedLogonId, linkedLoginId) => {
    const { login } = only({ LogonType: '2', ElevatedToken, TargetLinkedLogonId });
    expect(login).toMatchObject({ linkedLoginId });
  });

  test('a failed logon has no twin', () => {
    const fields = { ElevatedToken: '%%1842', TargetLinkedLogonId: '0xb' };
    expect(only({ EventID: 4625, LogonType: '2', ...fields })['login']).not.toHaveProperty('linkedLoginId');
  });
});

describe('addresses', () => {
  test.each(['2', '4', '5', '9', '11'])('type %s has no address, even if the record has one', (LogonType) => {
    for (const address of ['127.0.0.1', '::1', '10.0.0.54']) {
      const { login } = only({ LogonType, IpAddress: address, IpPort: '0' });
      expect(login).not.toHaveProperty('srcIp');
      expect(login).not.toHaveProperty('srcPort');
    }
  });

  test.each(['3', '8', '10', '12'])('a loopback source of type %s is real: a tunnel', (LogonType) => {
    const { login } = only({ LogonType, IpAddress: '127.0.0.1', IpPort: '50001' });
    expect(login).toMatchObject({ srcIp: '127.0.0.1', srcPort: 50001 });
  });

  test('port 0 is not a port', () => {
    expect(only({ LogonType: '10', IpAddress: '10.0.0.54', IpPort: '0' })).toMatchObject({
      login: { srcIp: '10.0.0.54', srcPort: undefined },
    });
  });

  test('an invalid port or address is kept, so that the server rejects it with a code', () => {
    expect(only({ LogonType: '3', IpAddress: '10.0.0.256', IpPort: 'http' })).toMatchObject({
      login: { srcIp: '10.0.0.256', srcPort: 'http' },
    });
  });

  test('an unknown type keeps the address', () => {
    expect(only({ LogonType: '6', ...SOURCE })).toMatchObject({ login: { srcIp: '10.0.0.54' } });
  });
});

describe('unknown values', () => {
  test.each([
    '-',
    '',
    'S-1-0-0',
    '0',
    '0x0',
    'LOCAL',
    'Unknown',
    '?',
    '4294967295',
    '(none)',
    '(null)',
    ' - ',
  ])('%p as SID, id, address and port', (nothing) => {
    const fields = { TargetUserSid: nothing, TargetLogonId: nothing, IpAddress: nothing, IpPort: nothing };
    const { login } = only({ LogonType: '3', ...fields });
    expect(login).toEqual({
      time: COMMON.time,
      hostname: COMMON.hostname,
      sourceId: COMMON.sourceId,
      user: 'CORP\\ana',
      loginType: 'REMOTE',
      loginSuccessful: true,
    });
  });

  test.each(['-', '', '?', '(none)', '(null)', undefined, null])('%p as a name', (nothing) => {
    expect(only({ TargetDomainName: nothing })).toMatchObject({ login: { user: 'ana' } });
    expect(only({ TargetUserName: nothing })).toMatchObject({ login: { user: undefined } });
  });

  test.each(['LOCAL', 'Unknown', '0'])('%s is a name that an attacker may try', (TargetUserName) => {
    expect(only({ TargetUserName })).toMatchObject({ login: { user: `CORP\\${TargetUserName}` } });
  });

  test.each([0, '0', '-', 'abc', undefined])(
    'a record number %p does not become a source id',
    (EventRecordID) => {
      expect(only({ EventRecordID })).toMatchObject({ login: { sourceId: undefined } });
    },
  );

  test('without a host name there is no event', () => {
    expect(listFates([aRecord({ Hostname: '-' })])[0]).toMatch(/^FAILED: no host name: give it with --host/);
  });
});

describe('notations of values', () => {
  test('padded text, and CR LF at the end of and within a name', () => {
    expect(only({ TargetUserName: '  ana\r\n', Hostname: ' WS1 ' })).toMatchObject({
      login: { user: 'CORP\\ana', hostname: 'WS1' },
    });
    expect(only({ TargetUserName: 'an\r\na\u0000\u007f\u0085' })).toMatchObject({
      login: { user: 'CORP\\an␍␊a␀␡␦' },
    });
  });

  test('the channel in any letter case results in the same source id', () => {
    for (const Channel of ['security', 'SECURITY', ' Security ']) {
      expect(only({ Channel })).toMatchObject({ login: { sourceId: 'windows/security/1001' } });
    }
  });

  test('without a channel the provider determines it', () => {
    expect(only({ Channel: undefined })).toMatchObject({ login: { sourceId: 'windows/security/1001' } });
    expect(listFates([aRecord({ Channel: undefined, SourceName: undefined })])).toEqual([
      'FAILED: no channel',
    ]);
    // The forwarder's own record at the start of a subscription.
    const own = { EventID: 111, Channel: undefined, SourceName: 'Microsoft-Windows-EventForwarder' };
    expect(listFates([aRecord(own)])).toEqual(['SKIPPED: not a session event (forwardedevents)']);
  });

  test('the event id as number or text', () => {
    expect(only({ EventID: ' 4800 ' })).toEqual({ lock: COMMON });
    expect(listFates([aRecord({ EventID: 'logon' })])).toEqual(['FAILED: the event id is not a number']);
  });

  test('login ids and ports as numbers', () => {
    expect(only({ LogonType: 3, TargetLogonId: 1008115, IpPort: 50438 })).toMatchObject({
      login: { loginId: '1008115', srcPort: 50438 },
    });
  });

  test.each([[{ name: 'ana' }], [['ana']], [true], [2 ** 53]])('%p cannot be read', (value) => {
    expect(listFates([aRecord({ TargetLogonId: value })])).toEqual([
      'FAILED: TargetLogonId is neither text nor a number',
    ]);
  });

  test('machine and service accounts are kept; hiding them is a filter of queries', () => {
    const { login } = only({ TargetUserName: 'WS1$', TargetUserSid: 'S-1-5-18', LogonType: '5' });
    expect(login).toMatchObject({ user: 'CORP\\WS1$', uid: 'S-1-5-18' });
  });

  test('the event of an unlock logon has no login id, but a source id', () => {
    expect(listEvents([aHelper()])).toEqual([{ unlock: WITHOUT_ID }]);
    expect(listEvents([aHelper(SOURCE)])).toEqual([
      { reconnect: { ...WITHOUT_ID, loginType: 'RDP', srcIp: '10.0.0.54', srcPort: 50438 } },
    ]);
  });
});
