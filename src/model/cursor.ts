import { createHash } from 'node:crypto';

import { UUID } from './globalId.ts';
import { Refusal } from './refusal.ts';
import type { EventKey } from './sessionEvent.ts';
import { CANONICAL_TIME, dayExists } from './values/time.ts';

/** A position in a list, as text, and what stays the same while a client pages through the list. */
export type Cursor = {
  readonly position: string;
  /** The time that `last: "PT24H"` in the filter counts back from: that of the first page, so that all pages have the same range. */
  readonly asOf: string;
  /** Identifies the list that the cursor belongs to. */
  readonly listHash: string;
};

/** How the cursors of a list encode positions; `read` returns null for text that `write` cannot have made. */
export type PositionCodec<Position> = {
  readonly write: (position: Position) => string;
  readonly read: (text: string) => Position | null;
};

/** Fingerprint of a filter and an order; a cursor of another list is refused rather than returning a wrong page. */
export const hashList = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 11);

/** Makes an opaque cursor. The leading digit is its version. */
export const makeCursor = ({ position, asOf, listHash }: Cursor): string =>
  Buffer.from(`1 ${listHash} ${asOf} ${position}`, 'utf8').toString('base64url');

/**
 * Parses a cursor, but not yet its position.
 *
 * @throws Refusal BAD_CURSOR if it is not a cursor of this API.
 */
export const parseCursor = (cursor: string, field: string): Cursor => {
  const [, listHash = '', asOf = '', position = ''] =
    CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!dayExists(asOf)) throw refuseCursor(field);
  return { listHash, asOf, position };
};

/** Parses the position of a cursor, whose list is already checked. @throws Refusal BAD_CURSOR if it was forged. */
export const parsePosition = <Position>(
  codec: PositionCodec<Position>,
  { position }: Cursor,
  field: string,
): Position => {
  const read = codec.read(position);
  if (read === null) throw refuseCursor(field);
  return read;
};

const refuseCursor = (field: string): Refusal =>
  new Refusal('BAD_CURSOR', `${field} is not a cursor of this API; copy it from pageInfo or an edge.`, field);

/** Positions in lists ordered by (time, uuid). */
export const BY_TIME: PositionCodec<Pick<EventKey, 'time' | 'uuid'>> = {
  write: ({ time, uuid }) => `${time} ${uuid}`,
  read: (text) => {
    const [, time = '', uuid = ''] = TIMED.exec(text) ?? [];
    return dayExists(time) ? { time, uuid } : null;
  },
};

/** Positions in lists of names. */
export const BY_NAME: PositionCodec<string> = {
  write: (name) => name,
  read: (text) => (NAME.test(text) && text.isWellFormed() ? text : null),
};

/** @throws Refusal BAD_CURSOR if the cursor belongs to a list with another filter or order. */
export const checkCursorList = (cursorHash: string, listHash: string, field: string): void => {
  if (cursorHash === listHash) return;
  throw new Refusal(
    'BAD_CURSOR',
    `${field} belongs to a list with another filter or order; keep both while paging, or start without a cursor.`,
    field,
  );
};

const CURSOR = new RegExp(`^1 ([\\w-]{11}) (${CANONICAL_TIME}) (.+)$`);
const TIMED = new RegExp(`^(${CANONICAL_TIME}) (${UUID})$`);
/** Excludes control characters: Postgres would refuse NUL, which would look like an outage. */
const NAME = /^\P{Cc}{1,2000}$/u;
