import type { Fields } from '../fields.ts';
import type { RecordTime } from './readTime.ts';
import { makeRecord } from './windowsRecord.ts';
import type { Recognized } from './windowsRecord.ts';

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

/** https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityevent; older rows have no record number. */
export const makeAzure = (fields: Fields): Recognized =>
  makeRecord({
    channel: fields['Channel'],
    provider: fields['EventSourceName'],
    eventId: fields['EventID'],
    hostname: fields['Computer'],
    recordNumber: fields['EventRecordId'],
    time: { kind: 'ISO', field: 'TimeGenerated', text: fields['TimeGenerated'] },
    fields,
  });
