import type { Fields } from '../../fields.ts';

import { makeFromMessage } from '../message/makeFromMessage.ts';
import type { Recognized } from '../windowsRecord.ts';

/**
 * A row that the Event Viewer saved as CSV or text. It has no host and no record number, its time is that of the clock of the computer that saved it, and only the
 * message has the values of the event.
 */
export const makeEventViewer = (row: Fields): Recognized =>
  makeFromMessage({
    channel: undefined,
    provider: row['Source'],
    eventId: row['Event ID'],
    hostname: undefined,
    recordNumber: undefined,
    time: { kind: 'ISO', field: 'Date and Time', text: row['Date and Time'] },
    message: row['Message'],
  });
