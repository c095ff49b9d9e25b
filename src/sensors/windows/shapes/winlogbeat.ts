import { asFields } from '../../fields.ts';
import type { Fields } from '../../fields.ts';
import { makeFromMessage } from '../message/makeFromMessage.ts';
import { hasFields } from '../message/templates.ts';
import { makeRecord } from '../windowsRecord.ts';
import type { Recognized, RecordParts } from '../windowsRecord.ts';

/** https://www.elastic.co/guide/en/beats/winlogbeat/6.8/exported-fields-eventlog.html */
export const makeWinlogbeat6 = (fields: Fields): Recognized => {
  const data = fields['event_data'] ?? fields['user_data'];
  return make(fields['message'], data, {
    channel: fields['log_name'],
    provider: fields['source_name'],
    eventId: fields['event_id'],
    // Not host.name, which is the collector.
    hostname: fields['computer_name'],
    recordNumber: fields['record_number'],
    time: { kind: 'ISO', field: '@timestamp', text: fields['@timestamp'] },
    fields: asFields(data),
  });
};

/** https://www.elastic.co/guide/en/beats/winlogbeat/current/exported-fields-winlog.html */
export const makeWinlogbeat7 = (fields: Fields): Recognized => {
  const winlog = asFields(fields['winlog']);
  const data = winlog['event_data'] ?? winlog['user_data'];
  // @timestamp is truncated to milliseconds.
  const created = winlog['time_created'];
  return make(fields['message'], data, {
    channel: winlog['channel'],
    provider: winlog['provider_name'],
    eventId: winlog['event_id'],
    hostname: winlog['computer_name'],
    recordNumber: winlog['record_id'],
    time:
      created === undefined || created === null
        ? { kind: 'ISO', field: '@timestamp', text: fields['@timestamp'] }
        : { kind: 'ISO', field: 'winlog.time_created', text: created },
    fields: asFields(data),
  });
};

/** Some pipelines remove the event's own fields, and leave its message. */
const make = (message: unknown, data: unknown, parts: RecordParts): Recognized =>
  data === undefined && typeof message === 'string' && hasFields(Number(parts.eventId))
    ? makeFromMessage({ ...parts, message })
    : makeRecord(parts);
