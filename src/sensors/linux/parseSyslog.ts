import { parseUnifiedLine } from '../macos/parseUnified.ts';

import { findTime } from './findTime.ts';
import { isTextOfSshd } from './mapSshd.ts';
import { parseOtherLine } from './otherLines.ts';
import type { OtherLine } from './otherLines.ts';
import { isPriority, parseOrigin } from './parseOrigin.ts';
import type { SyslogOrigin } from './parseOrigin.ts';
import { parseFortigate, unwrapFortigate } from './parseFortigate.ts';
import { parseCisco, parseWindowsSshd } from './parseOwnLogs.ts';
import { unwrapKdm } from './unwrapKdm.ts';
import { unwrapMonitor } from './unwrapMonitor.ts';
import { unwrapNexus } from './unwrapNexus.ts';

/** A syslog message, independent of its notation. */
export type SyslogMessage = SyslogOrigin & {
  /** In a notation that readSyslogTime reads. The year, the zone or both may be missing. */
  readonly time: string;
  /** Equal if the same record is read again, and in few other records. */
  readonly source: string;
};

/**
 * Parses a line in RFC 5424 or RFC 3164, in the variants that daemons and devices write, or in the notations of `journalctl` and of
 * `log show` of macOS; null for any other text.
 */
export const parseSyslogLine = (line: string): SyslogMessage | null => {
  const source = (line.includes(ESCAPE) ? line.replaceAll(COLORS, '') : line).trimEnd();
  // RFC 5424 has its version after the priority.
  const version = source.startsWith('<') ? source.indexOf('>') + 1 : 0;
  const plain = source.startsWith('1 ', version) ? null : parsePlain(source);
  const message = plain ?? parseRfc5424(source) ?? parseVariant(source);
  return message === null ? null : unwrapFortigate(unwrapMonitor(unwrapKdm(unwrapNexus(message))));
};

/** journalctl colors the lines of a terminal, which `script` and a redirection with SYSTEMD_COLORS keep. */
const ESCAPE = '\u001B';
const COLORS = new RegExp(`${ESCAPE}\\[[\\d;]{0,20}m`, 'g');

/** The notation of nearly all lines, in one expression for speed. */
const PLAIN =
  /^(?:<\d{1,3}>)?([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)) (\w[\w-]*(?:\.[\w-]+)*) ([^\s:[\]/|<>][^\s:[\]|<>]*)(?:\[(\d{1,10})\])?:\s*(.*)/s;

const parsePlain = (source: string): SyslogMessage | null => {
  const match = PLAIN.exec(source);
  if (match === null) return null;
  const [, time = '', host = '', program = '', pid, text = ''] = match;
  if (text.startsWith('[') && text.startsWith('[ID ')) return null;
  if (host !== lastHost) {
    if (NUMBER.test(host) || isPriority(host)) return null;
    lastHost = host;
  }
  return { time, host, program, pid: pid === undefined ? null : Number(pid), text, source };
};

const NUMBER = /^\d+$/;
/** The host of the line before, which most lines beside each other share: to judge each takes a tenth of the time of a line. */
let lastHost = '';

/** The length of a frame (RFC 6587) and the priority come first. Some files leave them out. Some writers do not escape a bracket in quotes. */
const RFC_5424 =
  /^(?:(?:\d{1,6} )?<\d{1,3}>)?1 (\S+) (\S+) (\S+) (\S+) \S+ (?:-|(?:\[(?:"(?:\\.|[^"\\])*"|[^\]"])*\])+)\s?\uFEFF?(.*)/s;

const parseRfc5424 = (source: string): SyslogMessage | null => {
  const match = RFC_5424.exec(source);
  if (match === null) return null;
  const [, time = '', host = '', name = '', process = '', text = ''] = match;
  const pid = PROCESS.test(process) ? Number(process) : null;
  // QuLog Center writes `qulogd:`.
  const program = name.endsWith(':') ? name.slice(0, -1) : name;
  return { time, host: host === '-' ? null : host, program, pid, text, source };
};

const PROCESS = /^\d{1,10}$/;

const PRIORITY = /^(?:\d{1,6} )?<\d{1,3}>/;

const parseVariant = (source: string): SyslogMessage | null => {
  const text = source.replace(PRIORITY, '');
  const message = parseHeader(text, source);
  if (message !== null) return isOfRelay(message) ? (parseRelayed(message) ?? message) : message;
  const own = parseCisco(text) ?? parseWindowsSshd(text) ?? parseFortigate(text);
  return own === null ? null : { ...own, source };
};

const parseHeader = (text: string, source: string): SyslogMessage | null => {
  const header = findTime(text);
  if (header === null) return null;
  const unified = header.time.charAt(DATE_LENGTH) === ' ' ? parseUnifiedLine(header) : null;
  if (unified !== null) return unified;
  const origin = parseOrigin(header.rest);
  return origin === null ? null : { time: header.time, ...origin, source };
};

const MONTHS = new Set(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']);

/** A device of Cisco writes `*` or `.` before a time that is not synchronized. */
const isOfRelay = ({ program }: SyslogMessage): boolean => MONTHS.has(program.replace(/^[*.]/, ''));

/** Some relays and collectors write their own time, and the host that sent the line, before a whole line. */
const parseRelayed = ({ time, host, program, text, source }: SyslogMessage): SyslogMessage | null => {
  const line = source.slice(source.lastIndexOf(program, source.length - text.length));
  const relayed = parsePlain(line) ?? parseHeader(line.replace(PRIORITY, ''), line);
  // A device of Cisco writes its own time, too. That of the collector counts.
  const ofDevice = relayed === null ? parseCisco(line) : null;
  if (ofDevice !== null) return { ...ofDevice, host: ofDevice.host ?? host, time, source };
  if (relayed === null) return null;
  const year = /\d{4}/.test(relayed.time) ? null : yearBefore(relayed.time, time);
  return {
    ...relayed,
    host: relayed.host ?? host,
    time: year === null ? relayed.time : `${year} ${relayed.time}`,
  };
};

/** The year of a date that has none: the newest in which it is at most a day after the date of the relay. Null if that has no year either. */
const yearBefore = (date: string, ofRelay: string): number | null => {
  const [, year, month, day] = STATED_DATE.exec(ofRelay) ?? [];
  const [, name = '', written] = YEARLESS_DATE.exec(date) ?? [];
  if (year === undefined || written === undefined) return null;
  const latestMs = Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
  const years = [1, 0, -1].map((later) => Number(year) + later);
  return years.find((one) => Date.UTC(one, [...MONTHS].indexOf(name), Number(written)) <= latestMs) ?? null;
};

const STATED_DATE = /^(\d{4})-(\d\d)-(\d\d)/;
const YEARLESS_DATE = /^[*.]?([A-Z][a-z]{2}) {1,2}(\d{1,2}) /;

/** Of `2026-11-16`, after which `log show` of macOS writes a blank. */
const DATE_LENGTH = 10;

/** Whether a line shows that a file is a log that the syslog sensor reads. Times with a blank are frequent in other logs. */
export const isTextOfSyslog = (line: string): boolean => {
  const message = parseSyslogLine(line);
  if (message === null) return NOTES.has(parseOtherLine(line));
  // Many programs write a process and a time in this order.
  if (parseWindowsSshd(line) !== null) return isTextOfSshd(message.text);
  return message.time.charAt(DATE_LENGTH) !== ' ' || message.pid !== null;
};

const NOTES: ReadonlySet<OtherLine> = new Set<OtherLine>(['NOTE', 'MONOTONIC']);
