import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { earliest, latest } from '../model/compare.ts';
import { SAME_LOGIN_US } from '../model/session/foldSessions.ts';
import { shiftTime } from '../model/values/time.ts';

import { toSessionEvent } from './eventRows.ts';
import type { EventRow } from './eventRows.ts';
import { isMember, isOfTwin, LISTED, twinsOf } from './membership.ts';
import { fillNamed } from './namedStatement.ts';
import { FIRST_TIME, isWithin, LAST_TIME } from './pageBounds.ts';
import { readSessionPages, SESSIONS_OF_PAGES, valuesOfPages } from './readSessionPages.ts';
import type { ListedRow, SessionPageQuery } from './readSessionPages.ts';
import { EVENT_COLUMNS } from './eventColumns.ts';
import { sessionEvent } from './tables.ts';

/**
 * Reads a page of the list of a session's events, in the order of the list. Indexes: session_event_login_id, one descent per session, and per
 * twin of it, and partition; twin_session. The bounds of all sessions together exclude the other partitions.
 */
export const selectEventsOfSession = readSessionPages<EventRow, ReturnType<typeof toSessionEvent>>(
  async (db, group) => {
    const [{ scan }] = group;
    const from = earliest(group.map(({ extent }) => extent.startedAt));
    const name = `events_of_sessions_${scan.toLowerCase()}`;
    const statement = fillNamed(name, () => compilePage(scan), {
      ...valuesOfPages(group),
      from,
      // A twin comes up to 60 s before the login of its session.
      twinsFrom: shiftTime(from, -SAME_LOGIN_US),
      until: latest(group.map(({ extent }) => extent.lastAt)),
    });
    return db.rows<ListedRow<EventRow>>(statement, name);
  },
  toSessionEvent,
);

const compilePage = (scan: SessionPageQuery['scan']): SQL => {
  const direction = scan === 'DESCENDING' ? sql`desc` : sql`asc`;
  const { time, uuid } = sessionEvent;
  const limit = sql.placeholder('limit');
  // The last two bounds let Postgres skip partitions.
  const part = (
    condition: SQL,
  ): SQL => sql`(select ${EVENT_COLUMNS} from ${sessionEvent} where ${condition} and ${isWithin(time, uuid)}
    and ${time} >= ${FIRST_TIME} and ${time} <= ${LAST_TIME} order by time ${direction}, id ${direction} limit ${limit})`;
  const ofMembers = part(
    sql`${isMember(LISTED)} and ${time} >= ${sql.placeholder('from')} and ${time} <= ${sql.placeholder('until')}`,
  );
  const ofTwins = part(sql`${isOfTwin(sql`session_event`)} and ${time} >= ${sql.placeholder('twinsFrom')}`);
  return sql`select s.index as list_index, listed.* from ${SESSIONS_OF_PAGES}
    cross join lateral (select * from (${ofMembers}
      union all (select taken.* from (select w.* from ${twinsOf(LISTED)}) w cross join lateral ${ofTwins} taken
        order by time ${direction}, id ${direction} limit ${limit})) parts
      order by time ${direction}, id ${direction} limit ${limit}) listed
    order by s.index, listed.time ${direction}, listed.id ${direction}`;
};
