import { createHash } from 'node:crypto';

import { UUID } from './globalId.ts';
import { Refusal } from './refusal.ts';
import type { EventKey } from './sessionEvent.ts';
import { CANONICAL_TIME, dayExists } from './values/time.ts';

/** A position in a list, as text, and what a walk over the list keeps. */
export type Cursor = {
  readonly position: string;
  /** What `last: "PT24H"` in the filter counts back from: the moment of page one, so that a walk keeps its range. */
  readonly asOf: string;
  /** Which list it is of. */
  readonly listHash: string;
};

/** How positions of a list are written in its cursors; `read` gives null for what it did not write. */
export type PositionCodec<Position> = {
  readonly write: (position: Position) => string;
  readonly read: (text: string) => Position | null;
};

/** Fingerprint of a filter and an order; a cursor of another list is refused instead of giving a wrong page. */
export const hashList = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 11);

/** Makes an opaque cursor. The leading digit is its version. */
export const makeCursor = ({ position, asOf, listHash }: Cursor): string =>
  Buffer.from(`1 ${listHash} ${asOf} ${position}`, 'utf8').toString('base64url');

/**
 * Reads a cursor; its position is still to be read.
 *
 * @throws Refusal BAD_CURSOR when it is no cursor of ours.
 */
export const parseCursor = (cursor: string, field: string): Cursor => {
  const [, listHash = '', asOf = '', position = ''] =
    CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!dayExists(asOf)) throw refuseCursor(field);
  return { listHash, asOf, position };
};

/** Reads the position of a cursor of the right list. @throws Refusal BAD_CURSOR when it was forged. */
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
  new Refusal('BAD_CURSOR', `${field} is no cursor of this API; copy it from pageInfo or an edge.`, field);

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

/** @throws Refusal BAD_CURSOR when the cursor belongs to a list with another filter or order. */
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
/** Without control characters: Postgres would refuse NUL, which would look like an outage. */
const NAME = /^\P{Cc}{1,2000}$/u;
