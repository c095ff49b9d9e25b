import { describe, expect, test } from '@jest/globals';

import { parseEventXml } from '../../../src/sensors/windows/parseEventXml.ts';
import { readValues } from './evtx/readValues.ts';
import { writeEvtx } from '../../support/evtxFile.ts';

import { listEvents, listFates } from './records.ts';
import { systemTime } from './systemTime.ts';

/** A record, independent of the format in which it is written. */
type Event = {
  readonly id: number;
  readonly channel: string;
  readonly provider: string;
  readonly data?: Readonly<Record<string, string>>;
  /** In hexadecimal. */
  readonly binary?: string;
};

const TIME = '2026-11-16T09:00:00.0000000Z';
const HOST = 'WS1.corp.example';
const BINARY = systemTime('2026-11-16T03:55:10.357Z') + systemTime('2026-11-16T08:55:10.357Z');
const KERNEL = { channel: 'System', provider: 'Microsoft-Windows-Kernel-General' };
const LOG = { channel: 'System', provider: 'EventLog' };

const STOP: Event = { id: 13, ...KERNEL, data: { StopTime: TIME } };
const LOG_STOPPED: Event = { id: 6006, ...LOG };
const CRASH: Event = { id: 6008, ...LOG, data: { a: '3:55:10 AM', b: '11/16/2026' }, binary: BINARY };
const UPTIME: Event = { id: 6013, ...LOG, data: { a: '', b: '', c: '', d: '', e: '60480' } };
const SYSTEM_EVENTS = [STOP, LOG_STOPPED, CRASH, UPTIME];

const AUDIT_STOPPED: Event = { id: 1100, channel: 'Security', provider: 'Microsoft-Windows-Eventlog' };
const AUDITING = { channel: 'Security', provider: 'Microsoft-Windows-Security-Auditing' };
const CLIENT = { ClientName: 'LAPTOP7', ClientAddress: '10.0.0.9' };
const DISCONNECT: Event = {
  id: 4779,
  ...AUDITING,
  data: {
    AccountName: 'ana',
    AccountDomain: 'CORP',
    LogonID: '0x8a1f0',
    SessionName: 'RDP-Tcp#1',
    ...CLIENT,
  },
};
const SECURITY_EVENTS = [AUDIT_STOPPED, DISCONNECT];

const systemXml = ({ id, channel, provider }: Event): string =>
  `<System><Provider Name='${provider}'/><EventID Qualifiers='0'>${id}</EventID><TimeCreated SystemTime='${TIME}'/>
  <EventRecordID>69</EventRecordID><Channel>${channel}</Channel><Computer>${HOST}</Computer></System>`;

/** The texts of the event log service have no names. */
const xmlOf = (event: Event): string => {
  const { data = {}, binary, channel } = event;
  const listed = Object.entries(data).map(([name, value]) =>
    channel === 'System' && event !== STOP ? `<Data>${value}</Data>` : `<Data Name='${name}'>${value}</Data>`,
  );
  const bytes = binary === undefined ? '' : `<Binary>${binary}</Binary>`;
  const content =
    event === AUDIT_STOPPED
      ? "<UserData><ServiceShutdown xmlns='http://manifests.microsoft.com/win/2004/08/windows/eventlog'/></UserData>"
      : `<EventData>${listed.join('')}${bytes}</EventData>`;
  return `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>${systemXml(event)}${content}</Event>`;
};

const fromEvtx = ({ id, channel, provider, data = {}, binary }: Event): unknown => {
  const bytes = binary === undefined ? {} : { binary: Buffer.from(binary, 'hex') };
  const ticks = 134_392_932_000_000_000n;
  const event = { recordNumber: 69, eventId: id, ticks, computer: HOST, channel, provider, data, ...bytes };
  return readValues(writeEvtx([event]).subarray(4096))[0];
};

const binaryOf = ({ binary }: Event): object => (binary === undefined ? {} : { Binary: binary });

/** Winlogbeat numbers the texts without names. */
const namesOfWinlogbeat = ({ data = {}, channel }: Event): object =>
  channel === 'System'
    ? Object.fromEntries(Object.values(data).map((value, index) => [`param${index + 1}`, value]))
    : data;

const flat = (event: Event): object => ({
  EventID: event.id,
  Channel: event.channel,
  SourceName: event.provider,
  Hostname: HOST,
  RecordNumber: 69,
  ...event.data,
  ...binaryOf(event),
});

