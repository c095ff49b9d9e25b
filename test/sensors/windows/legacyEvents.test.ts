import { describe, expect, test } from '@jest/globals';

import { parseEventXml } from '../../../src/sensors/windows/parseEventXml.ts';

import { listEvents, listFates } from './records.ts';

const TIME = '2009-11-02T10:00:00.000000Z';
const HOST = 'SRV03';

/** An event as `wevtutil` writes it from a converted .evt file. */
const anEvent = (id: number, values: readonly string[], provider = 'Security'): unknown =>
  parseEventXml(
    `<Event><System><Provider Name='${provider}'/><EventID Qualifiers='0'>${id}</EventID><TimeCreated SystemTime='2009-11-02T10:00:00.000000000Z'/><EventRecordID>7</EventRecordID><Channel>Security</Channel><Computer>${HOST}</Computer></System><EventData>${values.map((value) => `<Data>${value}</Data>`).join('')}</EventData></Event>`,
  );

/** The values of 528 and 540: https://learn.microsoft.com/archive/blogs/ericfitz/events-528-and-540 */
const LOGON =
  `ana|CORP|(0x0,0x2F1AB)|10|User32  |Negotiate|LAPTOP7|{00000000-0000-0000-0000-000000000000}|SRV03$|CORP|(0x0,0x3E7)|2212|-|203.0.113.9|1189`.split(
    '|',
  );
const CLIENT = { srcIp: '203.0.113.9', srcPort: 1189, srcHostname: 'LAPTOP7' };
const COMMON = { time: TIME, hostname: HOST, sourceId: 'windows/security/7' };
const ANA = { ...COMMON, user: 'CORP\\ana', loginId: '0x2f1ab' };
const FAILURE = ['eve', 'CORP', '3', 'NtLmSsp ', 'NTLM', 'LAPTOP7', '-', '-', '-', '-', '-'];
const SESSION = ['ana', 'CORP', '(0x0,0x2F1AB)'];
const WINDOW_STATION = [...SESSION, 'RDP-Tcp#3', 'LAPTOP7', '203.0.113.9'];
const AT_CLIENT = { srcIp: '203.0.113.9', srcHostname: 'LAPTOP7' };

test('a value in a section of CDATA is the value', () => {
  const xml =
    "<Event><System/><EventData><Data Name='TargetUserName'><![CDATA[bob]]></Data></EventData></Event>";
  expect(parseEventXml(xml)).toMatchObject({ Event: { EventData: { TargetUserName: 'bob' } } });
});

describe('an event of Windows Server 2003', () => {
  test.each([
    [528, LOGON, { login: { ...ANA, ...CLIENT, loginType: 'RDP', loginSuccessful: true } }],
    [540, LOGON, { login: { ...ANA, ...CLIENT, loginType: 'RDP', loginSuccessful: true } }],
    [538, [...SESSION, '2'], { logout: { ...ANA, loginType: 'INTERACTIVE' } }],
    [551, SESSION, { logout: ANA }],
    [682, WINDOW_STATION, { reconnect: { ...ANA, ...AT_CLIENT, loginType: 'RDP' } }],
    [683, WINDOW_STATION, { disconnect: { ...ANA, srcIp: '203.0.113.9' } }],
    [512, [], { hostStart: COMMON }],
    [513, [], { hostStop: COMMON }],
  ])('%i', (id, values, expected) => {
    expect(listEvents([anEvent(id, values)])).toEqual([expected]);
  });

  const eve = { ...COMMON, user: 'CORP\\eve', loginType: 'REMOTE', loginSuccessful: false, ...CLIENT };

  test.each([529, 530, 531, 532, 533, 534, 535, 536, 539])('%i is a failed login', (id) => {
    expect(listEvents([anEvent(id, [...FAILURE, '203.0.113.9', '1189'])])).toEqual([{ login: eve }]);
  });

  test('537 has the status before its client', () => {
    const values = [...FAILURE.slice(0, 6), '0xC000005E', '0x0', ...FAILURE.slice(6), '203.0.113.9', '1189'];
    expect(listEvents([anEvent(537, values)])).toEqual([{ login: eve }]);
  });

  test('Windows 2000 writes no client', () => {
    expect(listEvents([anEvent(528, LOGON.slice(0, 7))])).toMatchObject([
      { login: { user: 'CORP\\ana', srcIp: undefined } },
    ]);
  });

  test.each([
    ['528', 'AD FS Auditing', 'SKIPPED: not a session event (security)'],
    ['576', 'Security', 'SKIPPED: not a session event (security)'],
  ])('%s of %s is another one', (id, provider, fate) => {
    expect(listFates([anEvent(Number(id), LOGON, provider)])).toEqual([fate]);
  });

  test('an event without its values fails', () => {
    expect(listFates([anEvent(528, [])])).toEqual(['FAILED: no event data']);
  });

  test.each([
    [
      'evtx_dump',
      {
        Event: {
          System: {
            Provider: { '#attributes': { Name: 'Security' } },
            EventID: { '#attributes': { Qualifiers: 0 }, '#text': 528 },
            TimeCreated: { '#attributes': { SystemTime: '2009-11-02T10:00:00Z' } },
            EventRecordID: 7,
            Channel: 'Security',
            Computer: HOST,
          },
          EventData: { Data: { '#text': LOGON } },
        },
      },
    ],
    [
      'Get-EventLog',
      {
        MachineName: HOST,
        Index: 7,
        InstanceId: 528,
        Source: 'Security',
        ReplacementStrings: LOGON,
        TimeGenerated: '2009-11-02T10:00:00Z',
      },
    ],
    [
      'Get-WinEvent',
      {
        Id: 528,
        ProviderName: 'Security',
        LogName: 'Security',
        RecordId: 7,
        MachineName: HOST,
        TimeCreated: '2009-11-02T10:00:00Z',
        Properties: LOGON.map((Value) => ({ Value })),
        Message: 'Successful Logon:',
      },
    ],
    [
      'Winlogbeat',
      {
        '@timestamp': '2009-11-02T10:00:00Z',
        winlog: {
          channel: 'Security',
          provider_name: 'Security',
          event_id: '528',
          computer_name: HOST,
          record_id: 7,
          event_data: Object.fromEntries(LOGON.map((value, index) => [`param${index + 1}`, value])),
        },
      },
    ],
  ])('is the same by %s', (_, record) => {
    expect(listEvents([record])).toEqual([
      { login: { ...ANA, ...CLIENT, loginType: 'RDP', loginSuccessful: true } },
    ]);
  });
});
