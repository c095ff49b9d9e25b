import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { earliest, latest } from '../model/compare.ts';
import { SAME_LOGIN_US } from '../model/session/foldSessions.ts';
import { shiftTime } from '../model/values/time.ts';

import { toSessionEvent } from './eventRows.ts';
import type { EventRow } from './eventRows.ts';
import { isMember, isOfTwin, LISTED, twinsOf } from './membership.ts';
import { namePages, readSessionPages, sessionsOf } from './readSessionPages.ts';
import type { ListedRow } from './readSessionPages.ts';
import { EVENT_COLUMNS } from './eventColumns.ts';
import { isBeyond } from './selectEvents.ts';
import { sessionEvent } from './tables.ts';

/**
 * Reads a page of the list of a session's events, in the order of the list. Indexes: session_event_login_id, one descent per session, and per
 * twin of it, and partition; twin_session. The bounds of all sessions together exclude the other partitions.
 */
export const selectEventsOfSession = readSessionPages<EventRow, ReturnType<typeof toSessionEvent>>(
  async (db, group) => {
    const [like] = group;
    const { scan, after, before, limit } = like;
    const isDescending = scan === 'DESCENDING';
    const direction = isDescending ? sql`desc` : sql`asc`;
    const from = earliest(group.map(({ extent }) => extent.startedAt));
    // A twin comes up to 60 s before the login of its session.
    const twinsFrom = shiftTime(from, -SAME_LOGIN_US);
    const part = (condition: SQL): SQL => sql`(select ${EVENT_COLUMNS} from ${sessionEvent} where ${condition}
    ${after === null ? sql`` : sql`and ${isBeyond(after, isDescending)}`}
    ${before === null ? sql`` : sql`and ${isBeyond(before, !isDescending)}`}
    order by time ${direction}, id ${direction} limit ${limit})`;
    const lastOfAll = latest(group.map(({ extent }) => extent.lastAt));
    const select = sql`select s.index as list_index, listed.* from ${sessionsOf(group)}
    cross join lateral (select * from (${part(sql`${isMember(LISTED)} and ${sessionEvent.time} >= ${from} and ${sessionEvent.time} <= ${lastOfAll}`)}
      union all (select taken.* from (select w.* from ${twinsOf(LISTED)}) w cross join lateral ${part(sql`${isOfTwin(sql`session_event`)} and ${sessionEvent.time} >= ${twinsFrom}`)} taken
        order by time ${direction}, id ${direction} limit ${limit})) parts
      order by time ${direction}, id ${direction} limit ${limit}) listed
    order by s.index, listed.time ${direction}, listed.id ${direction}`;
    return db.rows<ListedRow<EventRow>>(select, namePages('events_of_sessions', like));
  },
  toSessionEvent,
);
