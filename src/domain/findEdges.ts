import { selectEvents } from '../db/selectEvents.ts';

import { SUCCESSFUL_LOGINS } from '../model/filter/logins.ts';
import type { Predicate } from '../model/filter/predicate.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';

import type { ListContext } from './listContext.ts';

type Reads = Pick<ListContext, 'db'>;

/** Finds the oldest event that matches a predicate; null if none matches. */
export const findFirstEvent = async ({ db }: Reads, predicate: Predicate): Promise<SessionEvent | null> =>
  (await selectEvents(db, { ...ONE, predicate, scan: 'ASCENDING' }))[0] ?? null;

/** Finds the newest event that matches a predicate; null if none matches. */
export const findLastEvent = async ({ db }: Reads, predicate: Predicate): Promise<SessionEvent | null> =>
  (await selectEvents(db, { ...ONE, predicate, scan: 'DESCENDING' }))[0] ?? null;

/** Finds the newest successful login that matches all predicates; null if none matches. */
export const findLastLogin = async (db: Reads, of: readonly Predicate[]): Promise<SessionEvent | null> =>
  findLastEvent(db, {
    kind: 'and',
    of: [...of, ...SUCCESSFUL_LOGINS],
  });

const ONE = { asOf: '', after: null, before: null, limit: 1 } as const;
