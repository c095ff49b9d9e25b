import { asFields } from '../../fields.ts';
import type { Fields } from '../../fields.ts';

import { makeFromMessage } from '../message/makeFromMessage.ts';
import { makeRecord } from '../windowsRecord.ts';
import type { Recognized } from '../windowsRecord.ts';
import { dataOf } from './readEventData.ts';

/** A row of Velociraptor's artifact Windows.EventLogs.EvtxHunter, whose times are in whole seconds. */
export const makeEvtxHunter = (row: Fields): Recognized =>
  makeRecord({
    ...readHead(row),
    fields: dataOf({ EventData: row['EventData'], UserData: asFields(row['UserData']) }),
  });

/** A row of an artifact such as Windows.EventLogs.RDPAuth, whose columns leave out values that its message has. */
export const makeVelociraptorMessage = (row: Fields): Recognized =>
  makeFromMessage({
    ...readHead(row),
    message: row['Message'],
  });

const readHead = (row: Fields) =>
  ({
    channel: row['Channel'],
    provider: row['Provider'],
    eventId: row['EventID'],
    hostname: row['Computer'],
    recordNumber: row['EventRecordID'],
    time: { kind: 'ISO', field: 'EventTime', text: row['EventTime'] },
  }) as const;
