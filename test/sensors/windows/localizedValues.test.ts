import { describe, expect, test } from '@jest/globals';

import { listEvents } from './records.ts';

type Fields = Readonly<Record<string, unknown>>;

const HOST = 'WS1.corp.example';
const TIME = '2026-11-16T09:00:00.123456Z';

describe('localized values', () => {
  const session = (fields: Fields): Fields => ({
    EventID: 4778,
    Channel: 'Security',
    Hostname: HOST,
    TimeCreated: TIME,
    EventRecordID: 1001,
    AccountName: 'ana',
    AccountDomain: 'CORP',
    LogonID: '0x8a1f0',
    SessionName: 'RDP-Tcp#1',
    ClientName: 'LAPTOP',
    ...fields,
  });

  test.each(['LOCAL', 'LOKAL', 'LOCALE', 'ローカル', 'Unbekannt', '-', ''])(
    'the client address %j is not an address',
    (ClientAddress) => {
      expect(listEvents([session({ ClientAddress })])).toMatchObject([{ reconnect: { srcIp: undefined } }]);
      expect(listEvents([session({ ClientAddress, EventID: 4779 })])).toMatchObject([
        { disconnect: { srcIp: undefined } },
      ]);
    },
  );

  test.each(['LOCAL', 'LOKAL', 'ローカル'])(
    'the client address %j of a logon is not an address',
    (IpAddress) => {
      const logon = {
        EventID: 4624,
        Channel: 'Security',
        Hostname: HOST,
        TimeCreated: TIME,
        LogonType: '10',
        IpAddress,
      };
      expect(listEvents([logon])).toMatchObject([{ login: { loginType: 'RDP', srcIp: undefined } }]);
    },
  );

  test('an unlock with a word for the own screen is an unlock, not a reconnect', () => {
    const logon = session({ EventID: 4624, LogonType: '7', IpAddress: 'LOKAL', TargetUserName: 'ana' });
    expect(listEvents([logon]).map((event) => Object.keys(event))).toEqual([['unlock']]);
  });

  test('an address is kept, also a wrong one, which the server names', () => {
    for (const ClientAddress of ['fe80::1', '203.0.113.9', '203.0.113.999']) {
      expect(listEvents([session({ ClientAddress })])).toMatchObject([
        { reconnect: { srcIp: ClientAddress } },
      ]);
    }
  });
});
