import { describe, expect, test } from '@jest/globals';

import { parseEventXml } from '../../../src/sensors/windows/parseEventXml.ts';
import { readValues } from './evtx/readValues.ts';
import { writeEvtx } from '../../support/evtxFile.ts';

import { aRecord, listEvents, listFates } from './records.ts';
import type { Fields } from './records.ts';

const CHANNEL = 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational';
const PROVIDER = 'Microsoft-Windows-TerminalServices-LocalSessionManager';
const TIME = '2026-11-16T09:00:00.1234567Z';
const HOST = 'WS1.corp.example';

const ADDRESS = '10.0.0.9';
const VALUES = { User: 'CORP\\ana', SessionID: '3', Address: ADDRESS };

const READ = { terminalServices: 'READ' } as const;
const events = (records: readonly unknown[]): readonly Fields[] => listEvents(records, null, READ);
const fates = (records: readonly unknown[]): readonly string[] => listFates(records, null, READ);

const TITLES: Readonly<Record<number, string>> = {
  21: 'Remote Desktop Services: Session logon succeeded:',
  23: 'Remote Desktop Services: Session logoff succeeded:',
  24: 'Remote Desktop Services: Session has been disconnected:',
  25: 'Remote Desktop Services: Session reconnection succeeded:',
};

/** The message that Windows renders for an event. */
const messageOf = (eventId: number, { User, SessionID, Address }: Fields = VALUES): string => {
  const lines = [TITLES[eventId], '', `User: ${String(User)}`, `Session ID: ${String(SessionID)}`];
  return [...lines, ...(eventId === 23 ? [] : [`Source Network Address: ${String(Address)}`])].join('\r\n');
};

const xmlOf = (
  eventId: number,
): string => `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>
  <System><Provider Name='${PROVIDER}'/><EventID>${eventId}</EventID><TimeCreated SystemTime='${TIME}'/>
  <EventRecordID>69</EventRecordID><Channel>${CHANNEL}</Channel><Computer>${HOST}</Computer></System>
  <UserData><EventXML xmlns='Event_NS'><User>CORP\\ana</User><SessionID>3</SessionID>
  ${eventId === 23 ? '' : `<Address>${ADDRESS}</Address>`}</EventXML></UserData></Event>`;

/** The XML of the event log. */
const fromEvtx = (eventId: number): unknown => {
  const { Address, ...data } = VALUES;
  const event = {
    recordNumber: 69,
    eventId,
    ticks: 134_392_932_001_234_567n,
    computer: HOST,
    channel: CHANNEL,
    dataIn: 'EventXML',
    data: eventId === 23 ? data : { ...data, Address },
  } as const;
  return readValues(writeEvtx([event]).subarray(4096))[0];
};

const withoutAddress = (eventId: number, { Address: _, ...others }: Fields): Fields =>
  eventId === 23 ? others : { ...others, Address: ADDRESS };

/** A record as each shipper writes it. */
const SHAPES: readonly (readonly [string, (eventId: number) => unknown])[] = [
  ['EVTX', fromEvtx],
  ['event XML', (eventId) => parseEventXml(xmlOf(eventId))],
  [
    'evtx_dump',
    (eventId) => ({
      Event: {
        System: {
          Provider: { '#attributes': { Name: PROVIDER } },
          EventID: eventId,
          TimeCreated: { '#attributes': { SystemTime: TIME } },
          EventRecordID: 69,
          Channel: CHANNEL,
          Computer: HOST,
        },
        UserData: {
          EventXML: {
            '#attributes': { xmlns: 'Event_NS' },
            ...withoutAddress(eventId, { ...VALUES, SessionID: 3 }),
          },
        },
      },
    }),
  ],
  [
    'evtx_dump with separate attributes',
    (eventId) => ({
      Event: {
        System: {
          EventID: eventId,
          TimeCreated_attributes: { SystemTime: TIME },
          EventRecordID: 69,
          Channel: CHANNEL,
          Computer: HOST,
        },
        EventData: null,
        UserData: { EventXML_attributes: { xmlns: 'Event_NS' }, EventXML: withoutAddress(eventId, VALUES) },
      },
    }),
  ],
  [
    'Winlogbeat 7',
    (eventId) => ({
      '@timestamp': '2026-11-16T09:00:00.123Z',
      winlog: {
        channel: CHANNEL,
        provider_name: PROVIDER,
        event_id: eventId,
        computer_name: HOST,
        record_id: 69,
        time_created: TIME,
        user_data: { xml_name: 'EventXML', ...withoutAddress(eventId, VALUES) },
      },
    }),
  ],
  [
    'Winlogbeat 6',
    (eventId) => ({
      '@timestamp': TIME,
      event_id: eventId,
      log_name: CHANNEL,
      computer_name: HOST,
      record_number: '69',
      user_data: { xml_name: 'EventXML', ...withoutAddress(eventId, VALUES) },
    }),
  ],
  [
    'Get-WinEvent',
    (eventId) => ({
      Id: eventId,
      LogName: CHANNEL,
      MachineName: HOST,
      RecordId: 69,
      TimeCreated: TIME,
      Properties: [{ Value: 'CORP\\ana' }, { Value: 3 }, ...(eventId === 23 ? [] : [{ Value: ADDRESS }])],
    }),
  ],
  [
    'Get-WinEvent with its message only',
    (eventId) => ({
      Id: eventId,
      LogName: CHANNEL,
      MachineName: HOST,
      RecordId: 69,
      TimeCreated: TIME,
      Message: messageOf(eventId),
    }),
  ],
  [
    'flat JSON with its message only',
    (eventId) => ({
      EventID: eventId,
      Channel: CHANNEL,
      Hostname: HOST,
      TimeCreated: TIME,
      EventRecordID: 69,
      // The account that wrote the log, not the one that logged on.
      AccountName: 'SYSTEM',
      Domain: 'NT AUTHORITY',
      UserID: 'S-1-5-18',
      Message: messageOf(eventId),
    }),
  ],
];

