import { hash } from 'node:crypto';

import { compareTexts } from './compare.ts';
import type { EventKey, NewEvent } from './sessionEvent.ts';

/** An event without its uuid. */
export type UnidentifiedEvent = WithoutUuid<NewEvent>;

/** Distributes over the members of a union. */
type WithoutUuid<Event> = Event extends unknown ? Omit<Event, 'uuid'> : never;

/** Position in the life of a session, so that events with the same time sort in the order in which they happened. */
const LIFE_ORDER = { FAILED_LOGIN: 0, LOGIN: 1, LOCK: 2, RECONNECT: 3, UNLOCK: 4, LOGOUT: 5 } as const;

/**
 * Makes an event's uuid, RFC 9562 version 8: 48 bits of the record number at the end of `sourceId`, 4 bits of life order, the
 * rest SHA-256 of the identity.
 *
 * The identity is (hostname, time, action, sourceId); without a sourceId it is all non-null fields by name, so that a new optional
 * field does not change existing ids. The same event always gets the same uuid, which makes ingest exactly-once. `(time, uuid)` sorts
 * events with the same time in the order in which they happened: with a plain hash, 169 of 380 real sessions never closed; with this
 * layout, 85.
 */
export const makeEventUuid = (event: UnidentifiedEvent): string =>
  makeUuid(identityOf(event), recordNumber(event.sourceId), lifeOrder(event));

/** A context event without its uuid. */
type UnidentifiedContextEvent = Omit<EventKey, 'uuid'> & {
  readonly kind: 'HOST_START' | 'HOST_STOP' | 'HOST_SEEN' | 'DISCONNECT';
  readonly sourceId: string | null;
};

/**
 * Makes a context event's uuid in the same way. Without a sourceId, a disconnect is identified by all non-null fields, as events are; the
 * other kinds have only a host and a time.
 */
export const makeContextEventUuid = (event: UnidentifiedContextEvent): string => {
  const { hostname, time, kind, sourceId } = event;
  const isByFields = kind === 'DISCONNECT' && sourceId === null;
  const identity = isByFields ? allFieldsOf(event) : JSON.stringify([hostname, time, kind, sourceId]);
  return makeUuid(identity, recordNumber(sourceId), kind === 'DISCONNECT' ? DISCONNECT_ORDER : 0);
};

/** Stored ids of events keep their numbers. Sessions place a disconnect by its kind, not by its uuid. */
const DISCONNECT_ORDER = 6;

const makeUuid = (identity: string, recordedAs: number, order: number): string => {
  const digest = hash('sha256', identity);
  const number = recordedAs.toString(16).padStart(12, '0');
  const variant = (8 + (Number.parseInt(digest.charAt(3), 16) & 3)).toString(16);
  const record = `${number.slice(0, 8)}-${number.slice(8)}`;
  return `${record}-8${order}${digest.slice(0, 2)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
};

const identityOf = (event: UnidentifiedEvent): string => {
  if (event.sourceId !== null) {
    return JSON.stringify([event.hostname, event.time, event.action, event.sourceId]);
  }
  return allFieldsOf(event);
};

/**
 * The folded user represents the user: the same record may spell the domain differently if it arrives by two routes. The name that a client
 * claimed identifies nothing: events that were sent without it keep their ids when they are sent again with it.
 */
const allFieldsOf = (event: UnidentifiedEvent | UnidentifiedContextEvent): string => {
  const fields = Object.entries(event).filter(([name, value]) => value !== null && !UNIDENTIFYING.has(name));
  return JSON.stringify(fields.toSorted(([a], [b]) => compareTexts(a, b)));
};

const UNIDENTIFYING = new Set(['user', 'srcHostname']);

const recordNumber = (sourceId: string | null): number => {
  if (sourceId === null) return 0;
  let start = sourceId.length;
  // Not by `/\d+$/`, which starts again at every digit and takes 0.3 ms for 511 digits and a letter.
  while (start > 0 && isDigit(sourceId.charCodeAt(start - 1))) start -= 1;
  const number = Number(sourceId.slice(start));
  return number < 2 ** 48 ? number : 0;
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const lifeOrder = (event: UnidentifiedEvent): number =>
  LIFE_ORDER[event.action === 'LOGIN' && !event.loginSuccessful ? 'FAILED_LOGIN' : event.action];
