import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { LoginType } from '../../model/action.ts';
import type { HostKey } from '../../model/host.ts';
import type { Evidence } from '../../model/hunts/match.ts';

import { batchReads } from '../batchReads.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { selectEach } from '../selectEach.ts';
import { literal } from '../statement.ts';
import { canonicalTime, sessionEvent } from '../tables.ts';

/** A host and a summary of the logins to it. */
export type HostOfLogins = {
  readonly host: HostKey;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly loginCount: number;
  readonly loginTypes: readonly LoginType[];
  readonly loginIds: readonly string[];
  readonly srcIps: readonly string[];
};

const MAX_HOSTS = 1000;
/** Login ids, and sources, of each host. */
const MAX_VALUES = 100;

/** Reads the hosts of the logins of an evidence, ordered by their first login. Indexes: those of the logins. */
export const selectHostsOf = batchReads<Evidence, readonly HostOfLogins[]>(async (db, evidence) => {
  const some = (column: SQL): SQL =>
    sql`(coalesce(array_agg(distinct ${column}) filter (where ${column} is not null), '{}'))[1:${literal(MAX_VALUES)}]`;
  const selected = await selectEach<Row>(
    db,
    evidence.map(
      ({
        where,
      }) => sql`select hostname, min(time) as "firstAt", max(time) as "lastAt", count(*)::integer as "loginCount",
        ${some(sql`login_type`)} as "loginTypes", ${some(sql`login_id`)} as "loginIds", ${some(sql`src_ip`)} as "srcIps" from ${sessionEvent}
        where ${and(...where.map((predicate) => compilePredicate(predicate, '', EVENTS)))}
        group by hostname order by min(time), hostname limit ${MAX_HOSTS}`,
    ),
  );
  return selected.map((rows) =>
    rows.map(({ hostname, firstAt, lastAt, loginCount, loginTypes, loginIds, srcIps }) => ({
      host: { hostname },
      firstAt: canonicalTime(firstAt),
      lastAt: canonicalTime(lastAt),
      loginCount,
      loginTypes,
      loginIds,
      srcIps,
    })),
  );
});

type Row = Omit<HostOfLogins, 'host'> & { readonly hostname: string };
