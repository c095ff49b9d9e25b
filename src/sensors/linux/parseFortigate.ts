import type { SyslogOrigin } from './parseOrigin.ts';

/** The program of a message of FortiGate, which names none. */
const FORTIGATE = 'fortigate';

/** `date=2026-11-16 time=10:00:00 devname="FG1" … tz="+0100" logid="0100032001" …` */
const LINE = /^date=(\d{4}-\d\d-\d\d) time=(\d\d:\d\d:\d\d) (.*)/s;
const ZONE = /^[+-]\d\d:?\d\d$/;

/** Parses a message of FortiGate without the header of a collector; null for any other text. */
export const parseFortigate = (text: string): (SyslogOrigin & { readonly time: string }) | null => {
  const [, date, clock = '', rest = ''] = text.startsWith('date=') ? (LINE.exec(text) ?? []) : [];
  if (date === undefined) return null;
  const pairs = parsePairs(rest);
  const zone = pairs?.get('tz') ?? '';
  const time = `${date}T${clock}${ZONE.test(zone) ? zone : ''}`;
  return { host: pairs?.get('devname') ?? null, program: FORTIGATE, pid: null, time, text: rest };
};

/** FortiGate behind the header of a collector, where its date stands in place of the program; or behind RFC 5424, without its date. */
export const unwrapFortigate = <Message extends SyslogOrigin>(message: Message): Message => {
  const { program, text, host } = message;
  if (program === '-') return text.startsWith('eventtime=') ? { ...message, program: FORTIGATE } : message;
  const parsed = program.startsWith('date=') ? parseFortigate(`${program} ${text}`) : null;
  return parsed === null ? message : { ...message, ...parsed, host: parsed.host ?? host };
};

/** A name and its value, quoted if it is text. */
const PAIR = /(\w{1,64})=(?:"([^"]*)"|([^\s"]*))(?: |$)/gy;

/** Parses names with their values; null if the text has others, or a name twice, as when the name of a user contains a quote. */
export const parsePairs = (text: string): ReadonlyMap<string, string> | null => {
  const pairs = new Map<string, string>();
  let end = 0;
  for (const [whole, name = '', quoted, plain = ''] of text.matchAll(PAIR)) {
    if (pairs.has(name)) return null;
    pairs.set(name, quoted ?? plain);
    end += whole.length;
  }
  return end < text.length ? null : pairs;
};
