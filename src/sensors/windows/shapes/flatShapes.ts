import type { Fields } from '../../fields.ts';
import type { RecordTime } from '../readTime.ts';
import { makeRecord } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';

export const makeFlatIso = (fields: Fields): Recognized =>
  makeFlat(fields, { kind: 'ISO', field: 'TimeCreated', text: fields['TimeCreated'] });

export const makeNxlog = (fields: Fields): Recognized =>
  makeFlat(fields, {
    kind: 'NXLOG',
    field: 'EventTime',
    text: fields['EventTime'],
    receivedLocal: fields['EventReceivedTime'],
    arrivedUtc: fields['@timestamp'],
  });

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
