import { sql } from 'drizzle-orm';

import type { PairPosition } from '../selectSessionsOfEvents.ts';
import { arrayParameter } from '../arrayParameter.ts';
import type { RequestDatabase } from '../makeRequestDatabase.ts';

import { SESSION_JOINED, SOURCES_BEFORE } from './sourcesBefore.ts';

const MAX_SOURCES = 1000;
const SESSION = sql.raw(SESSION_JOINED('e'));
const SOURCES = sql.raw(SOURCES_BEFORE('e'));

/**
 * Reads for each reconnect, in order, the different source addresses of its session's earlier events, sorted, at most MAX_SOURCES. Indexes:
 * session_pair, session_event_login_id and session_event_linked_login_id, one descent each per reconnect.
 */
export const selectSourcesBefore = async (
  db: RequestDatabase,
  reconnects: readonly PairPosition[],
): Promise<readonly (readonly string[])[]> => {
  const column = (valueOf: (reconnect: PairPosition) => string) =>
    sql.param(arrayParameter(reconnects.map(valueOf)));
  const rows = await db.rows<{ sources: readonly string[] | null }>(
    sql`select (select array_agg(src_ip order by src_ip) from (select distinct before.src_ip from ${SESSION} cross join lateral (${SOURCES}) before
        order by before.src_ip limit ${sql.raw(String(MAX_SOURCES))}) known) as sources
      from (select asked.*, null::text as uid from unnest(${column(({ hostname }) => hostname)}::text[], ${column(({ loginId }) => loginId)}::text[],
        ${column(({ time }) => time)}::timestamptz[], ${column(({ uuid }) => uuid)}::uuid[]) with ordinality as asked(hostname, login_id, time, id, index)) e
      order by e.index`,
    'sourcesBefore',
  );
  return rows.map(({ sources }) => sources ?? []);
};
