import { asFields } from '../../fields.ts';
import type { Fields } from '../../fields.ts';
import { makeRecord } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';

/** https://www.elastic.co/guide/en/beats/winlogbeat/6.8/exported-fields-eventlog.html */
export const makeWinlogbeat6 = (fields: Fields): Recognized =>
  makeRecord({
    channel: fields['log_name'],
    provider: fields['source_name'],
    eventId: fields['event_id'],
    // Not host.name, which is the collector.
    hostname: fields['computer_name'],
    recordNumber: fields['record_number'],
    time: { kind: 'ISO', field: '@timestamp', text: fields['@timestamp'] },
    fields: asFields(fields['event_data'] ?? fields['user_data']),
  });

/** https://www.elastic.co/guide/en/beats/winlogbeat/current/exported-fields-winlog.html */
export const makeWinlogbeat7 = (fields: Fields): Recognized => {
  const winlog = asFields(fields['winlog']);
  // @timestamp is truncated to milliseconds.
  const created = winlog['time_created'];
  return makeRecord({
    channel: winlog['channel'],
    provider: winlog['provider_name'],
    eventId: winlog['event_id'],
    hostname: winlog['computer_name'],
    recordNumber: winlog['record_id'],
    time:
      created === undefined || created === null
        ? { kind: 'ISO', field: '@timestamp', text: fields['@timestamp'] }
        : { kind: 'ISO', field: 'winlog.time_created', text: created },
    fields: asFields(winlog['event_data'] ?? winlog['user_data']),
  });
};
