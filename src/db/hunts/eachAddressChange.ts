import { sql } from 'drizzle-orm';

import type { AddressEvent } from '../../model/hunts/lateral/makeAddressBook.ts';
import type { TimeRange } from '../../model/hunts/parameters.ts';

import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { isDomainOfHost } from '../shortName.ts';
import { canonicalTime, sessionEvent } from '../tables.ts';

import { HOSTS_BY_NAME } from './hostsByName.ts';

/**
 * Reads the events of a range that show which host had an address: those with the address as destination, and network logons of machine
 * accounts (`WS5$`) from it, unless the account is a local one or no stored host has its name. Loopback and link-local addresses are those of
 * any host. Leaves out events between two that show the same host in the same way, before it looks up the hosts of accounts. Ordered by
 * (address, time, id). Indexes: session_event_dest_ip; session_event_machine_logon, which has all columns that are read.
 */
export const eachAddressChange = async (
  db: RequestDatabase,
  { from, until }: TimeRange,
  onChange: (event: AddressEvent) => void,
): Promise<void> =>
  db.each<AddressEvent>(
    sql`select ip, case evidence when 'DEST_IP' then array[hostname] else named.hosts end as hosts, time, uuid, evidence
      from (
        select shown.*, lag(owner) over at_address as owner_before, lag(evidence) over at_address as evidence_before,
          lead(owner) over at_address as owner_after
        from (
          select dest_ip as ip, lower(hostname collate "C") as owner, hostname, time, id as uuid, 'DEST_IP' as evidence
          from ${sessionEvent} where time >= ${from} and time < ${until} and dest_ip is not null
          union all
          select src_ip, left(user_name, -1), hostname, time, id, 'MACHINE_LOGON'
          from ${sessionEvent} where time >= ${from} and time < ${until}
            and login_successful and login_type = 'REMOTE' and user_name like '%$' and src_ip is not null
            and (${isDomainOfHost(sql`user_domain`, sql`hostname`)}) is not true
            and not (src_ip <<= '127.0.0.0/8' or src_ip = '::1' or src_ip <<= '169.254.0.0/16' or src_ip <<= 'fe80::/10')) shown
        window at_address as (partition by ip order by time, uuid, evidence)) changed
      left join ${HOSTS_BY_NAME} named on evidence = 'MACHINE_LOGON' and lower(named.name collate "C") = owner
      where (owner_before is distinct from owner or evidence_before is distinct from evidence or owner_after is distinct from owner)
        and (evidence = 'DEST_IP' or named.hosts is not null)
      order by ip, time, uuid, evidence`,
    (row) => onChange({ ...row, time: canonicalTime(row.time) }),
  );
