import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { parseSyslogObject } from '../linux/parseSyslogObject.ts';
import { findHost } from './hostLabels.ts';
import { isRawText } from './rawText.ts';
import { formatSeconds } from './unixTime.ts';
import type { Known, Wrapper } from './wrapper.ts';

/** Every record of NXLog in JSON has it. */
const OF_NXLOG = 'SourceModuleType';

/**
 * A raw line in a field of a shipper's record: Filebeat, Vector's file source, Fluent Bit, Fluentd, Logstash, rsyslog (rawmsg), Graylog and GELF
 * (full_message), NXLog (raw_event, Message).
 *
 * A record that has the parts of its message in fields of their own is not opened: a program that logs a line of another log does not become
 * that other program. parseSyslogObject compares the two.
 */
export const LINE_IN_FIELD: readonly Wrapper[] = [
  ['event'],
  ['message'],
  ['log'],
  ['full_message'],
  ['short_message'],
  ['rawmsg'],
  ['raw'],
  ['raw_event', OF_NXLOG],
  // Other records have a Message that anybody may have chosen: those of Get-WinEvent.
  ['Message', OF_NXLOG],
].map(([mark = '', ...others]): Wrapper => ({
  name: `a line in ${mark === 'event' ? 'event.original' : mark}`,
  of: 'OBJECT',
  marks: [mark, ...others],
  open: (fields) => {
    const line = mark === 'event' ? asFields(fields['event'])['original'] : fields[mark];
    if (!isRawText(line) || OTHERS.some((other) => Object.hasOwn(fields, other))) return null;
    return parseSyslogObject(fields) === null ? [{ value: line, known: readKnown(fields) }] : null;
  },
}));

/** Members of records that a sensor reads as they are. */
const OTHERS = ['winlog', 'event_data', 'EventID', 'Event', 'event_id', 'class_uid'];

const readKnown = (fields: Fields): Known => {
  const received = fields['EventReceivedTime'];
  const time =
    fields['@timestamp'] ??
    fields['timestamp'] ??
    ofDocker(fields['time']) ??
    formatSeconds(fields['date']) ??
    (typeof received === 'string' ? withOffset(received) : undefined);
  // NXLog's Hostname is that of the file; behind another input it may be the collector.
  const ofFile = fields[OF_NXLOG] === 'im_file' ? fields['Hostname'] : undefined;
  return {
    hostname:
      findHost(asFields(fields['host'])) ??
      findHost(fields) ??
      (typeof ofFile === 'string' ? ofFile : undefined),
    time: typeof time === 'string' ? time : formatSeconds(time),
  };
};

/** NXLog may leave out the offset. For the year of a line, a part of a day does not matter. */
const withOffset = (time: string): string => (WITH_OFFSET.test(time) ? time : `${time.replace(' ', 'T')}Z`);

/** The JSON of Docker's logs. Elsewhere, `time` may be the clock of the host. */
const ofDocker = (time: unknown): string | undefined =>
  typeof time === 'string' && WITH_OFFSET.test(time) ? time : undefined;

const WITH_OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/;
