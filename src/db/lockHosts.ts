import type pg from 'pg';

/** What a transaction does with hosts while it holds their locks. A transaction that needs both takes JOINS first. */
type LockedFor = 'JOINS' | 'SESSIONS';

const LOCK_SPACES = { SESSIONS: 7361, JOINS: 7362 } as const satisfies Record<LockedFor, number>;
const BUCKETS = 64;

/** Locks hosts in order until the end of the transaction, so that transactions cannot deadlock. */
export const lockHosts = async (
  client: pg.PoolClient,
  hostnames: readonly string[],
  lockedFor: LockedFor = 'SESSIONS',
): Promise<void> => lockBuckets(client, [...new Set(hostnames.map(bucketOf))], lockedFor);

/** Locks all hosts. */
export const lockAllHosts = async (client: pg.PoolClient, lockedFor: LockedFor): Promise<void> =>
  lockBuckets(
    client,
    Array.from({ length: BUCKETS }, (_, bucket) => bucket),
    lockedFor,
  );

const lockBuckets = async (
  client: pg.PoolClient,
  buckets: readonly number[],
  lockedFor: LockedFor,
): Promise<void> => {
  await client.query({
    name: 'lock_hosts',
    text: 'select pg_advisory_xact_lock($1, bucket) from unnest($2::integer[]) as bucket',
    values: [LOCK_SPACES[lockedFor], buckets.toSorted((a, b) => a - b)],
  });
};

const bucketOf = (hostname: string): number => {
  let hash = 0;
  for (let index = 0; index < hostname.length; index += 1)
    hash = (hash * 31 + hostname.charCodeAt(index)) | 0;
  return Math.abs(hash % BUCKETS);
};
