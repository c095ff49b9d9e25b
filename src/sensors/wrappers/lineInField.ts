import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { parseSyslogObject } from '../linux/parseSyslogObject.ts';
import { findHost } from './hostLabels.ts';
import { isRawText } from './rawText.ts';
import type { Known, Wrapper } from './wrapper.ts';

/**
 * A raw line in a field of a shipper's record: Filebeat, Vector's file source, Fluent Bit, Fluentd, Logstash, rsyslog (rawmsg), Graylog and GELF
 * (full_message).
 *
 * A record that has the parts of its message in fields of their own is not opened: a program that logs a line of another log does not become
 * that other program. parseSyslogObject compares the two.
 */
export const LINE_IN_FIELD: readonly Wrapper[] = [
  'event',
  'message',
  'log',
  'full_message',
  'short_message',
  'rawmsg',
  'raw',
].map((mark): Wrapper => ({
  name: `a line in ${mark === 'event' ? 'event.original' : mark}`,
  of: 'OBJECT',
  marks: [mark],
  open: (fields) => {
    const line = mark === 'event' ? asFields(fields['event'])['original'] : fields[mark];
    if (!isRawText(line) || OTHERS.some((other) => Object.hasOwn(fields, other))) return null;
    return parseSyslogObject(fields) === null ? [{ value: line, known: readKnown(fields) }] : null;
  },
}));

/** Members of records that a sensor reads as they are. */
const OTHERS = ['winlog', 'event_data', 'EventID', 'Event', 'event_id', 'class_uid'];

const readKnown = (fields: Fields): Known => {
  const time = fields['@timestamp'] ?? fields['timestamp'];
  return {
    hostname: findHost(asFields(fields['host'])) ?? findHost(fields),
    time: typeof time === 'string' ? time : undefined,
  };
};
