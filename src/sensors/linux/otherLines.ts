import { isAboutLogin } from './mapPam.ts';
import { UNKNOWN_EVENT } from '../sensor.ts';
import type { Outcome, RecordOrigin } from '../sensor.ts';

/** A line of a log without an entry, or with one that cannot be read. */
export type OtherLine = keyof typeof REASONS;

const NOT_SYSLOG = 'not a line of syslog';

const REASONS = {
  NOTE: ['SKIPPED', 'a heading, separator or hint of journalctl, log show or Grafana'],
  CONTINUED: ['SKIPPED', 'a further line of the entry before'],
  MONOTONIC: [
    'FAILED',
    'the time counts from the start of the host (journalctl -o short-monotonic or short-delta, dmesg); export again with journalctl -o json or -o short-iso',
  ],
  UNKNOWN: ['FAILED', NOT_SYSLOG],
} as const;

/**
 * `-- Boot 5a… --` and `-- No entries --` of journalctl, and its hint when the caller may not read all entries; the headings, hints and
 * statistics of `log show`; the headings of Grafana's download.
 */
const NOTE =
  /^(?:-- [A-Z].* --|Hint: You are currently not seeing |Timestamp {3,}|Filtering the log data using |Skipping info and debug messages|-{20,}$|Log {6}- Default: |Total number of lines: \d+$|Common labels: \{)/;
const MONOTONIC = /^\[ {0,12}\d{1,10}\.\d{6}(?: <[ \d.]{0,20}>)?\] /;
/** journalctl indents the further lines of an entry, and syslogd may write a tab. */
const CONTINUED = /^(?: {4}|\t)\s*\S/;

/** Says what a line is that is not a message of syslog. */
export const parseOtherLine = (line: string): OtherLine => {
  if (NOTE.test(line)) return 'NOTE';
  if (MONOTONIC.test(line)) return 'MONOTONIC';
  return CONTINUED.test(line) ? 'CONTINUED' : 'UNKNOWN';
};

export const readOtherLine = (line: OtherLine, { file, line: number }: RecordOrigin): Outcome => {
  const [kind, reason] = REASONS[line];
  const sensorEvent = line === 'NOTE' || line === 'CONTINUED' ? 'syslog other' : UNKNOWN_EVENT;
  return { kind, reason, origin: { file, line: number, sensorEvent } };
};

/**
 * Judges a text that a shipper or store wraps and that is not a line of syslog: stores have the lines of all kinds of programs. Incomplete JSON is a
 * failure, because it may be the record of a login. Any other outcome is returned as it is.
 */
export const judgeWrappedText = (text: string, outcome: Outcome): Outcome => {
  const { kind, origin } = outcome;
  const isOther =
    kind === 'FAILED' &&
    origin.sensorEvent === UNKNOWN_EVENT &&
    outcome.reason.startsWith(NOT_SYSLOG) &&
    !text.startsWith('{');
  if (!isOther) return outcome;
  const of = { ...origin, sensorEvent: 'syslog other' };
  return isAboutLogin(text) || OF_LOGINS.test(text)
    ? {
        kind: 'NOT_UNDERSTOOD',
        reason: 'a text in a record of a shipper that is not a line of syslog',
        text,
        origin: of,
      }
    : { kind: 'UNRELATED', reason: 'says nothing about logins', origin: of };
};

/** What sshd writes about logins, without the header of its line. */
const OF_LOGINS = /\b(?:Accepted|Failed|Invalid user|Connection (?:closed|reset) by) /;
