import { describe, expect, test } from '@jest/globals';

import { aHelper, aRecord, listEvents, listFates } from './records.ts';
import type { Fields } from './records.ts';

const only = (fields: Fields): Fields => {
  const events = listEvents([aRecord(fields)]);
  expect(events).toHaveLength(1);
  return events[0] ?? {};
};

describe('Security 4779', () => {
  test('4779 is a disconnect of the account in the record', () => {
    const fields = { AccountName: 'ana', AccountDomain: 'CORP', LogonID: '0x8a1f0', ClientName: 'LAPTOP' };
    expect(only({ ...fields, EventID: 4779, SessionName: 'RDP-Tcp#1', ClientAddress: '10.0.0.54' })).toEqual({
      disconnect: {
        time: '2026-11-16T09:00:00.123000Z',
        hostname: 'WS1.corp.example',
        user: 'CORP\\ana',
        loginId: '0x8a1f0',
        sourceId: 'windows/security/1001',
        srcIp: '10.0.0.54',
      },
    });
  });

  test.each([
    // Fast user switching disconnects the user at the screen.
    ['Console', 'LOCAL', undefined],
    ['Console', '10.0.0.54', undefined],
    ['RDP-Tcp#1', 'LOCAL', undefined],
    ['RDP-Tcp#1', '-', undefined],
    ['ICA-TCP#4', '10.0.0.54', '10.0.0.54'],
  ])('4779 in session %s from %s has the source %s', (SessionName, ClientAddress, srcIp) => {
    const { disconnect } = only({ EventID: 4779, SessionName, ClientAddress, LogonID: '0x8a1f0' });
    expect(disconnect).toHaveProperty('srcIp', srcIp);
    expect(disconnect).not.toHaveProperty('loginType');
  });

  test('4779 without data fails', () => {
    const target = { TargetUserName: undefined, TargetDomainName: undefined, TargetUserSid: undefined };
    const record = aRecord({ EventID: 4779, ...target, TargetLogonId: undefined });
    const empty = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
    expect(listFates([empty, { ...empty, LogonID: ['0x1'] }])).toEqual([
      'FAILED: no event data',
      'FAILED: LogonID is neither text nor a number',
    ]);
  });

  test('4779 between an unlock logon and its reconnect changes neither', () => {
    const account = {
      AccountName: 'ana',
      AccountDomain: 'CORP',
      LogonID: '0x8a1f0',
      SessionName: 'RDP-Tcp#1',
    };
    const records = [
      aHelper({ IpAddress: '10.0.0.54', IpPort: '50438' }),
      aRecord({ EventID: 4779, ...account, ClientAddress: '10.0.0.54' }),
      aRecord({ EventID: 4778, ...account, ClientAddress: '10.0.0.54' }),
    ];
    expect(listFates(records)).toEqual([
      'SKIPPED: 4624 type 7 or 13: part of a reconnect (4778)',
      'disconnect',
      'reconnect',
    ]);
  });
});
