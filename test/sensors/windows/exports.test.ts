import { describe, expect, test } from '@jest/globals';

import { LOGON } from './messages.ts';
import { listEvents, listFates } from './records.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';

type Fields = Readonly<Record<string, unknown>>;

const AUDITING = 'Microsoft-Windows-Security-Auditing';
const HOST = 'WS1.corp.example';
const TIME = '2026-11-16T09:00:00.123456Z';

/** The event of the same record in EVTX. */
const LOGIN = {
  time: TIME,
  hostname: HOST,
  user: 'CORP\\ana',
  uid: 'S-1-5-21-1-2-3-1104',
  loginId: '0x8a1f0',
  sourceId: 'windows/security/1001',
  loginType: 'RDP',
  srcIp: '203.0.113.9',
  srcPort: 50_123,
  loginSuccessful: true,
};

const EVENT_DATA = {
  SubjectUserSid: 'S-1-5-18',
  SubjectUserName: 'WS1$',
  SubjectDomainName: 'CORP',
  SubjectLogonId: '0x3e7',
  TargetUserSid: LOGIN.uid,
  TargetUserName: 'ana',
  TargetDomainName: 'CORP',
  TargetLogonId: '0x8a1f0',
  LogonType: '10',
  IpAddress: '203.0.113.9',
  IpPort: '50123',
  ElevatedToken: '%%1843',
  TargetLinkedLogonId: '0x0',
};

const DATA_XML = `<EventData xmlns="http://schemas.microsoft.com/win/2004/08/events/event">${Object.entries(
  EVENT_DATA,
)
  .map(([name, value]) => `<Data Name="${name}">${value}</Data>`)
  .join('')}</EventData>`;

/** `Data` as converters of XML write it. */
const NAMED_DATA = Object.entries(EVENT_DATA).map(([name, text]) => ({ '@Name': name, '#text': text }));

describe('exports with all fields give the event of the original record', () => {
  // The shapes are those of the tools' own documentation and test data: github.com/EricZimmerman/evtx, github.com/Velocidex/evtx (fixtures),
  // learn.microsoft.com/azure/azure-monitor/reference/tables.
  test.each<[string, Fields]>([
    [
      'EvtxECmd --json',
      {
        Payload: JSON.stringify({ EventData: { Data: NAMED_DATA } }),
        UserName: '-\\-',
        RemoteHost: 'WS1 (203.0.113.9)',
        PayloadData1: 'Target: CORP\\ana',
        MapDescription: 'Successful logon',
        ChunkNumber: 0,
        Computer: HOST,
        Channel: 'Security',
        Provider: AUDITING,
        EventId: 4624,
        EventRecordId: '1001',
        RecordNumber: 17,
        TimeCreated: '2026-11-16T09:00:00.1234567+00:00',
      },
    ],
    [
      'EvtxECmd --csv, whose times are UTC without a zone',
      {
        RecordNumber: '17',
        EventRecordId: '1001',
        TimeCreated: '2026-11-16 09:00:00.1234567',
        EventId: '4624',
        Provider: AUDITING,
        Channel: 'Security',
        Computer: HOST,
        Payload: JSON.stringify({ EventData: { Data: NAMED_DATA } }),
      },
    ],
    [
      'EvtxECmd --fj, with the attributes of the XML',
      {
        Event: {
          System: {
            Provider: { '@Name': AUDITING },
            EventID: { '@Qualifiers': '', '#text': '4624' },
            TimeCreated: { '@SystemTime': '2026-11-16 09:00:00.1234567' },
            EventRecordID: '1001',
            Channel: 'Security',
            Computer: HOST,
          },
          EventData: { Data: NAMED_DATA },
        },
      },
    ],
    [
      'golang-evtx and fox',
      {
        Event: {
          System: {
            Provider: { Name: AUDITING },
            EventID: { Qualifiers: '0', Value: '4624' },
            TimeCreated: { SystemTime: '2026-11-16T09:00:00.1234567Z' },
            EventRecordID: '1001',
            Channel: 'Security',
            Computer: HOST,
          },
          EventData: EVENT_DATA,
        },
      },
    ],
    [
      'Velociraptor parse_evtx()',
      {
        System: {
          Provider: { Name: AUDITING, Guid: '54849625-5478-4994-A5BA-3E3B0328C30D' },
          EventID: { Value: 4624 },
          TimeCreated: { SystemTime: 1_794_819_600.123456 },
          EventRecordID: 1001,
          Channel: 'Security',
          Computer: HOST,
        },
        EventData: { ...EVENT_DATA, LogonType: 10, TargetLinkedLogonId: 0 },
        Message: 'x',
      },
    ],
    [
      'WindowsEvent of Azure',
      {
        Type: 'WindowsEvent',
        TimeGenerated: '2026-11-16T09:00:00.1234567Z',
        Provider: AUDITING,
        Channel: 'Security',
        Computer: HOST,
        EventID: 4624,
        EventRecordId: '1001',
        EventData: EVENT_DATA,
      },
    ],
    [
      'WindowsEvent in CSV, with JSON in EventData',
      {
        TimeGenerated: '2026-11-16T09:00:00.1234567Z',
        Provider: AUDITING,
        Channel: 'Security',
        Computer: HOST,
        EventID: '4624',
        EventRecordId: '1001',
        EventData: JSON.stringify(EVENT_DATA),
      },
    ],
    [
      'SecurityEvent with XML in EventData',
      {
        Type: 'SecurityEvent',
        TimeGenerated: '2026-11-16T09:00:00.1234567Z',
        EventSourceName: AUDITING,
        Channel: 'Security',
        Computer: HOST,
        EventID: 4624,
        EventRecordId: '1001',
        TargetUserName: '',
        EventData: DATA_XML,
      },
    ],
    [
      'Event of Azure',
      {
        Type: 'Event',
        TimeGenerated: '2026-11-16T09:00:00.1234567Z',
        Source: AUDITING,
        EventLog: 'Security',
        Computer: HOST,
        EventID: 4624,
        EventRecordId: '1001',
        EventData: `<DataItem Type="System.XmlData" time="2026-11-16T10:00:00.1234567+01:00">${DATA_XML}</DataItem>`,
      },
    ],
  ])('%s', (_, record) => {
    expect(listEvents([record])).toEqual([{ login: LOGIN }]);
  });
});

