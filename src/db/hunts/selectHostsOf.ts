import { and, sql } from 'drizzle-orm';

import type { LoginType } from '../../model/action.ts';
import type { HostKey } from '../../model/host.ts';
import type { Evidence } from '../../model/hunts/match.ts';

import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { selectEach } from '../selectEach.ts';
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

/** Reads the hosts of the logins of each evidence, ordered by their first login: one statement for all. Indexes: those of the logins. */
export const selectHostsOf = async (
  db: RequestDatabase,
  evidence: readonly Evidence[],
): Promise<readonly (readonly HostOfLogins[])[]> => {
  const some = (column: string) =>
    sql`(coalesce(array_agg(distinct ${sql.raw(column)}) filter (where ${sql.raw(column)} is not null), '{}'))[1:${sql.raw(String(MAX_VALUES))}]`;
  const selected = await selectEach<Row>(
    db,
    evidence.map(
      ({
        where,
      }) => sql`select hostname, min(time) as "firstAt", max(time) as "lastAt", count(*)::integer as "loginCount",
        ${some('login_type')} as "loginTypes", ${some('login_id')} as "loginIds", ${some('src_ip')} as "srcIps" from ${sessionEvent}
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
};

type Row = Omit<HostOfLogins, 'host'> & { readonly hostname: string };