const SHAPES: readonly (readonly [string, (event: Event) => unknown])[] = [
  ['EVTX', fromEvtx],
  ['event XML', (event) => parseEventXml(xmlOf(event))],
  [
    'evtx_dump',
    (event) => ({
      Event: {
        System: {
          Provider: { '#attributes': { Name: event.provider } },
          EventID: { '#text': event.id, '#attributes': { Qualifiers: 0 } },
          TimeCreated: { '#attributes': { SystemTime: TIME } },
          EventRecordID: 69,
          Channel: event.channel,
          Computer: HOST,
        },
        EventData:
          event.channel === 'System'
            ? { Data: { '#text': Object.values(event.data ?? {}) }, ...binaryOf(event) }
            : (event.data ?? null),
      },
    }),
  ],
  [
    'evtx_dump with separate attributes',
    (event) => ({
      Event: {
        System: {
          Provider_attributes: { Name: event.provider },
          EventID: event.id,
          TimeCreated_attributes: { SystemTime: TIME },
          EventRecordID: 69,
          Channel: event.channel,
          Computer: HOST,
        },
        EventData:
          event.channel === 'System'
            ? { Data: Object.values(event.data ?? {}), ...binaryOf(event) }
            : (event.data ?? null),
      },
    }),
  ],
  [
    'Winlogbeat 7',
    (event) => ({
      '@timestamp': '2026-11-16T09:00:00.000Z',
      winlog: {
        channel: event.channel,
        provider_name: event.provider,
        event_id: String(event.id),
        computer_name: HOST,
        record_id: 69,
        time_created: TIME,
        event_data: { ...namesOfWinlogbeat(event), ...binaryOf(event) },
      },
    }),
  ],
  [
    'Winlogbeat 6',
    (event) => ({
      '@timestamp': TIME,
      event_id: event.id,
      log_name: event.channel,
      source_name: event.provider,
      computer_name: HOST,
      record_number: '69',
      event_data: { ...namesOfWinlogbeat(event), ...binaryOf(event) },
    }),
  ],
  ['flat JSON', (event) => ({ ...flat(event), TimeCreated: TIME })],
  [
    'NXLog',
    (event) => ({
      ...flat(event),
      EventTime: '2026-11-16 04:00:00',
      EventReceivedTime: '2026-11-16 04:00:02',
      '@timestamp': '2026-11-16T09:00:05.250Z',
    }),
  ],
  [
    'Get-WinEvent',
    (event) => ({
      Id: event.id,
      ProviderName: event.provider,
      LogName: event.channel,
      MachineName: HOST,
      RecordId: 69,
      TimeCreated: TIME,
      Properties: [
        ...Object.entries(event.data ?? {}).map(([name, value]) => ({
          Value: name === 'LogonID' ? 0x8a1f0 : value,
        })),
        ...(event.binary === undefined ? [] : [{ Value: [...Buffer.from(event.binary, 'hex')] }]),
      ],
    }),
  ],
];

const AZURE = (event: Event): unknown => ({
  TimeGenerated: TIME,
  Computer: HOST,
  EventID: event.id,
  EventSourceName: event.provider,
  Channel: event.channel,
  EventRecordId: '69',
  ...event.data,
});

const fact = (channel: string, time = '2026-11-16T09:00:00.000000Z') => ({
  time,
  hostname: HOST,
  sourceId: `windows/${channel}/69`,
});
const SEEN_IN_SECURITY = { hostSeen: fact('security') };
const DISCONNECTED = { ...fact('security'), user: 'CORP\\ana', srcIp: '10.0.0.9' };

describe.each(SHAPES)('a record of %s', (name, make) => {
  test('of the System log reports a stop, or when the host was seen', () => {
    expect(listEvents(SYSTEM_EVENTS.map(make))).toEqual([
      { hostStop: fact('system') },
      { hostSeen: fact('system') },
      { hostSeen: fact('system', '2026-11-16T08:55:10.357000Z') },
      { hostSeen: fact('system') },
    ]);
  });

  test('of the Security log reports that the host was seen, or a disconnect', () => {
    // PowerShell writes logon ids as numbers.
    const loginId = name === 'Get-WinEvent' ? String(0x8a1f0) : '0x8a1f0';
    expect(listEvents(SECURITY_EVENTS.map(make))).toEqual([
      SEEN_IN_SECURITY,
      { disconnect: { ...DISCONNECTED, loginId } },
    ]);
  });
});

test('a row of Azure, which has the Security log only, reports the same', () => {
  expect(listEvents(SECURITY_EVENTS.map(AZURE))).toEqual([
    SEEN_IN_SECURITY,
    { disconnect: { ...DISCONNECTED, loginId: '0x8a1f0' } },
  ]);
});

test('a crash without the bytes among the properties of Get-WinEvent is skipped', () => {
  const [, make] = SHAPES.find(([name]) => name === 'Get-WinEvent') ?? [];
  expect(listFates([make?.({ ...CRASH, binary: undefined } as unknown as Event)])).toEqual([
    'SKIPPED: 6008 unexpected shutdown: without the binary data that has its time',
  ]);
});
