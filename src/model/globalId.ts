import { accountKey, readAccountKey } from './account.ts';
import type { Account } from './account.ts';
import { Refusal } from './refusal.ts';
import type { SessionKey } from './session/session.ts';
import type { EventKey } from './sessionEvent.ts';
import { CANONICAL_TIME, dayExists } from './values/time.ts';

/** A node's kind and key. An id begins with its kind's tag, whose digit is its version. */
export type NodeKey =
  | { readonly kind: RecordKind; readonly key: EventKey }
  | { readonly kind: 'HOST'; readonly hostname: string }
  | { readonly kind: 'ACCOUNT'; readonly account: Account };

/** The kinds of nodes whose key is that of a record. */
type RecordKind = 'EVENT' | 'CONTEXT_EVENT' | 'SESSION';

const TAGS = {
  EVENT: 'event1',
  CONTEXT_EVENT: 'context1',
  SESSION: 'session1',
  HOST: 'host1',
  ACCOUNT: 'account1',
} as const;

/**
 * Makes an event's opaque global id. It contains the primary key, so that a lookup by id touches one row of one partition.
 */
export const makeEventId = (key: EventKey): string => makeId('EVENT', key);

/** Makes a context event's opaque global id in the same way. */
export const makeContextEventId = (key: EventKey): string => makeId('CONTEXT_EVENT', key);

/** Makes a session's opaque global id from the key of its first event. */
export const makeSessionId = ({ hostname, startedAt, startUuid }: SessionKey): string =>
  makeId('SESSION', { hostname, time: startedAt, uuid: startUuid });

/** Makes a host's opaque global id. */
export const makeHostId = (hostname: string): string => encode(`${TAGS.HOST} ${hostname}`);

/** Makes an account's opaque global id. */
export const makeAccountId = (account: Account): string => encode(`${TAGS.ACCOUNT} ${accountKey(account)}`);

/** The ids of the objects of which there is one each. They are not nodes: caches of clients need them, which merge what has the same id. */
export const SINGLETON_IDS = { OVERVIEW: 'overview', CAR: 'car', HUNTS: 'hunts' } as const;

const makeId = (kind: RecordKind, { hostname, time, uuid }: EventKey): string =>
  encode(`${TAGS[kind]} ${time} ${uuid} ${hostname}`);

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

/**
 * Parses a global id.
 *
 * @throws Refusal BAD_ID if this API cannot have issued the id.
 */
export const parseNodeId = (id: string): NodeKey => {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const [, recordTag, time = '', uuid = '', host = ''] = RECORD_ID.exec(text) ?? [];
  if (recordTag !== undefined && dayExists(time)) {
    return { kind: KIND_OF[recordTag] ?? 'EVENT', key: { time, uuid, hostname: host } };
  }
  const [, hostname] = HOST_ID.exec(text) ?? [];
  if (hostname !== undefined) return { kind: 'HOST', hostname };
  const [, account] = ACCOUNT_ID.exec(text) ?? [];
  if (account !== undefined) return { kind: 'ACCOUNT', account: readAccountKey(account) };
  if (Object.values<string>(SINGLETON_IDS).includes(id)) {
    throw new Refusal('BAD_ID', `node and nodes do not accept this id; query the field ${id} instead.`, 'id');
  }
  throw new Refusal('BAD_ID', 'The id was not issued by this API; copy the id field of an object.', 'id');
};

const RECORD_KINDS: readonly RecordKind[] = ['EVENT', 'CONTEXT_EVENT', 'SESSION'];
const KIND_OF: Readonly<Record<string, RecordKind>> = Object.fromEntries(
  RECORD_KINDS.map((kind) => [TAGS[kind], kind]),
);

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Excludes control characters: a forged hostname with NUL would reach Postgres. */
const RECORD_ID = new RegExp(
  `^(${Object.keys(KIND_OF).join('|')}) (${CANONICAL_TIME}) (${UUID}) (\\P{Cc}{1,255})$`,
  'u',
);
const HOST_ID = new RegExp(`^${TAGS.HOST} (\\P{Cc}{1,255})$`, 'u');
const ACCOUNT_ID = new RegExp(`^${TAGS.ACCOUNT} ([^\\\\\\p{Cc}]{0,512}\\\\\\P{Cc}{1,1536})$`, 'u');
