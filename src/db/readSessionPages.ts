import type { SessionExtent } from '../model/session/session.ts';

import { batchReads } from './batchReads.ts';
import { compileList, fillList, TEXT, TIME, UUID } from './namedStatement.ts';
import type { ListColumns } from './namedStatement.ts';
import { boundsOf, valuesOfBounds } from './pageBounds.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';
import type { EventPageQuery } from './eventPage.ts';

/** A page of a list of a session. */
export type SessionPageQuery = Omit<EventPageQuery, 'predicate' | 'asOf'> & {
  readonly extent: SessionExtent;
};

/** A row, and the number of its session in the table SESSIONS. */
export type ListedRow<Row> = Row & { readonly list_index: string };

/**
 * Makes a read of pages of a list that every session has.
 *
 * @param selectAlike reads the pages of queries that differ only in the session, with one statement.
 */
export const readSessionPages = <Row, Item>(
  selectAlike: (
    db: RequestDatabase,
    group: readonly [SessionPageQuery, ...SessionPageQuery[]],
  ) => Promise<readonly ListedRow<Row>[]>,
  toItem: (row: Row) => Item,
): ((db: RequestDatabase, query: SessionPageQuery) => Promise<readonly Item[]>) =>
  batchReads<SessionPageQuery, readonly Item[]>(async (db, queries) => {
    const alike = new Map<string, [SessionPageQuery, ...SessionPageQuery[]]>();
    for (const query of queries) {
      const { extent: _, ...bounds } = query;
      const key = JSON.stringify(bounds);
      const group = alike.get(key);
      if (group === undefined) alike.set(key, [query]);
      else group.push(query);
    }
    const lists = new Map(queries.map((query): [SessionPageQuery, Item[]] => [query, []]));
    for (const group of alike.values()) {
      for (const row of await selectAlike(db, group)) {
        const query = group[Number(row.list_index) - 1];
        if (query === undefined)
          throw new Error('The statement returned an item of a session that was not requested.');
        lists.get(query)?.push(toItem(row));
      }
    }
    return queries.map((query) => lists.get(query) ?? []);
  });

const COLUMNS: ListColumns<SessionPageQuery> = {
  hostname: [TEXT, ({ extent }) => extent.hostname],
  login_id: [TEXT, ({ extent }) => extent.loginId],
  started_at: [TIME, ({ extent }) => extent.startedAt],
  start_id: [UUID, ({ extent }) => extent.startUuid],
  last_at: [TIME, ({ extent }) => extent.lastAt],
  last_id: [UUID, ({ extent }) => extent.lastUuid],
};

/** The sessions of queries as a table `s`, with the bounds LISTED. */
export const SESSIONS_OF_PAGES = compileList('s', COLUMNS);

/** The values of SESSIONS_OF_PAGES, of the bounds of the pages, and of the placeholder `limit`. */
export const valuesOfPages = (
  queries: readonly [SessionPageQuery, ...SessionPageQuery[]],
): Readonly<Record<string, unknown>> => {
  const [like] = queries;
  return { ...fillList(COLUMNS, queries), ...valuesOfBounds(boundsOf(like)), limit: like.limit };
};
