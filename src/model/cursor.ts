import { createHash } from 'node:crypto';

import { UUID } from './globalId.ts';
import { Refusal } from './refusal.ts';
import type { EventKey } from './sessionEvent.ts';
import { CANONICAL_TIME, dayExists } from './values/time.ts';

/** A position in a list ordered by (time, uuid), and the list that it is of. */
export type Cursor = Pick<EventKey, 'time' | 'uuid'> & {
  /** What `last: "PT24H"` in the filter counts back from: the moment of page one, so that a walk keeps its range. */
  readonly asOf: string;
};

/** Fingerprint of a filter and an order; a cursor of another list is refused instead of giving a wrong page. */
export const hashList = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 11);

/** Makes an opaque cursor. The leading digit is its version. */
export const makeCursor = (
  position: Pick<EventKey, 'time' | 'uuid'>,
  asOf: string,
  listHash: string,
): string =>
  Buffer.from(`1 ${listHash} ${asOf} ${position.time} ${position.uuid}`, 'latin1').toString('base64url');

/**
 * Reads a cursor.
 *
 * @throws Refusal BAD_CURSOR when it is no cursor of ours, or of a list with another filter or order.
 */
export const parseCursor = (cursor: string, field: string): Cursor & { readonly listHash: string } => {
  const [, listHash = '', asOf = '', time = '', uuid = ''] =
    CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (!dayExists(asOf) || !dayExists(time)) {
    throw new Refusal(
      'BAD_CURSOR',
      `${field} is no cursor of this API; copy it from pageInfo or an edge.`,
      field,
    );
  }
  return { listHash, asOf, time, uuid };
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

const CURSOR = new RegExp(`^1 ([\\w-]{11}) (${CANONICAL_TIME}) (${CANONICAL_TIME}) (${UUID})$`);
