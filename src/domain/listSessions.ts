import { countSessions, selectSessions } from '../db/selectSessions.ts';

import { BY_TIME } from '../model/cursor.ts';
import { parseSessionFilter } from '../model/filter/parseFilter.ts';
import type { FilterInput } from '../model/filter/parseFilter.ts';
import { MATCH_ALL } from '../model/filter/predicate.ts';
import type { Predicate } from '../model/filter/predicate.ts';
import type { PageArguments } from '../model/page.ts';
import type { StoredSession } from '../model/session/session.ts';
import { rankOf } from '../model/session/sessionRank.ts';
import type { SessionOrderField } from '../model/session/sessionRank.ts';

import type { ListContext } from './listContext.ts';
import { countItems, listPage } from './listPage.ts';
import type { CountMode, Page, TotalCount } from './listPage.ts';

export type SessionPage = Page<StoredSession>;
/** A session of a page. Its cursor is computed on demand. */
export type SessionEdge = { readonly page: SessionPage; readonly item: StoredSession };

export type SessionOrder = {
  readonly field: SessionOrderField;
  readonly direction?: 'ASCENDING' | 'DESCENDING';
};

export type SessionListRequest = PageArguments & {
  readonly filter?: FilterInput | null | undefined;
  readonly order?: SessionOrder | null | undefined;
};

/** The sessions of which a list selects. */
export type BaseOfSessions = {
  readonly where: readonly Predicate[];
  /** What its cursors are bound to, if not to the conditions, because these change with new events. */
  readonly identity?: readonly unknown[];
};

const EVERYWHERE: BaseOfSessions = { where: [] };

const LATEST_FIRST: SessionOrder = { field: 'STARTED' };

/**
 * Lists sessions in Relay pages, ordered by start, end or duration. Open sessions sort as the last to end and as the longest.
 *
 * @param base conditions that apply in addition to the filter, such as the host of `Host.sessions`.
 * @throws Refusal for an invalid filter, page or cursor.
 */
export const listSessions = async (
  { db, hostnames, now }: ListContext,
  { filter, order, ...page }: SessionListRequest,
  { where, identity }: BaseOfSessions = EVERYWHERE,
): Promise<SessionPage> => {
  const filtered = parseSessionFilter(filter, hostnames);
  const predicate = where.length === 0 ? filtered : ({ kind: 'and', of: [...where, filtered] } as const);
  const { field, direction = 'DESCENDING' } = order ?? LATEST_FIRST;
  return listPage(
    {
      identity: [
        'sessions',
        field,
        direction,
        ...(identity === undefined ? [predicate] : [identity, filtered]),
      ],
      now,
      positions: BY_TIME,
      positionOf: (session: StoredSession) => ({ time: rankOf(session, field), uuid: session.startUuid }),
      select: ({ isBackward, ...range }) =>
        selectSessions(db, {
          ...range,
          predicate,
          field,
          scan: (direction === 'ASCENDING') === isBackward ? 'DESCENDING' : 'ASCENDING',
        }),
      count: (asOf, cap) => countSessions(db, { predicate, asOf, cap }),
    },
    page,
  );
};

/** Counts all sessions. */
export const countAllSessions = async ({ db }: ListContext, mode: CountMode): Promise<TotalCount> =>
  countItems(mode, (cap) => countSessions(db, { predicate: MATCH_ALL, asOf: '', cap }));
