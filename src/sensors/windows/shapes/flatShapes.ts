import type { Fields } from '../../fields.ts';
import type { RecordTime } from '../readTime.ts';
import { makeRecord } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';

export const makeFlatIso = (fields: Fields): Recognized =>
  makeFlat(fields, { kind: 'ISO', field: 'TimeCreated', text: fields['TimeCreated'] });

export const makeNxlog = (fields: Fields): Recognized => {
  const unix = readUnixTime(fields['EventTime']);
  if (unix !== null) return makeFlat(fields, { kind: 'ISO', field: 'EventTime', text: unix });
  return makeFlat(fields, {
    kind: 'NXLOG',
    field: 'EventTime',
    text: fields['EventTime'],
    receivedLocal: fields['EventReceivedTime'],
    arrivedUtc: fields['@timestamp'],
  });
};

/** `Exec $EventTime = integer($EventTime)` makes microseconds of Unix time of it, and configurations often divide it to seconds or milliseconds. */
const readUnixTime = (value: unknown): string | null => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const [, seconds, fraction = ''] = UNIX_TIME.exec(text) ?? [];
  return seconds === undefined
    ? null
    : `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}.${fraction || '0'}Z`;
};

const UNIX_TIME = /^(\d{10})(\d{3}|\d{6})?$/;

const makeFlat = (fields: Fields, time: RecordTime): Recognized =>
  makeRecord({
    channel: fields['Channel'],
    provider: fields['SourceName'] ?? fields['ProviderName'],
    eventId: fields['EventID'],
    hostname: fields['Hostname'],
    recordNumber: fields['EventRecordID'] ?? fields['RecordNumber'],
    time,
    fields,
  });
