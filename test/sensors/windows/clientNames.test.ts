import { expect, test } from '@jest/globals';

import { aRecord, listEvents } from './records.ts';
import type { Fields } from './records.ts';

const SOURCE = { IpAddress: '10.0.0.54', IpPort: '50438' };

const only = (fields: Fields): Fields => {
  const events = listEvents([aRecord(fields)]);
  expect(events).toHaveLength(1);
  return events[0] ?? {};
};

test.each([
  ['the client of a network logon', '3', 'KALI', 'KALI'],
  ['a network logon from the host itself', '3', 'WS1', 'WS1'],
  ['the host itself, which Windows writes for a remote desktop', '10', 'ws1', undefined],
  ['another machine', '10', 'LAPTOP', 'LAPTOP'],
  ['the host itself, of ssh', '8', 'WS1', undefined],
  ['not known', '3', '-', undefined],
  ['not known', '3', '', undefined],
  ['a logon at the machine', '2', 'LAPTOP', undefined],
  ['a value that is not a text', '3', { name: 'KALI' }, undefined],
])('WorkstationName: %s (type %s, %j)', (_, LogonType, WorkstationName, srcHostname) => {
  for (const EventID of [4624, 4625]) {
    const { login } = only({ EventID, LogonType, WorkstationName, ...SOURCE });
    expect((login as Fields)['srcHostname']).toEqual(srcHostname);
  }
});

test.each([
  ['RDP-Tcp#1', 'robertos-mbp', 'robertos-mbp'],
  ['RDP-Tcp#1', 'Unknown', undefined],
  ['Console', 'LAPTOP', undefined],
])('ClientName of a reconnect in session %s: %s', (SessionName, ClientName, srcHostname) => {
  const { reconnect } = only({ EventID: 4778, SessionName, ClientName, AccountName: 'ana' });
  expect((reconnect as Fields)['srcHostname']).toEqual(srcHostname);
});
