import { asFields } from '../fields.ts';

/** A syslog message, independent of its notation. */
export type SyslogMessage = {
  /** With a zone, or in the format of RFC 3164. */
  readonly time: string;
  readonly host: string | null;
  readonly program: string;
  readonly pid: number | null;
  readonly text: string;
  /** Equal if the same record is read again, and in few other records. */
  readonly source: string;
};

const RFC_5424 = /^(?:<\d{1,3}>)?1 (\S+) (\S+) (\S+) (\S+) \S+ (?:-|(?:\[(?:\\.|[^\]\\])*\])+)\s?(.*)/s;
const RFC_3164 =
  /^(?:<\d{1,3}>)?([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)) (\S+) ([^\s:[]+)(?:\[(\d+)\])?:?\s*(.*)/s;

/** Parses a line in RFC 5424, in RFC 3164, or with the ISO times of rsyslog; null for any other text. */
export const parseSyslogLine = (line: string): SyslogMessage | null => {
  const text = line.trimEnd();
  const [, time = '', host = '', program = '', pid = '', message = ''] =
    RFC_5424.exec(text) ?? RFC_3164.exec(text) ?? [];
  return time === '' ? null : makeMessage({ time, host, program, pid, message }, text);
};

/** Parses the JSON of journald, or of a shipper that contains a line or its parts; null for any other JSON. */
export const parseSyslogObject = (value: unknown): SyslogMessage | null => {
  const fields = asFields(value);
  if (NOT_SYSLOG.some((mark) => Object.hasOwn(fields, mark))) return null;
  for (const line of [asFields(fields['event'])['original'], fields['message'], fields['log']]) {
    const message = typeof line === 'string' ? parseSyslogLine(line) : null;
    if (message !== null) return message;
  }
  const shape = SHAPES.find((names) => names.every((name) => Object.hasOwn(fields, name)));
  if (shape === undefined) return null;
  const [time = '', host = '', program = '', message = ''] = shape.map((name) => textOf(fields[name]));
  const pid = textOf(
    fields['_PID'] ?? fields['SYSLOG_PID'] ?? fields['procid'] ?? fields['PID'] ?? fields['pid'],
  );
  const isJournal = shape[0] === JOURNAL_TIME;
  const parts = { time: isJournal ? formatMicros(time) : time, host, program, pid, message };
  return makeMessage(parts, isJournal ? textOf(fields['__CURSOR']) : '');
};

const JOURNAL_TIME = '__REALTIME_TIMESTAMP';
const NOT_SYSLOG = ['winlog', 'event_data', 'EventID', 'Event', 'event_id'];

/** Time, host, program and message of journald, Vector, syslog-ng and Fluent Bit. */
const SHAPES = [
  [JOURNAL_TIME, '_HOSTNAME', 'SYSLOG_IDENTIFIER', 'MESSAGE'],
  ['timestamp', 'hostname', 'appname', 'message'],
  ['ISODATE', 'HOST', 'PROGRAM', 'MESSAGE'],
  ['time', 'host', 'ident', 'message'],
] as const;

type Parts = Readonly<Record<'time' | 'host' | 'program' | 'pid' | 'message', string>>;

const makeMessage = ({ time, host, program, pid, message }: Parts, source: string): SyslogMessage => ({
  time,
  host: host === '-' || host === '' ? null : host,
  program,
  pid: /^\d{1,10}$/.test(pid) ? Number(pid) : null,
  text: message,
  source: source === '' ? [time, host, program, pid, message].join('\n') : source,
});

/** The journal writes bytes that are not UTF-8 as an array of numbers. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value) && value.every((byte) => Number.isInteger(byte))) {
    return Buffer.from(value as number[]).toString('latin1');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Microseconds of Unix time as RFC 3339. */
const formatMicros = (text: string): string => {
  if (!/^\d{10,17}$/.test(text)) return text;
  const micros = BigInt(text);
  const whole = new Date(Number(micros / 1_000_000n) * 1000).toISOString().slice(0, 19);
  return `${whole}.${String(micros % 1_000_000n).padStart(6, '0')}Z`;
};
