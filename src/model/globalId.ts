import { Refusal } from './refusal.ts';
import type { EventKey } from './sessionEvent.ts';

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
  if (time === undefined || uuid === undefined || hostname === undefined) {
    throw new Refusal(
      'BAD_ID',
      'The id is none that this API gave out; copy the id field of an object.',
      'id',
    );
  }
  return { time, uuid, hostname };
};

/** Canonical text of a stored time; the ranges keep Postgres from refusing a forged one. */
export const CANONICAL_TIME =
  '[1-9]\\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8]|29|30|31)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{6}Z';
export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

// eslint-disable-next-line no-control-regex -- a forged hostname with NUL would reach Postgres
const EVENT_ID = new RegExp(`^${EVENT_TAG} (${CANONICAL_TIME}) (${UUID}) ([^\\u0000-\\u001f]{1,255})$`);
