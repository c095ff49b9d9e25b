import { and, sql } from 'drizzle-orm';

import type { LoginType } from '../../model/action.ts';
import type { Predicate } from '../../model/filter/predicate.ts';

import type { Reader } from '../makeReader.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { selectEach } from '../selectEach.ts';
import { canonicalTime, sessionEvent } from '../tables.ts';

/** What logins say of one of the hosts that they were to. */
export type HostOfLogins = {
  readonly hostname: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly loginCount: number;
  readonly loginTypes: readonly LoginType[];
  readonly loginIds: readonly string[];
  readonly srcIps: readonly string[];
};

/** How many hosts are read, and how many values for each of them. */
type Limits = { readonly hosts: number; readonly values: number };

/** Reads the hosts of logins, by the first login to them: one statement for all lists of logins. Indexes: those of the logins. */
export const selectHostsOf = async (
  reader: Reader,
  lists: readonly (readonly Predicate[])[],
  { hosts, values }: Limits,
): Promise<readonly (readonly HostOfLogins[])[]> => {
  const some = (column: string) =>
    sql`(coalesce(array_agg(distinct ${sql.raw(column)}) filter (where ${sql.raw(column)} is not null), '{}'))[1:${sql.raw(String(values))}]`;
  const selected = await selectEach<HostOfLogins>(
    reader,
    lists.map(
      (
        where,
      ) => sql`select hostname, min(time) as "firstAt", max(time) as "lastAt", count(*)::integer as "loginCount",
        ${some('login_type')} as "loginTypes", ${some('login_id')} as "loginIds", ${some('src_ip')} as "srcIps" from ${sessionEvent}
        where ${and(...where.map((predicate) => compilePredicate(predicate, '', EVENTS)))}
        group by hostname order by min(time), hostname limit ${hosts}`,
    ),
  );
  return selected.map((rows) =>
    rows.map(({ hostname, firstAt, lastAt, loginCount, loginTypes, loginIds, srcIps }) => ({
      hostname,
      firstAt: canonicalTime(firstAt),
      lastAt: canonicalTime(lastAt),
      loginCount,
      loginTypes,
      loginIds,
      srcIps,
    })),
  );
};
