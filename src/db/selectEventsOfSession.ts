import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { earliest, latest } from '../model/compare.ts';
import type { SessionExtent } from '../model/session/session.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';

import { arrayParameter } from './arrayParameter.ts';
import { batchReads } from './batchReads.ts';
import { isMember, isTwin } from './compilePredicate.ts';
import type { ExtentSql } from './compilePredicate.ts';
import { toSessionEvent } from './eventRows.ts';
import type { EventRow } from './eventRows.ts';
import { isBeyond, EVENT_COLUMNS } from './selectEvents.ts';
import type { EventPageQuery } from './selectEvents.ts';
import { sessionEvent } from './tables.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';

/** A page of the list of a session's events. */
export type SessionEventsPageQuery = Omit<EventPageQuery, 'predicate' | 'asOf'> & {
  readonly extent: SessionExtent;
};

/**
 * Reads a page of the list of a session's events, in the order of the list. Queries that differ only in the session share one
 * statement. Indexes: session_event_login_id and session_event_linked_login_id, one descent each per session and partition; the bounds of
 * all sessions together exclude the other partitions.
 */
export const selectEventsOfSession = batchReads<SessionEventsPageQuery, readonly SessionEvent[]>(
  async (db, queries) => {
    const alike = new Map<string, SessionEventsPageQuery[]>();
    for (const query of queries) {
      const { extent: _, ...bounds } = query;
      const key = JSON.stringify(bounds);
      alike.set(key, [...(alike.get(key) ?? []), query]);
    }
    const lists = new Map(queries.map((query): [SessionEventsPageQuery, SessionEvent[]] => [query, []]));
    for (const group of alike.values()) {
      for (const { list_index: index, ...row } of await selectAlike(db, group)) {
        const query = group[Number(index) - 1];
        if (query === undefined)
          throw new Error('The statement returned an event of a session that was not requested.');
        lists.get(query)?.push(toSessionEvent(row));
      }
    }
    return queries.map((query) => lists.get(query) ?? []);
  },
);

type ListedRow = EventRow & { readonly list_index: string };

const selectAlike = async (
  db: RequestDatabase,
  group: readonly SessionEventsPageQuery[],
): Promise<readonly ListedRow[]> => {
  const [like] = group;
  if (like === undefined) return [];
  const { scan, after, before, limit } = like;
  const isDescending = scan === 'DESCENDING';
  const direction = isDescending ? sql`desc` : sql`asc`;
  const extents = group.map(({ extent }) => extent);
  const from = earliest(extents.map(({ startedAt }) => startedAt));
  const part = (
    condition: SQL,
    until: string,
  ): SQL => sql`(select ${EVENT_COLUMNS} from ${sessionEvent} where ${condition}
    and ${sessionEvent.time} >= ${from} and ${sessionEvent.time} <= ${until}
    ${after === null ? sql`` : sql`and ${isBeyond(after, isDescending)}`}
    ${before === null ? sql`` : sql`and ${isBeyond(before, !isDescending)}`}
    order by time ${direction}, id ${direction} limit ${limit})`;
  const column = (valueOf: (extent: SessionExtent) => string) =>
    sql.param(arrayParameter(extents.map(valueOf)));
  const lastOfAll = latest(extents.map((extent) => extent.lastAt));
  const endOfAll = latest(extents.map(endOf));
  const select = sql`select s.index as list_index, listed.* from unnest(${column(({ hostname }) => hostname)}::text[],
      ${column(({ loginId }) => loginId)}::text[], ${column(({ startedAt }) => startedAt)}::timestamptz[],
      ${column(({ startUuid }) => startUuid)}::uuid[], ${column(endOf)}::timestamptz[],
      ${column(({ lastAt }) => lastAt)}::timestamptz[], ${column(({ lastUuid }) => lastUuid)}::uuid[])
      with ordinality as s(hostname, login_id, started_at, start_id, ended_at, last_at, last_id, index)
    cross join lateral (select * from (${part(isMember(JOINED), lastOfAll)} union all ${part(isTwin(JOINED), endOfAll)}) parts
      order by time ${direction}, id ${direction} limit ${limit}) listed
    order by s.index, listed.time ${direction}, listed.id ${direction}`;
  const bounds = `${after === null ? '' : '_after'}${before === null ? '' : '_before'}`;
  return db.rows<ListedRow>(select, `events_of_sessions_${scan.toLowerCase()}${bounds}`);
};

const endOf = ({ endedAt }: SessionExtent): string => endedAt ?? 'infinity';

const JOINED: ExtentSql = {
  hostname: sql`s.hostname`,
  loginId: sql`s.login_id`,
  startedAt: sql`s.started_at`,
  startUuid: sql`s.start_id`,
  endedAt: sql`s.ended_at`,
  lastAt: sql`s.last_at`,
  lastUuid: sql`s.last_id`,
};
