import { describe, expect, test } from '@jest/globals';

import { aRecord, listFates } from './records.ts';

describe('records that are not session events', () => {
  const SESSION_MANAGER = 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational';
  const CONNECTION_MANAGER = 'Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational';

  test.each([
    ['Security', 4648, '4648 explicit credentials: no CAR action'],
    ['Security', 4672, '4672 special privileges: no CAR action'],
    ['Security', 4802, '4802 screen saver on: no CAR action'],
    ['Security', 4803, '4803 screen saver off: no CAR action'],
    ['Security', 4688, 'not a session event (security)'],
    ['Security', 4768, '4768 credentials checked: not a login at a host'],
    ['System', 1074, '1074 shutdown requested: it may be cancelled'],
    ['System', 7036, 'not a session event (system)'],
    [SESSION_MANAGER, 21, 'TerminalServices session manager 21 logon: repeats 4624'],
    [SESSION_MANAGER, 24, 'TerminalServices session manager 24 disconnect: repeats 4779'],
    [SESSION_MANAGER, 25, 'TerminalServices session manager 25 reconnect: repeats 4778'],
    [SESSION_MANAGER, 39, 'TerminalServices session manager 39 disconnect: no CAR action'],
    [SESSION_MANAGER, 40, 'TerminalServices session manager 40 disconnect: repeats 24'],
    [SESSION_MANAGER, 42, 'TerminalServices session manager 42 arbitration: no CAR action'],
    [CONNECTION_MANAGER, 1149, 'TerminalServices connection manager 1149 authentication: no CAR action'],
    ['Application', 4624, 'not a session event (application)'],
    ['constructor', 1, 'not a session event (constructor)'],
  ])('%s %i is skipped with its reason', (Channel, EventID, reason) => {
    expect(listFates([aRecord({ Channel, EventID })])).toEqual([`SKIPPED: ${reason}`]);
  });

  test.each([
    [7001, 'Microsoft-Windows-Winlogon', '7001 logon notification: repeats 4624'],
    [7001, 'Service Control Manager', 'not a session event (system)'],
    [41, 'Microsoft-Windows-Kernel-Power', '41 restart without a shutdown: repeats 12'],
  ])('System %i of %s is skipped: %s', (EventID, SourceName, reason) => {
    expect(listFates([aRecord({ Channel: 'System', EventID, SourceName })])).toEqual([`SKIPPED: ${reason}`]);
  });

  test.each([
    ['NOT_UNDERSTOOD', { TargetUserName: 'ana' }, 'Microsoft-Windows-Security-Auditing'],
    ['UNRELATED', { Rule: 'a' }, 'Microsoft-Windows-Security-Auditing'],
    ['SKIPPED', { TargetUserName: 'ana' }, 'AD FS Auditing'],
  ])('an unknown id of the Security log is %s with %j of %s', (kind, fields, provider) => {
    const event = {
      Event: {
        System: {
          Provider: { '#attributes': { Name: provider } },
          EventID: 9999,
          Channel: 'Security',
          Computer: 'WS1',
          EventRecordID: 1,
          TimeCreated: { '#attributes': { SystemTime: '2026-11-16T09:00:00Z' } },
        },
        EventData: fields,
      },
    };
    expect(listFates([event])).toEqual([expect.stringMatching(new RegExp(`^${kind}: `))]);
  });

  // The first manifest that has 5170 is that of Windows 10.
  test.each([
    ['SKIPPED', [4610, 4675, 4688, 4830, 4985, 5170, 5447, 6424, 8191]],
    ['NOT_UNDERSTOOD', [4613, 4669, 4676, 4687, 4829, 4901, 5026, 5171, 6411, 6425]],
  ])('ids of the audit policy are %s: %j', (kind, ids) => {
    for (const EventID of ids) {
      expect(listFates([aRecord({ EventID })])).toEqual([expect.stringMatching(new RegExp(`^${kind}: `))]);
    }
  });

  test('they need neither time zone nor host', () => {
    const fields = { EventID: 4672, TimeCreated: 'yesterday', Hostname: '' };
    expect(listFates([aRecord(fields)])).toEqual(['SKIPPED: 4672 special privileges: no CAR action']);
  });
});
