import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { readText } from '../fieldValues.ts';
import { readZonedTime } from '../readZonedTime.ts';
import { recognizeRecord } from '../windows/recognizeRecord.ts';
import type { Opened, Wrapper } from './wrapper.ts';

/**
 * The log of Win32-OpenSSH, in each shape of Windows events: `payload` has a message of sshd, which is read as an entry of the journal.
 * https://github.com/PowerShell/Win32-OpenSSH/wiki/Logging-Facilities
 */
const row = (marks: readonly string[], findChannel: (fields: Fields) => unknown): Wrapper => ({
  name: `OpenSSH of Windows, with ${marks.join(' and ')}`,
  of: 'OBJECT',
  marks,
  open: (fields) => (isOpenSsh(findChannel(fields)) ? open(fields) : null),
});

export const OPEN_SSH: readonly Wrapper[] = [
  row(['Event'], ({ Event: event }) => asFields(asFields(event)['System'])['Channel']),
  row(['System', 'EventData'], ({ System: system }) => asFields(system)['Channel']),
  row(['winlog'], ({ winlog }) => asFields(winlog)['channel']),
  row(['log_name', 'event_data'], ({ log_name: channel }) => channel),
  row(['Channel'], ({ Channel: channel }) => channel),
];

const LOG = 'openssh/operational';

const isOpenSsh = (channel: unknown): boolean => {
  const text = typeof channel === 'object' && channel !== null ? asFields(channel)['#text'] : channel;
  return typeof text === 'string' && text.trim().toLowerCase() === LOG;
};

const open = (fields: Fields): Opened => {
  const recognized = recognizeRecord(fields);
  if (recognized.kind !== 'RECORD') return null;
  const { record } = recognized;
  const { payload, process } = record.fields;
  if (typeof payload !== 'string') return null;
  const text = readText(record.time, 'text');
  const reading = readZonedTime(text, 'no zone');
  const time = reading.kind === 'TIME' ? reading.time : text;
  const value = {
    SYSLOG_IDENTIFIER: process,
    MESSAGE: payload,
    _HOSTNAME: record.hostname,
    _PID: findPid(fields),
    timestamp: time,
    __CURSOR: [LOG, record.recordNumber, time, payload].join(' '),
  };
  return [{ value }];
};

/** The process of the record. */
const findPid = (fields: Fields): unknown => {
  const { System: system, Event: event, winlog, process_id: ofWinlogbeat, ProcessID: flat } = fields;
  if (winlog !== undefined) return asFields(asFields(winlog)['process'])['pid'];
  const execution = asFields(asFields(system ?? asFields(event)['System'])['Execution']);
  const attributes = asFields(execution['#attributes'] ?? execution);
  return attributes['ProcessID'] ?? attributes['@ProcessID'] ?? ofWinlogbeat ?? flat;
};
