import { sql } from 'drizzle-orm';

import type { ContextEvent } from '../model/contextEvent.ts';

import { CONTEXT_COLUMNS, toContextEvent } from './contextRows.ts';
import type { ContextRow } from './contextRows.ts';
import { disconnectsOf, LISTED } from './membership.ts';
import { namePages, readSessionPages, sessionsOf } from './readSessionPages.ts';
import type { ListedRow } from './readSessionPages.ts';
import { isBeyond } from './selectContextEvents.ts';

/**
 * Reads a page of the list of a session's disconnects, in the order of the list. Indexes: context_event_login_id, one descent per session, and per
 * twin of it; twin_session; and for each disconnect found there, those of its session.
 */
export const selectDisconnectsOfSession = readSessionPages<ContextRow, ContextEvent>(async (db, group) => {
  const [like] = group;
  const { scan, after, before, limit } = like;
  const isDescending = scan === 'DESCENDING';
  const direction = isDescending ? sql`desc` : sql`asc`;
  const select = sql`select s.index as list_index, listed.* from ${sessionsOf(group)}
    cross join lateral (select ${CONTEXT_COLUMNS} from (${disconnectsOf(LISTED)}) context_event
      where true ${after === null ? sql`` : sql`and ${isBeyond(after, isDescending)}`}
        ${before === null ? sql`` : sql`and ${isBeyond(before, !isDescending)}`}
      order by time ${direction}, id ${direction} limit ${limit}) listed
    order by s.index, listed.time ${direction}, listed.id ${direction}`;
  return db.rows<ListedRow<ContextRow>>(select, namePages('disconnects_of_sessions', like));
}, toContextEvent);
