import { and, asc, desc, gt, lt, sql } from 'drizzle-orm';

import type { Predicate } from '../model/filter/predicate.ts';
import type { Host } from '../model/host.ts';

import { batchReads, BY_IDENTITY } from './batchReads.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';
import { compilePredicate, HOSTS } from './compilePredicate.ts';
import { makeListRead, TEXT } from './namedStatement.ts';
import { countEach } from './selectEach.ts';
import { host } from './nameTables.ts';
import { canonicalTime } from './tables.ts';

/** A page of the list of hosts that match a predicate, ordered by hostname. */
export type HostPageQuery = {
  readonly predicate: Predicate;
  readonly scan: 'ASCENDING' | 'DESCENDING';
  /** Both exclusive, in the direction of the scan. */
  readonly after: string | null;
  readonly before: string | null;
  readonly limit: number;
};

/** Reads a page of the list of hosts. Index: host_pkey. */
export const selectHosts = async (
  db: RequestDatabase,
  { predicate, scan, after, before, limit }: HostPageQuery,
): Promise<readonly Host[]> => {
  const [first, last, direction] = scan === 'ASCENDING' ? [gt, lt, asc] : [lt, gt, desc];
  return db
    .select()
    .from(host)
    .where(
      and(
        compilePredicate(predicate, '', HOSTS),
        after === null ? undefined : first(host.hostname, after),
        before === null ? undefined : last(host.hostname, before),
      ),
    )
    .orderBy(direction(host.hostname))
    .limit(limit);
};

/** Counts the hosts that match, up to `cap` if there is one. Index: host_pkey. */
export const countHosts = async (
  db: RequestDatabase,
  predicate: Predicate,
  cap: number | null,
): Promise<number> => {
  const [count = 0] = await countEach(db, [
    { table: host, where: compilePredicate(predicate, '', HOSTS), cap },
  ]);
  return count;
};

type Row = {
  readonly hostname: string;
  readonly first_seen_at: string | null;
  readonly last_seen_at: string | null;
};

const readHosts = makeListRead<string, Row>({
  name: 'hosts',
  planning: 'ANY',
  as: 'asked',
  columns: { hostname: [TEXT, (hostname) => hostname] },
  select: (list) =>
    sql`select hostname, first_seen_at, last_seen_at from host where hostname in (select asked.hostname from ${list})`,
});

/** Reads a host by name; null if it has no records. Index: host_pkey. */
export const selectHost = batchReads<string, Host | null>(async (db, hostnames) => {
  const rows = await readHosts(db, hostnames);
  const byName = new Map(rows.map((row) => [row.hostname, toHost(row)]));
  return hostnames.map((hostname) => byName.get(hostname) ?? null);
}, BY_IDENTITY);

const toHost = ({ hostname, first_seen_at: firstSeenAt, last_seen_at: lastSeenAt }: Row): Host => ({
  hostname,
  firstSeenAt: firstSeenAt && canonicalTime(firstSeenAt),
  lastSeenAt: lastSeenAt && canonicalTime(lastSeenAt),
});
