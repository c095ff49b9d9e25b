import type { DateColumn } from './makeDateReader.ts';

/** The first line of a CSV export. */
export type CsvHeader = {
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** Bytes before the header: a byte order mark, and the type that Windows PowerShell writes. */
  readonly start: number;
  /** Null without a column of times in a known export. */
  readonly dates: DateColumn | null;
};

/**
 * Finds the header of a CSV export that a sensor can read, at the beginning of a file as Latin-1; null for other content. A list of names separated by
 * commas may be anything else, so the names must be those of a known export.
 */
export const findCsvHeader = (beginning: string): CsvHeader | null => {
  const start = PREFIX.exec(beginning)?.[0].length ?? 0;
  const [line = '', next = ''] = beginning.slice(start, start + MAX_HEADER_LENGTH).split('\n', 2);
  for (const delimiter of DELIMITERS) {
    const columns = splitNames(line, delimiter);
    if (columns.length < 2) continue;
    if (isEventViewer(columns, next, delimiter))
      return { delimiter, columns: EVENT_VIEWER, start, dates: EVENT_VIEWER_DATES };
    if (findKnown(columns) !== undefined) return makeHeader(delimiter, columns, start);
  }
  return null;
};

/** Reads the header as it is, in a file that the user states to be CSV. */
export const readCsvHeader = (beginning: string): CsvHeader => {
  const start = PREFIX.exec(beginning)?.[0].length ?? 0;
  const line = beginning.slice(start, start + MAX_HEADER_LENGTH).split('\n', 1)[0] ?? '';
  const count = (delimiter: string): number => line.split(delimiter).length;
  const [delimiter = ','] = DELIMITERS.toSorted((a, b) => count(b) - count(a));
  return makeHeader(delimiter, splitNames(line, delimiter), start);
};

const makeHeader = (delimiter: string, columns: readonly string[], start: number): CsvHeader => {
  const own = findKnown(columns)?.find((mark) => TIMES.has(mark));
  const names = own === undefined ? TIMES_OF_ANY : [own];
  const time = columns.find((column) => names.includes(nameOf(column)));
  const dates: DateColumn | null =
    time === undefined
      ? null
      : { name: nameOf(time), zone: time.endsWith(' [UTC]') ? 'Z' : '', isPortal: time.endsWith(']') };
  return { delimiter, columns: columns.map(nameOf), start, dates };
};

/** The columns that sensors read the time from. Those of any export may contain something else in an export that is known by other columns. */
const TIMES_OF_ANY = ['TimeCreated', 'Timestamp', 'TimeGenerated'];
const TIMES = new Set([...TIMES_OF_ANY, '@timestamp', 'timestamp', 'Date', 'Time']);

const DELIMITERS = [',', ';', '\t'] as const;
const MAX_HEADER_LENGTH = 65_536;
/** A byte order mark as Latin-1, and `#TYPE System.Diagnostics.EventLogEntry`. */
const PREFIX = /^(?:\u00EF\u00BB\u00BF)?(?:#TYPE [^\r\n]{0,1000}\r?\n)?/;

/** No name of a known export contains a delimiter. */
const splitNames = (line: string, delimiter: string): readonly string[] =>
  line.split(delimiter).map((name) => name.trim().replace(QUOTED, '$1'));

const QUOTED = /^"([^"]*)"$/;

/** Columns that make an export known. */
const KNOWN: readonly (readonly string[])[] = [
  // SecurityEvent, WindowsEvent and Event of Log Analytics and Sentinel
  ['TimeGenerated', 'Computer', 'EventID'],
  // Get-WinEvent | Export-Csv
  ['TimeCreated', 'Id', 'Message'],
  // Get-EventLog | Export-Csv
  ['TimeGenerated', 'InstanceId', 'Source'],
  ['TimeCreated', 'EventId', 'Payload'],
  // Defender's tables
  ['ActionType', 'LogonType', 'DeviceName'],
  // Splunk
  ['_raw'],
  ['EventCode', 'ComputerName', 'Message'],
  // The table Syslog of Log Analytics and Sentinel
  ['TimeGenerated', 'ProcessName', 'SyslogMessage'],
  // Kibana's reports of Discover
  ['@timestamp', 'message'],
  ['@timestamp', 'event.action'],
  ['@timestamp', 'winlog.event_id'],
  // Wazuh's dashboard
  ['timestamp', 'full_log'],
  // Grafana's Explore
  ['Time', 'Line'],
  ['Date', 'Line'],
  // Graylog's export of a search
  ['timestamp', 'source', 'message'],
];

const findKnown = (columns: readonly string[]): readonly string[] | undefined => {
  const names = new Set(columns.map(nameOf));
  return KNOWN.find((marks) => marks.every((mark) => names.has(mark)));
};

/** The portal of Log Analytics adds the zone to the names of times: `TimeGenerated [UTC]`. */
const nameOf = (column: string): string => column.replace(/ \[[^\]]{1,40}\]$/, '');

/** The columns of the Event Viewer, whose names are in the language of Windows. The message has no name. */
const EVENT_VIEWER = ['Level', 'Date and Time', 'Source', 'Event ID', 'Task Category', 'Message'];

const EVENT_VIEWER_DATES: DateColumn = { name: 'Date and Time', zone: '', isPortal: false };

/** Whether a line has five names, and the next one the number of an event in its fourth column and a sixth column. */
const isEventViewer = (columns: readonly string[], next: string, delimiter: string): boolean => {
  const cells = next.split(delimiter);
  return columns.length === 5 && cells.length >= 6 && /^"?\d{1,5}"?$/.test(cells[3] ?? '');
};
