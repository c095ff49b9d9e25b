import { sql } from 'drizzle-orm';

import { ACCOUNT_DOMAIN, accountDomain } from './accountDomain.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';

/** The domain part of SIDs, and the domains of the users that have it. */
export type SharedSid = { readonly sid: string; readonly domains: readonly string[] };

export const MAX_SHARED_SIDS = 100;
const MAX_DOMAINS = 100;

/**
 * Reads the SIDs of domains that successful logins had under several names, aliases left out. A name of a host is not one of them: hosts that
 * were installed from one image share the SID of their local accounts. Neither is MicrosoftAccount, which has the SID of each host.
 *
 * Indexes: login_domain_sid, a walk of all its rows (a few for each host with local logins); host_pkey for the SIDs that are shared.
 */
export const selectSharedSids = async (db: RequestDatabase): Promise<readonly SharedSid[]> =>
  db.rows<SharedSid>(sql`select sid, (array_agg(distinct domain))[1:${MAX_DOMAINS}::integer] as domains from (
      select d.sid, d.user_domain, ${accountDomain(sql`d.user_domain`)} as domain from login_domain d
      where d.sid in (select sid from login_domain where sid <> '' group by sid having count(distinct ${ACCOUNT_DOMAIN}) > 1)
        and d.user_domain not in ('', 'MICROSOFTACCOUNT')) named
    where not exists (select from host h where h.hostname = named.user_domain)
      and not exists (select from host h where h.hostname > named.user_domain || '.' and h.hostname < named.user_domain || '/')
    group by sid having count(distinct domain) > 1 order by sid limit ${MAX_SHARED_SIDS}::integer`);