const COMMON = {
  time: '2026-11-16T09:00:00.123456Z',
  hostname: HOST,
  user: 'CORP\\ana',
  loginId: '0x3',
  sourceId: `windows/${CHANNEL.toLowerCase()}/69`,
};
const RDP = { loginType: 'RDP', srcIp: ADDRESS };

describe.each(SHAPES)('TerminalServices as %s', (_, make) => {
  test('21 is a login, 24 a disconnect, 25 a reconnect, 23 a logout', () => {
    expect(events([make(21), make(24), make(25), make(23)])).toEqual([
      { login: { ...COMMON, ...RDP, loginSuccessful: true } },
      { disconnect: { ...COMMON, srcIp: ADDRESS } },
      { reconnect: { ...COMMON, ...RDP } },
      { logout: COMMON },
    ]);
  });

  test('is skipped unless it is requested', () => {
    expect(listFates([make(21), make(23), make(24), make(25)])).toEqual([
      'SKIPPED: TerminalServices session manager 21 logon: repeats 4624',
      'SKIPPED: TerminalServices session manager 23 logoff: repeats 4634',
      'SKIPPED: TerminalServices session manager 24 disconnect: repeats 4779',
      'SKIPPED: TerminalServices session manager 25 reconnect: repeats 4778',
    ]);
  });
});

describe('values', () => {
  const session = (fields: Fields, EventID = 21): Fields => aRecord({ Channel: CHANNEL, EventID, ...fields });

  test.each([
    ['LOCAL', { loginType: 'INTERACTIVE' }],
    ['local', { loginType: 'INTERACTIVE' }],
    ['LOKAL', { loginType: 'INTERACTIVE' }],
    ['fe80::1%12', { loginType: 'RDP', srcIp: 'fe80::1%12' }],
    ['127.0.0.1', { loginType: 'RDP', srcIp: '127.0.0.1' }],
    ['', { loginType: null }],
    ['-', { loginType: null }],
    [undefined, { loginType: null }],
  ])('address %j', (Address, source) => {
    for (const EventID of [21, 25]) {
      const [event] = events([session({ ...VALUES, Address }, EventID)]);
      const [fields] = Object.values(event ?? {}) as readonly Fields[];
      expect({ loginType: fields?.['loginType'], srcIp: fields?.['srcIp'] }).toEqual(source);
    }
    const [{ disconnect } = {}] = events([session({ ...VALUES, Address }, 24)]) as readonly any[];
    expect(disconnect.srcIp).toBe('srcIp' in source ? source.srcIp : undefined);
  });

  test('a text that is neither an address nor a word fails', () => {
    expect(fates([session({ ...VALUES, Address: '10.0.0.' })])).toEqual([
      'FAILED: TerminalServices 21: an address that is neither an IP address nor LOCAL',
    ]);
  });

  test.each([
    ['another language', 'Remotedesktopdienste: OK:\r\n\r\nBenutzer: CORP\\ana\r\nSitzungs-ID: 3'],
    ['no user', messageOf(21, { ...VALUES, User: '' })],
    ['no session', messageOf(21, { ...VALUES, SessionID: '' })],
    ['no message', undefined],
    ['more than the message', `${messageOf(21)}\r\nUser: CORP\\ben`],
  ])('a message of %s fails', (__, Message) => {
    expect(fates([session({ Message })])).toEqual([
      'FAILED: TerminalServices 21: no readable user and session id (only English messages are supported)',
    ]);
  });

  test.each([
    [{ ...VALUES, User: '-' }],
    [{ ...VALUES, User: undefined }],
    [{ ...VALUES, User: { name: 'ana' } }],
    [{ ...VALUES, SessionID: 'three' }],
    [{ ...VALUES, SessionID: '99999999999' }],
  ])('%j fails', (fields) => {
    expect(fates([session(fields)])).toEqual([
      'FAILED: TerminalServices 21: no readable user and session id (only English messages are supported)',
    ]);
  });

  test('a message may have line feeds without carriage returns, as some shippers write them', () => {
    const Message = messageOf(21).replaceAll('\r\n', '\n');
    expect(events([session({ Message })])).toMatchObject([{ login: { user: 'CORP\\ana', loginId: '0x3' } }]);
  });

  test.each([22, 39, 40, 41, 42])('%i is still skipped', (EventID) => {
    expect(fates([session(VALUES, EventID)])).toEqual([
      expect.stringMatching(
        new RegExp(`^SKIPPED: TerminalServices session manager ${EventID} .*: (?:no CAR action|repeats 24)$`),
      ),
    ]);
  });

  test('21 of another channel is not a login', () => {
    expect(fates([session({ ...VALUES, Channel: 'System' })])).toEqual([
      'SKIPPED: not a session event (system)',
    ]);
  });

  test('between the two logins of an administrator it does not separate them', () => {
    const twin = { LogonType: '10', ProcessId: '0x1f4', IpAddress: ADDRESS };
    const records = [
      aRecord({ ...twin, EventRecordID: 1001, TargetLogonId: '0x8a1f0' }),
      session({ ...VALUES, EventRecordID: 69 }),
      aRecord({ ...twin, EventRecordID: 1002, TargetLogonId: '0x8a2f0' }),
    ];
    expect(events(records)).toEqual(
      expect.arrayContaining([
        {
          login: expect.objectContaining({ loginId: '0x8a1f0', linkedLoginId: '0x8a2f0' }),
        },
      ]),
    );
  });
});
