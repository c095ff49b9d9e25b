import { isPriority } from './parseOrigin.ts';
import type { SyslogOrigin } from './parseOrigin.ts';

/** A message with its time, as the writer notes it. */
type OwnMessage = SyslogOrigin & { readonly time: string };

/**
 * The notation of Cisco without or behind the header of a collector: number, name, time with its quality (`*`, `.`) and zone, and the name again on ASA.
 * All but the time may be missing.
 */
const CISCO =
  /^:? ?(?:\d{1,10}: )?(?:(?![A-Z][a-z]{2} |\d+:)([\w.-]{1,255}): )?(?:\d{1,10}: )?([*.:]?)((?:\d{4} )?[A-Z][a-z]{2} {1,2}\d{1,2}(?: \d{4})? \d\d:\d\d:\d\d(?:\.\d{1,9})?)(?: (UTC|GMT)| [A-Z]{3,5})?(?: (?![A-Z]{3,5}:)([\w.:-]{1,255}?))? ?: (?:(?:\d{4} )?[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d(?:\.\d{1,9})?(?: [A-Z]{3,5})?: )?(%[A-Z][A-Z\d_-]*-[0-7]-[A-Z\d_]+): (.*)/s;

/** Parses what follows the priority of a message of a device of Cisco; null for any other text. */
export const parseCisco = (text: string): OwnMessage | null => {
  if (!text.includes(': %')) return null;
  const [, before, mark = '', written = '', utc, behind, program, message = ''] = CISCO.exec(text) ?? [];
  if (program === undefined) return null;
  const time = isUnsetClock(`${mark}${written}`) ? `${mark}${written}` : written;
  const host = behind ?? before ?? null;
  const zoned = utc === undefined ? time : `${time} UTC`;
  return {
    host: host !== null && isPriority(host) ? null : host,
    program,
    pid: null,
    time: zoned,
    text: message,
  };
};

/**
 * Whether a time of Cisco is that of a clock that has not been set since the start of the device: IOS marks it with `*`, and begins with 1 March,
 * which is the end of February in zones west of Greenwich.
 */
export const isUnsetClock = (time: string): boolean => /^\*(?:Mar {1,2}1|Feb 2[89]) \d\d:/.test(time);

/** `sshd.log` of OpenSSH for Windows: the process, and the local time. */
const WINDOWS_SSHD = /^(\d{1,10}) (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}) (.*)/s;

export const parseWindowsSshd = (text: string): OwnMessage | null => {
  const [, pid, time = '', message = ''] = WINDOWS_SSHD.exec(text) ?? [];
  return pid === undefined ? null : { host: null, program: 'sshd', pid: Number(pid), time, text: message };
};
