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

type Parts = Readonly<Record<'time' | 'host' | 'program' | 'pid' | 'message', string>>;

const makeMessage = ({ time, host, program, pid, message }: Parts, source: string): SyslogMessage => ({
  time,
  host: host === '-' || host === '' ? null : host,
  program,
  pid: /^\d{1,10}$/.test(pid) ? Number(pid) : null,
  text: message,
  source,
});
