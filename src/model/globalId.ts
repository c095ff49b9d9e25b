import { Refusal } from './refusal.ts';
import type { EventKey } from './sessionEvent.ts';
import { CANONICAL_TIME, dayExists } from './values/time.ts';

/** Kinds of nodes, with the tag that their global ids begin with. */
const EVENT_TAG = 'event1';

/**
 * Makes an event's opaque global id. It carries the primary key, so that a lookup by id touches one row of one partition.
 */
export const makeEventId = ({ hostname, time, uuid }: EventKey): string =>
  Buffer.from(`${EVENT_TAG} ${time} ${uuid} ${hostname}`, 'utf8').toString('base64url');

/**
 * Reads a global id.
 *
 * @throws Refusal BAD_ID when the text is no id that this API gave out.
 */
export const parseEventId = (id: string): EventKey => {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const [, time, uuid, hostname] = EVENT_ID.exec(text) ?? [];
  if (time === undefined || uuid === undefined || hostname === undefined || !dayExists(time)) {
    throw new Refusal(
      'BAD_ID',
      'The id is none that this API gave out; copy the id field of an object.',
      'id',
    );
  }
  return { time, uuid, hostname };
};

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

// eslint-disable-next-line no-control-regex -- a forged hostname with NUL would reach Postgres
const EVENT_ID = new RegExp(`^${EVENT_TAG} (${CANONICAL_TIME}) (${UUID}) ([^\\u0000-\\u001f]{1,255})$`);
