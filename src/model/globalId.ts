import { Refusal } from './refusal.ts';
import type { SessionKey } from './session/session.ts';
import type { EventKey } from './sessionEvent.ts';
import { CANONICAL_TIME, dayExists } from './values/time.ts';

/** A node's kind and key. An id begins with its kind's tag, whose digit is its version. */
export type NodeKey = { readonly kind: 'EVENT' | 'SESSION'; readonly key: EventKey };

const TAGS = { EVENT: 'event1', SESSION: 'session1' } as const satisfies Record<NodeKey['kind'], string>;

/**
 * Makes an event's opaque global id. It carries the primary key, so that a lookup by id touches one row of one partition.
 */
export const makeEventId = (key: EventKey): string => makeId('EVENT', key);

/** Makes a session's opaque global id of the key of its first event. */
export const makeSessionId = ({ hostname, startedAt, startUuid }: SessionKey): string =>
  makeId('SESSION', { hostname, time: startedAt, uuid: startUuid });

const makeId = (kind: NodeKey['kind'], { hostname, time, uuid }: EventKey): string =>
  Buffer.from(`${TAGS[kind]} ${time} ${uuid} ${hostname}`, 'utf8').toString('base64url');

/**
 * Reads a global id.
 *
 * @throws Refusal BAD_ID when the text is no id that this API gave out.
 */
export const parseNodeId = (id: string): NodeKey => {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const [, tag, time, uuid, hostname] = NODE_ID.exec(text) ?? [];
  if (time === undefined || uuid === undefined || hostname === undefined || !dayExists(time)) {
    throw new Refusal(
      'BAD_ID',
      'The id is none that this API gave out; copy the id field of an object.',
      'id',
    );
  }
  return { kind: tag === TAGS.SESSION ? 'SESSION' : 'EVENT', key: { time, uuid, hostname } };
};

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Without control characters: a forged hostname with NUL would reach Postgres. */
const NODE_ID = new RegExp(
  `^(${Object.values(TAGS).join('|')}) (${CANONICAL_TIME}) (${UUID}) (\\P{Cc}{1,255})$`,
  'u',
);
