import { sql } from 'drizzle-orm';

import type { Account } from '../../model/account.ts';

import { batchReads } from '../batchReads.ts';
import { INET, makeListRead, TEXT, TIME } from '../namedStatement.ts';

/** A user, a host and a source, and the half-open range to search. */
export type RdpLoginQuery = {
  readonly account: Account;
  readonly hostname: string;
  readonly srcIp: string;
  /** Null for no lower bound. */
  readonly from: string | null;
  readonly until: string;
};

const readSeen = makeListRead<RdpLoginQuery, { readonly seen: boolean }>({
  name: 'seen',
  as: 'a',
  columns: {
    src_ip: [INET, ({ srcIp }) => srcIp],
    user_name: [TEXT, ({ account }) => account.userName],
    user_domain: [TEXT, ({ account }) => account.userDomain ?? ''],
    hostname: [TEXT, ({ hostname }) => hostname],
    from_time: [TIME, ({ from }) => from ?? '-infinity'],
    until_time: [TIME, ({ until }) => until],
  },
  select: (
    list,
  ) => sql`select exists (select from session_event e where e.src_ip = a.src_ip and e.user_name = a.user_name
      and coalesce(account_domain(e.user_domain), '') = account_domain(a.user_domain) and e.hostname collate "POSIX" = a.hostname
      and e.time >= a.from_time and e.time < a.until_time
      and e.action = 'LOGIN' and e.login_successful is true and e.login_type = 'RDP') as seen
    from ${list} order by a.index`,
});

/**
 * Finds out whether there was a remote desktop login of this kind. Indexes: session_event_src_ip or session_event_user, one descent per
 * partition; the index on hosts would walk all events of the host.
 */
export const selectSeen = batchReads<RdpLoginQuery, boolean>(async (db, queries) =>
  (await readSeen(db, queries)).map(({ seen }) => seen),
);
