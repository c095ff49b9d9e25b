import { SUCCESSFUL_LOGINS } from '../model/filter/logins.ts';
import type { Predicate } from '../model/filter/predicate.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';

import type { ListContext } from './listContext.ts';

type Lists = Pick<ListContext, 'lists'>;

/** Finds the oldest event that matches a predicate; null if none matches. */
export const findFirstEvent = async ({ lists }: Lists, predicate: Predicate): Promise<SessionEvent | null> =>
  (await lists.events({ ...ONE, predicate, scan: 'ASCENDING' }))[0] ?? null;

/** Finds the newest event that matches a predicate; null if none matches. */
export const findLastEvent = async ({ lists }: Lists, predicate: Predicate): Promise<SessionEvent | null> =>
  (await lists.events({ ...ONE, predicate, scan: 'DESCENDING' }))[0] ?? null;

/** Finds the newest successful login that matches all predicates; null if none matches. */
export const findLastLogin = async (lists: Lists, of: readonly Predicate[]): Promise<SessionEvent | null> =>
  findLastEvent(lists, {
    kind: 'and',
    of: [...of, ...SUCCESSFUL_LOGINS],
  });

const ONE = { asOf: '', after: null, before: null, limit: 1 } as const;
