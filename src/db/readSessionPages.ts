import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { SessionExtent } from '../model/session/session.ts';

import { arrayParameter } from './arrayParameter.ts';
import { batchReads } from './batchReads.ts';
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

/** The sessions of queries as a table `s`, with the bounds LISTED. */
export const sessionsOf = (queries: readonly SessionPageQuery[]): SQL => {
  const column = (valueOf: (extent: SessionExtent) => string) =>
    sql.param(arrayParameter(queries.map(({ extent }) => valueOf(extent))));
  return sql`unnest(${column(({ hostname }) => hostname)}::text[], ${column(({ loginId }) => loginId)}::text[],
      ${column(({ startedAt }) => startedAt)}::timestamptz[], ${column(({ startUuid }) => startUuid)}::uuid[],
      ${column(({ lastAt }) => lastAt)}::timestamptz[], ${column(({ lastUuid }) => lastUuid)}::uuid[])
      with ordinality as s(hostname, login_id, started_at, start_id, last_at, last_id, index)`;
};

/** The name of a statement whose text depends on the direction and on which bounds a page has. */
export const namePages = (list: string, { scan, after, before }: SessionPageQuery): string =>
  `${list}_${scan.toLowerCase()}${after === null ? '' : '_after'}${before === null ? '' : '_before'}`;
