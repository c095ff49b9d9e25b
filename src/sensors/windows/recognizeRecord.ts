import type { RecordTime } from './readTime.ts';

/** A Windows event log record, whatever shape it came in. Values are as the shipper wrote them. */
export type WindowsRecord = {
  /** Trimmed, lower case: one log writes `Security` and `security`. */
  readonly channel: string;
  readonly provider: string;
  readonly eventId: number;
  readonly hostname: unknown;
  readonly recordNumber: unknown;
  readonly time: RecordTime;
  /** The event's own fields, such as TargetUserName. */
  readonly fields: Fields;
};

export type Fields = Readonly<Record<string, unknown>>;

export type Recognized =
  | { readonly kind: 'RECORD'; readonly record: WindowsRecord }
  | { readonly kind: 'FAILED'; readonly reason: string };

/** Recognises the shape of a record by its content: Winlogbeat 6, flat with ISO times, or NXLog. */
export const recognizeRecord = (value: unknown): Recognized => {
  if (typeof value !== 'object' || value === null) return failed('no record: the JSON is no object');
  if (Array.isArray(value)) return failed('unknown format: a JSON array; one record a line is read');
  const fields = value as Fields;
  const make = SHAPES.find(({ marks }) => marks.every((mark) => Object.hasOwn(fields, mark)))?.make;
  return make === undefined ? failed(UNKNOWN_FORMAT) : make(fields);
};

/** Where a shape keeps what every record has. */
type Parts = Omit<WindowsRecord, 'channel' | 'provider' | 'eventId'> & {
  readonly channel: unknown;
  readonly provider: unknown;
  readonly eventId: unknown;
};

const makeRecord = (parts: Parts): Recognized => {
  const provider = textOf(parts.provider).toLowerCase();
  const channel = textOf(parts.channel).toLowerCase() || (provider === AUDITING ? 'security' : '');
  const eventId = textOf(parts.eventId);
  if (!/^\d{1,9}$/.test(eventId)) return failed('the event id is no number');
  if (channel === '') return failed('no channel');
  const { hostname, recordNumber, time, fields } = parts;
  const record = { channel, provider, eventId: Number(eventId), hostname, recordNumber, time, fields };
  return { kind: 'RECORD', record };
};

const AUDITING = 'microsoft-windows-security-auditing';

type Shape = { readonly marks: readonly string[]; readonly make: (fields: Fields) => Recognized };

const makeWinlogbeat6 = (fields: Fields): Recognized => {
  const data = fields['event_data'];
  return makeRecord({
    channel: fields['log_name'],
    provider: fields['source_name'],
    eventId: fields['event_id'],
    // Never host.name: it is the collector.
    hostname: fields['computer_name'],
    recordNumber: fields['record_number'],
    time: { kind: 'ISO', field: '@timestamp', text: fields['@timestamp'] },
    fields: typeof data === 'object' && data !== null ? (data as Fields) : {},
  });
};

const makeFlatIso = (fields: Fields): Recognized =>
  makeFlat(fields, { kind: 'ISO', field: 'TimeCreated', text: fields['TimeCreated'] });

const makeNxlog = (fields: Fields): Recognized =>
  makeFlat(fields, {
    kind: 'NXLOG',
    field: 'EventTime',
    text: fields['EventTime'],
    receivedLocal: fields['EventReceivedTime'],
    arrivedUtc: fields['@timestamp'],
  });

const makeFlat = (fields: Fields, time: RecordTime): Recognized =>
  makeRecord({
    channel: fields['Channel'],
    provider: fields['SourceName'] ?? fields['ProviderName'],
    eventId: fields['EventID'],
    hostname: fields['Hostname'],
    recordNumber: fields['EventRecordID'] ?? fields['RecordNumber'],
    time,
    fields,
  });

/** The first whose marks are all there. */
const SHAPES: readonly Shape[] = [
  { marks: ['event_id', 'computer_name', '@timestamp'], make: makeWinlogbeat6 },
  { marks: ['EventID', 'Hostname', 'TimeCreated'], make: makeFlatIso },
  { marks: ['EventID', 'Hostname', 'EventTime'], make: makeNxlog },
];

const UNKNOWN_FORMAT = `unknown format: looked for NXLog (EventID, Hostname, EventTime), flat ISO (EventID, Hostname, TimeCreated) and Winlogbeat 6 (event_id, computer_name, @timestamp)`;

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const failed = (reason: string): Recognized => ({ kind: 'FAILED', reason });
