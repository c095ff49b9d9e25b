import { asFields } from '../../fields.ts';
import type { Fields } from '../../fields.ts';

import { makeRecord } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';
import { asUtc } from './asUtc.ts';
import { dataOf, readObject } from './readEventData.ts';

/**
 * A row of EvtxECmd (`--json`, `--csv`). The event's own fields are JSON in Payload; the columns PayloadData1 to 6 repeat them for readers. Times
 * are UTC, in CSV without a zone. https://github.com/EricZimmerman/evtx
 */
export const makeEvtxEcmd = (row: Fields): Recognized => {
  const payload = readObject(row['Payload']);
  return makeRecord({
    channel: row['Channel'],
    provider: row['Provider'],
    eventId: row['EventId'],
    hostname: row['Computer'],
    recordNumber: row['EventRecordId'],
    time: { kind: 'ISO', field: 'TimeCreated', text: asUtc(row['TimeCreated']) },
    fields: dataOf({ ...payload, UserData: asFields(payload['UserData']) }),
  });
};
