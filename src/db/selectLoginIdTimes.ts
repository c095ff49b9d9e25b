import { sql } from 'drizzle-orm';

import { arrayParameter } from './arrayParameter.ts';
import { batchReads, BY_IDENTITY } from './batchReads.ts';
import { canonicalTime } from './tables.ts';

/** The times of the first and last event with a login id, canonical. */
export type SeenTimes = { readonly firstSeenAt: string; readonly lastSeenAt: string };

type Row = { readonly login_id: string; readonly first_at: string; readonly last_at: string };

/**
 * Reads when events first and last had a login id; null if none has it. In the index, times follow the hosts, so all entries of the id are
 * read from it, 157,000 in 0.1 s: only ids of Windows' own logons have so many. Ordering by time instead, the planner would walk all events.
 * Index: session_event_login_id, without the table.
 */
export const selectLoginIdTimes = batchReads<string, SeenTimes | null>(async (db, loginIds) => {
  const rows = await db.rows<Row>(
    sql`select login_id, min(time) as first_at, max(time) as last_at from session_event
      where login_id = any(${sql.param(arrayParameter(loginIds))}::text[]) group by login_id`,
    'login_id_times',
  );
  const byId = new Map(
    rows.map((row) => [
      row.login_id,
      { firstSeenAt: canonicalTime(row.first_at), lastSeenAt: canonicalTime(row.last_at) },
    ]),
  );
  return loginIds.map((loginId) => byId.get(loginId) ?? null);
}, BY_IDENTITY);
