import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { earliest, latest } from '../model/compare.ts';
import { SAME_LOGIN_US } from '../model/session/foldSessions.ts';
import type { SessionExtent } from '../model/session/session.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';
import { shiftTime } from '../model/values/time.ts';

import { arrayParameter } from './arrayParameter.ts';
import { batchReads } from './batchReads.ts';
import { toSessionEvent } from './eventRows.ts';
import type { EventRow } from './eventRows.ts';
import { isMember, isOfTwin, twinsOf } from './membership.ts';
import type { ExtentSql } from './membership.ts';
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
 * statement. Indexes: session_event_login_id, one descent per session, and per twin of it, and partition; twin_session. The bounds of all
 * sessions together exclude the other partitions.
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
  // A twin comes up to 60 s before the login of its session.
  const twinsFrom = shiftTime(from, -SAME_LOGIN_US);
  const part = (condition: SQL): SQL => sql`(select ${EVENT_COLUMNS} from ${sessionEvent} where ${condition}
    ${after === null ? sql`` : sql`and ${isBeyond(after, isDescending)}`}
    ${before === null ? sql`` : sql`and ${isBeyond(before, !isDescending)}`}
    order by time ${direction}, id ${direction} limit ${limit})`;
  const column = (valueOf: (extent: SessionExtent) => string) =>
    sql.param(arrayParameter(extents.map(valueOf)));
  const lastOfAll = latest(extents.map((extent) => extent.lastAt));
  const select = sql`select s.index as list_index, listed.* from unnest(${column(({ hostname }) => hostname)}::text[],
      ${column(({ loginId }) => loginId)}::text[], ${column(({ startedAt }) => startedAt)}::timestamptz[],
      ${column(({ startUuid }) => startUuid)}::uuid[],
      ${column(({ lastAt }) => lastAt)}::timestamptz[], ${column(({ lastUuid }) => lastUuid)}::uuid[])
      with ordinality as s(hostname, login_id, started_at, start_id, last_at, last_id, index)
    cross join lateral (select * from (${part(sql`${isMember(JOINED)} and ${sessionEvent.time} >= ${from} and ${sessionEvent.time} <= ${lastOfAll}`)}
      union all (select taken.* from (select w.* from ${twinsOf(JOINED)}) w cross join lateral ${part(sql`${isOfTwin(sql`session_event`)} and ${sessionEvent.time} >= ${twinsFrom}`)} taken
        order by time ${direction}, id ${direction} limit ${limit})) parts
      order by time ${direction}, id ${direction} limit ${limit}) listed
    order by s.index, listed.time ${direction}, listed.id ${direction}`;
  const bounds = `${after === null ? '' : '_after'}${before === null ? '' : '_before'}`;
  return db.rows<ListedRow>(select, `events_of_sessions_${scan.toLowerCase()}${bounds}`);
};

const JOINED: ExtentSql = {
  hostname: sql`s.hostname`,
  loginId: sql`s.login_id`,
  startedAt: sql`s.started_at`,
  startUuid: sql`s.start_id`,
  lastAt: sql`s.last_at`,
  lastUuid: sql`s.last_id`,
};