describe('exports that lack a part of the identity', () => {
  const { sourceId: _, ...WITHOUT_NUMBER } = LOGIN;

  test.each([
    ['2026-11-16T09:00:00Z', '2026-11-16T09:00:00.000000Z'],
    ['2026-11-16T09:00:00.5Z', '2026-11-16T09:00:00.500000Z'],
  ])("Velociraptor's EvtxHunter, with times in seconds: %s", (EventTime, time) => {
    const row = { EventTime, Computer: HOST, Channel: 'Security', Provider: AUDITING, EventID: 4624 };
    expect(listEvents([{ ...row, EventRecordID: 1001, EventData: EVENT_DATA }])).toEqual([
      { login: { ...LOGIN, time } },
    ]);
  });

  const ENTRY = {
    MachineName: HOST,
    Data: [],
    Index: 1001,
    EventID: 4624,
    Message: LOGON,
    Source: AUDITING,
    InstanceId: 4624,
    TimeGenerated: '/Date(1794819600000)/',
    UserName: null,
  };
  const STRINGS = ['S-1-5-18', 'WS1$', 'CORP', '0x3e7', LOGIN.uid, 'ana', 'CORP', '0x8a1f0', '10'].concat([
    'User32 ',
    'Negotiate',
    'WS1',
    '{00000000-0000-0000-0000-000000000000}',
    '-',
    '-',
    '0',
    '0x4e8',
    '-',
    '203.0.113.9',
    '50123',
  ]);

  test('Get-EventLog in JSON, with values by position and times in seconds', () => {
    const login = { ...LOGIN, time: '2026-11-16T09:00:00.000000Z' };
    expect(listEvents([{ ...ENTRY, ReplacementStrings: STRINGS }])).toEqual([{ login }]);
    const { EventID: __, ...byInstance } = ENTRY;
    expect(listEvents([{ ...byInstance, ReplacementStrings: STRINGS }])).toEqual([{ login }]);
  });

  test('Get-EventLog in CSV, with the values in the message only', () => {
    const row = { ...ENTRY, EventID: '4624', ReplacementStrings: 'System.String[]' };
    expect(listEvents([row])).toMatchObject([{ login: { user: 'CORP\\ana', uid: LOGIN.uid } }]);
  });

  test('Get-EventLog: events of the System log by their source', () => {
    const entry = { ...ENTRY, ReplacementStrings: [], Message: '' };
    expect(
      listFates([
        { ...entry, EventID: 13, Source: 'Microsoft-Windows-Kernel-General' },
        { ...entry, EventID: 6006, Source: 'EventLog', InstanceId: 2_147_489_654 },
        { ...entry, EventID: 1100, Source: 'Microsoft-Windows-Eventlog' },
        { ...entry, EventID: 7036, Source: 'Service Control Manager' },
      ]),
    ).toEqual(['hostStop', 'hostSeen', 'hostSeen', 'SKIPPED: not a session event (service control manager)']);
  });

  test('Event of Azure, with values by position, and with the description only', () => {
    const row = {
      TimeGenerated: TIME,
      Source: AUDITING,
      EventLog: 'Security',
      Computer: HOST,
      EventID: 4624,
    };
    const xml = STRINGS.map((text) => `<Param>${text === 'ana' ? 'a&amp;na' : text}</Param>`).join('');
    expect(listEvents([{ ...row, ParameterXml: xml }])).toEqual([
      { login: { ...WITHOUT_NUMBER, sourceId: undefined, user: 'CORP\\a&na' } },
    ]);
    expect(listEvents([{ ...row, RenderedDescription: LOGON }])).toMatchObject([
      { login: { user: 'CORP\\ana', loginType: 'RDP' } },
    ]);
  });

  test('the Event Viewer, without a host', () => {
    const row = {
      Level: 'Audit Success',
      'Date and Time': '2026-11-16T09:00:00',
      Source: 'Microsoft Windows security auditing.',
      'Event ID': '4624',
      'Task Category': 'Logon',
      Message: LOGON.replace(LOGIN.uid, 'CORP\\ana'),
    };
    const zone = parseInputZone('Europe/Berlin');
    expect(listEvents([row], zone, { hostname: 'WS1' })).toMatchObject([
      {
        login: {
          time: '2026-11-16T08:00:00.000000Z',
          hostname: 'WS1',
          user: 'CORP\\ana',
          uid: undefined,
          sourceId: undefined,
        },
      },
    ]);
    expect(listFates([row], zone)).toEqual([expect.stringContaining('no host name: give it with --host')]);
    expect(listFates([row], null, { hostname: 'WS1' })).toEqual([expect.stringContaining('--timezone')]);
  });
});
