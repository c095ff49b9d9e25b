import { UNKNOWN_EVENT } from '../sensor.ts';
import type { Outcome, RecordOrigin } from '../sensor.ts';

/** A line of a log without an entry, or with one that cannot be read. */
export type OtherLine = keyof typeof REASONS;

const REASONS = {
  NOTE: ['SKIPPED', 'a heading, separator or hint of journalctl, log show or Grafana'],
  CONTINUED: ['SKIPPED', 'a further line of the entry before'],
  MONOTONIC: [
    'FAILED',
    'the time counts from the start of the host (journalctl -o short-monotonic or short-delta, dmesg); export again with journalctl -o json or -o short-iso',
  ],
  UNKNOWN: ['FAILED', 'not a line of syslog'],
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
