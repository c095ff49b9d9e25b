import { sql } from 'drizzle-orm';

import type { Account } from '../../model/account.ts';

import { arrayParameter } from '../arrayParameter.ts';
import { batchReads } from '../batchReads.ts';

/** A user, a host and a source, and the half-open range to search. */
export type RdpLoginQuery = {
  readonly account: Account;
  readonly hostname: string;
  readonly srcIp: string;
  /** Null for no lower bound. */
  readonly from: string | null;
  readonly until: string;
};

/**
 * Finds out whether there was a remote desktop login of this kind. Indexes: session_event_src_ip or session_event_user, one descent per
 * partition; the index on hosts would walk all events of the host.
 */
export const selectSeen = batchReads<RdpLoginQuery, boolean>(async (db, queries) => {
  const column = (valueOf: (query: RdpLoginQuery) => string) =>
    sql.param(arrayParameter(queries.map(valueOf)));
  const rows = await db.rows<{ seen: boolean }>(
    sql`select exists (select from session_event e where e.src_ip = a.src_ip and e.user_name = a.user_name
        and coalesce(account_domain(e.user_domain), '') = account_domain(a.user_domain) and e.hostname collate "POSIX" = a.hostname and e.time >= a.from_time and e.time < a.until_time
        and e.action = 'LOGIN' and e.login_successful is true and e.login_type = 'RDP') as seen
      from unnest(${column(({ srcIp }) => srcIp)}::inet[], ${column(({ account }) => account.userName)}::text[],
        ${column(({ account }) => account.userDomain ?? '')}::text[], ${column(({ hostname }) => hostname)}::text[],
        ${column(({ from }) => from ?? '-infinity')}::timestamptz[], ${column(({ until }) => until)}::timestamptz[]) with ordinality as a(src_ip, user_name, user_domain, hostname, from_time, until_time, index)
      order by a.index`,
    'seen',
  );
  return rows.map(({ seen }) => seen);
});
