import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { parseEventXml } from '../windows/parseEventXml.ts';
import type { Opened, Wrapper } from './wrapper.ts';

/** Windows events whose members have the names of a shipper: they are read as if evtx_dump or Get-WinEvent had written them. */
export const WINDOWS_EVENTS: readonly Wrapper[] = [
  {
    // Render_Event_As_XML
    name: 'Fluent Bit, winevtlog with XML',
    of: 'OBJECT',
    marks: ['System', 'Message'],
    open: ({ System: xml }) =>
      typeof xml === 'string' && xml.startsWith('<Event') ? [{ value: xml }] : null,
  },
  {
    // https://docs.fluentbit.io/manual/data-pipeline/inputs/windows-event-log-winevtlog
    name: 'Fluent Bit, winevtlog',
    of: 'OBJECT',
    marks: ['StringInserts', 'EventRecordID'],
    open: (event) =>
      findWrongOffset(event) ??
      openPositions({
        channel: event['Channel'],
        provider: event['ProviderName'],
        eventId: event['EventID'],
        computer: event['Computer'],
        recordId: event['EventRecordID'],
        time: event['TimeCreated'],
        values: event['StringInserts'],
        message: event['Message'],
      }),
  },
  {
    // https://docs.fluentbit.io/manual/data-pipeline/inputs/windows-event-log
    name: 'Fluent Bit, winlog',
    of: 'OBJECT',
    marks: ['StringInserts', 'RecordNumber'],
    open: (event) =>
      openPositions({
        channel: event['Channel'],
        provider: event['SourceName'],
        eventId: event['EventID'],
        computer: event['ComputerName'],
        recordId: event['RecordNumber'],
        time: event['TimeGenerated'],
        values: event['StringInserts'],
        message: event['Message'],
      }),
  },
  {
    // https://github.com/fluent/fluent-plugin-windows-eventlog
    name: 'Fluentd, windows_eventlog2',
    of: 'OBJECT',
    marks: ['EventRecordID', 'EventData', 'Description'],
    open: (event) =>
      openPositions({
        channel: event['Channel'],
        provider: event['ProviderName'],
        eventId: event['EventID'],
        computer: event['Computer'],
        recordId: event['EventRecordID'],
        time: event['TimeCreated'],
        values: event['EventData'],
        message: event['Description'],
      }),
  },
  {
    name: 'Fluentd, windows_eventlog',
    of: 'OBJECT',
    marks: ['string_inserts', 'record_number'],
    open: (event) =>
      openPositions({
        channel: event['channel'],
        provider: event['source_name'],
        eventId: event['event_id'],
        computer: event['computer_name'],
        recordId: event['record_number'],
        time: event['time_generated'],
        values: event['string_inserts'],
        message: event['description'],
      }),
  },
  {
    // https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/windowseventlogreceiver
    name: 'OpenTelemetry, windowseventlog receiver',
    of: 'OBJECT',
    marks: ['event_id', 'system_time', 'computer'],
    open: (event) =>
      openNames({
        channel: event['channel'],
        provider: asFields(event['provider'])['name'],
        eventId: asFields(event['event_id'])['id'] ?? event['event_id'],
        computer: event['computer'],
        recordId: event['record_id'],
        time: event['system_time'],
        eventData: nameData(asFields(event['event_data'])),
        userData: event['user_data'],
      }),
  },
  {
    // https://grafana.com/docs/alloy/latest/reference/components/loki/loki.source.windowsevent: the values of the event are XML.
    name: 'Promtail and Alloy, windows_events',
    of: 'OBJECT',
    marks: ['event_id', 'eventRecordID', 'timeCreated'],
    open: (event) => {
      const values = parseEventXml(`<Event><EventData>${textOf(event['event_data'])}</EventData></Event>`);
      const user = parseEventXml(`<Event><UserData>${textOf(event['user_data'])}</UserData></Event>`);
      if (values === null || user === null) return { reason: 'event_data or user_data is not XML' };
      return openNames({
        channel: event['channel'],
        provider: event['source'],
        eventId: event['event_id'],
        computer: event['computer'],
        recordId: event['eventRecordID'],
        time: event['timeCreated'],
        eventData: asFields(values['Event'])['EventData'],
        userData: asFields(asFields(user['Event'])['UserData'])['EventXML'],
      });
    },
  },
  {
    // https://docs.nxlog.co/refman/current/xm/gelf.html: GELF writes the fields of the event with an underscore.
    name: 'NXLog, GELF of a Windows event',
    of: 'OBJECT',
    marks: ['_EventID', 'version', 'short_message'],
    open: ({ host, timestamp, full_message: message, short_message: short, ...others }) => {
      const timeMs = Math.round(Number(timestamp) * 1000);
      if (!Number.isSafeInteger(timeMs)) return null;
      const fields = Object.entries(others).flatMap(([name, value]) =>
        name.startsWith('_') ? [[name.slice(1), value] as const] : [],
      );
      return [
        {
          value: {
            ...Object.fromEntries(fields),
            Hostname: host,
            TimeCreated: new Date(timeMs).toISOString(),
            Message: message ?? short,
          },
        },
      ];
    },
  },
  {
    // https://vector.dev/docs/reference/configuration/sources/windows_event_log
    name: 'Vector, windows_event_log source',
    of: 'OBJECT',
    marks: ['event_id', 'record_id', 'computer', 'provider_name'],
    open: (event) =>
      openNames({
        channel: event['channel'],
        provider: event['provider_name'],
        eventId: event['event_id'],
        computer: event['computer'],
        recordId: event['record_id'],
        time: event['timestamp'],
        eventData: event['event_data'],
        userData: event['user_data'],
      }),
  },
];

