import type { RequestDatabase } from '../db/makeRequestDatabase.ts';
import type { SessionPageQuery } from '../db/readSessionPages.ts';
import type { CountedList } from '../db/selectEvents.ts';

import { BY_TIME } from '../model/cursor.ts';
import type { PageArguments } from '../model/page.ts';
import type { StoredSession } from '../model/session/session.ts';
import type { Position } from '../model/sessionEvent.ts';

import type { ListContext } from './listContext.ts';
import { listPage } from './listPage.ts';
import type { Page, TimeOrder } from './listPage.ts';

/** A page and its order: by default oldest first. */
export type SessionPageRequest = PageArguments & { readonly order?: TimeOrder | null | undefined };

/** A list that every session has. Its name is part of its cursors. */
type SessionList<Item> = {
  readonly list: string;
  readonly select: (db: RequestDatabase, query: SessionPageQuery) => Promise<readonly Item[]>;
  readonly count: (db: RequestDatabase, list: CountedList) => Promise<number>;
};

/** Lists what belongs to a session, ordered by (time, id), in Relay pages. Cursors stay valid when the session gets more. */
export const listPageOfSession = async <Item extends Position>(
  { db, now }: ListContext,
  { list, select, count }: SessionList<Item>,
  { session, order, ...page }: SessionPageRequest & { readonly session: StoredSession },
): Promise<Page<Item>> => {
  const isNewestFirst = (order ?? 'OLDEST_FIRST') === 'NEWEST_FIRST';
  const { hostname, loginId, startedAt, startUuid, lastAt, lastUuid } = session;
  const extent = { hostname, loginId, startedAt, startUuid, lastAt, lastUuid };
  return listPage(
    {
      identity: [list, isNewestFirst, hostname, startedAt, startUuid],
      now,
      positions: BY_TIME,
      positionOf: (item: Item) => item,
      select: ({ isBackward, asOf: _, ...range }) =>
        select(db, { ...range, extent, scan: isNewestFirst === isBackward ? 'ASCENDING' : 'DESCENDING' }),
      count: (asOf, cap) => count(db, { predicate: { kind: 'ofSession', ...extent }, asOf, cap }),
    },
    page,
  );
};
