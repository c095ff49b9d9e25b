import { asFields } from '../../fields.ts';
import type { Fields } from '../../fields.ts';
import { readText } from '../../fieldValues.ts';

import { makeFromMessage, makeFromTitle } from '../message/makeFromMessage.ts';
import { hasFields } from '../message/templates.ts';
import { makeRecord, notUnderstood } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';
import { readMilliseconds, readMonthFirst, readSnareTime } from './textTimes.ts';

/** An event of Splunk's forwarder: parseWinEventLog, or the fields that Splunk extracts from it. Its time is that of the host's clock. */
export const makeWinEventLog = (fields: Fields): Recognized =>
  makeFromMessage({
    channel: fields['LogName'],
    provider: fields['SourceName'],
    eventId: fields['EventCode'],
    hostname: fields['ComputerName'],
    recordNumber: fields['RecordNumber'],
    time: {
      kind: 'ISO',
      field: 'the time',
      text: readMonthFirst(fields['ForwarderTime']) ?? fields['_time'],
    },
    message: fields['Message'],
  });

/**
 * The fields that Splunk extracts from an event: from XML with the names of Windows; from text with names of Splunk's, which are not read.
 * https://docs.splunk.com/Documentation/AddOns/released/Windows
 */
export const makeSplunkFields = (row: Fields): Recognized => {
  const source = readText(row, 'source').replace(/^(?:Xml)?WinEventLog:/, '');
  const parts = {
    channel: readText(row, 'LogName') || readText(row, 'Channel') || source,
    provider: readText(row, 'SourceName') || readText(row, 'Name'),
    eventId: row['EventCode'],
    hostname: ['ComputerName', 'Computer', 'dvc', 'host']
      .map((key) => row[key])
      .find((host) => host !== undefined),
    recordNumber: row['RecordNumber'] ?? row['EventRecordID'],
    time: { kind: 'ISO', field: '_time', text: row['SystemTime'] ?? row['_time'] },
  } as const;
  const isNamed = ['TargetUserName', 'AccountName'].some((key) => Object.hasOwn(row, key));
  if (isNamed || !hasFields(Number(row['EventCode']))) return makeRecord({ ...parts, fields: row });
  return readText(row, 'Message') === ''
    ? notUnderstood('fields that Splunk extracted from text; export _raw: … | table _time host _raw', '')
    : makeFromMessage({ ...parts, message: row['Message'] });
};

/** An event whose message is that of a message of syslog: parseSyslogEvent. NXLog leaves out the number of the event. */
export const makeSyslogEvent = (fields: Fields): Recognized => {
  const { EventCode: eventId } = fields;
  const parts = {
    channel: fields['LogName'],
    provider: fields['SourceName'],
    hostname: fields['ComputerName'],
    recordNumber: undefined,
    time: { kind: 'SYSLOG', text: fields['SyslogTime'] },
    message: fields['Message'],
  } as const;
  return eventId === undefined ? makeFromTitle(parts) : makeFromMessage({ ...parts, eventId });
};

/** An event of WinCollect. Its time is in seconds or milliseconds of Unix time. */
export const makeWinCollect = ({ WinCollect: keys }: Fields): Recognized => {
  const fields = asFields(keys);
  return makeFromMessage({
    channel: fields['AgentLogFile'],
    provider: fields['Source'],
    eventId: fields['EventID'],
    hostname: fields['Computer'],
    recordNumber: fields['RecordNumber'],
    time: { kind: 'ISO', field: 'TimeGenerated', text: readUnixTime(readText(fields, 'TimeGenerated')) },
    message: fields['Message'],
  });
};

/** An event in IBM's Log Event Extended Format. */
export const makeWindowsLeef = ({ LEEF: text }: Fields): Recognized =>
  notUnderstood(
    'LEEF of Windows, which is not read; export the log as EVTX or event XML, or have the agent send syslog',
    String(text),
  );

/** An event of Snare's agents. Its time is that of the host's clock. */
export const makeSnare = (fields: Fields): Recognized =>
  makeFromMessage({
    channel: fields['LogName'],
    provider: fields['SourceName'],
    eventId: fields['EventID'],
    hostname: fields['ComputerName'],
    recordNumber: undefined,
    time: { kind: 'ISO', field: 'the time', text: readSnareTime(fields['SnareTime']) },
    message: fields['Message'],
  });

const readUnixTime = (text: string): string | undefined =>
  /^\d{9,11}$/.test(text) ? new Date(Number(text) * 1000).toISOString() : readMilliseconds(text);
