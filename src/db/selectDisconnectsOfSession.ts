import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { ContextEvent } from '../model/contextEvent.ts';

import { CONTEXT_COLUMNS, toContextEvent } from './contextRows.ts';
import type { ContextRow } from './contextRows.ts';
import { disconnectsOf, LISTED } from './membership.ts';
import { fillNamed } from './namedStatement.ts';
import { isWithin } from './pageBounds.ts';
import { readSessionPages, SESSIONS_OF_PAGES, valuesOfPages } from './readSessionPages.ts';
import type { ListedRow, SessionPageQuery } from './readSessionPages.ts';
import { contextEvent } from './tables.ts';

/**
 * Reads a page of the list of a session's disconnects, in the order of the list. Indexes: context_event_login_id, one descent per session, and per
 * twin of it; twin_session; and for each disconnect found there, those of its session.
 */
export const selectDisconnectsOfSession = readSessionPages<ContextRow, ContextEvent>(async (db, group) => {
  const [{ scan }] = group;
  const name = `disconnects_of_sessions_${scan.toLowerCase()}`;
  const statement = fillNamed(name, () => compilePage(scan), valuesOfPages(group));
  return db.rows<ListedRow<ContextRow>>(statement, name);
}, toContextEvent);

const compilePage = (scan: SessionPageQuery['scan']): SQL => {
  const direction = scan === 'DESCENDING' ? sql`desc` : sql`asc`;
  return sql`select s.index as list_index, listed.* from ${SESSIONS_OF_PAGES}
    cross join lateral (select ${CONTEXT_COLUMNS} from (${disconnectsOf(LISTED)}) context_event
      where ${isWithin(contextEvent.time, contextEvent.uuid)}
      order by time ${direction}, id ${direction} limit ${sql.placeholder('limit')}) listed
    order by s.index, listed.time ${direction}, listed.id ${direction}`;
};