/**
 * Until 4.2.0 the offset of TimeCreated is wrong in a part of the year, where clocks are set for the summer: an event then seems to be read before it
 * happened. https://github.com/fluent/fluent-bit/issues/11213
 */
const findWrongOffset = ({ date, TimeCreated: created }: Fields): { readonly reason: string } | null => {
  const readMs = typeof date === 'number' ? date * 1000 : Number.NaN;
  return Date.parse(String(formatTime(created))) - readMs > HALF_AN_HOUR_MS ? { reason: WRONG_OFFSET } : null;
};

const HALF_AN_HOUR_MS = 1_800_000;
const WRONG_OFFSET =
  'TimeCreated is later than the date at which Fluent Bit read it, because its offset is wrong; set Render_Event_As_XML or update Fluent Bit';

type Event = Readonly<Record<'channel' | 'provider' | 'eventId' | 'computer' | 'recordId' | 'time', unknown>>;

/** An event whose own values have positions, as Get-WinEvent writes it. */
const openPositions = (event: Event & { readonly values: unknown; readonly message: unknown }): Opened => {
  const { values } = event;
  if (!Array.isArray(values)) return null;
  const counts = COUNTS.get(Number(event.eventId));
  // Some shippers leave out values that they cannot write, and the others move up.
  if (counts?.includes(values.length) === false)
    return { reason: 'the event does not have as many values as its template' };
  const value = {
    LogName: event.channel,
    ProviderName: event.provider,
    Id: event.eventId,
    MachineName: event.computer,
    RecordId: event.recordId,
    TimeCreated: formatTime(event.time),
    Properties: values.map((Value: unknown) => ({ Value })),
    Message: event.message ?? '',
  };
  return [{ value }];
};

/** The number of values in each version of the templates. https://github.com/repnz/etw-providers-docs */
const COUNTS: ReadonlyMap<number, readonly number[]> = new Map([
  [4624, [20, 21, 27, 28]],
  [4625, [21]],
  [4634, [5]],
  [4647, [4]],
  [4778, [6]],
  [4779, [6]],
  [4800, [5]],
  [4801, [5]],
]);

/** An event whose own values have names, as evtx_dump writes it. */
const openNames = (event: Event & { readonly eventData: unknown; readonly userData: unknown }): Opened => [
  {
    value: {
      Event: {
        System: {
          Provider: { '#attributes': { Name: event.provider } },
          EventID: event.eventId,
          TimeCreated: { '#attributes': { SystemTime: formatTime(event.time) } },
          EventRecordID: event.recordId,
          Channel: event.channel,
          Computer: event.computer,
        },
        EventData: event.eventData,
        UserData: { EventXML: event.userData },
      },
    },
  },
];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Since 2023 the receiver writes `{"data": [{"TargetUserName": "ana"}, …]}`, before and after that a map. */
const nameData = (eventData: Fields): Fields => {
  const { data } = eventData;
  if (!Array.isArray(data)) return eventData;
  return Object.fromEntries(data.flatMap((one: unknown) => Object.entries(asFields(one))));
};

/** Fluent Bit and Fluentd write `2026-11-02 09:00:00 +0100`. */
const formatTime = (time: unknown): unknown => {
  const [, date, clock, offset] = typeof time === 'string' ? (SPACED.exec(time) ?? []) : [];
  return date === undefined ? time : `${date}T${clock ?? ''}${offset?.replace(/(\d\d)$/, ':$1') ?? ''}`;
};

const SPACED = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d{4})$/;
