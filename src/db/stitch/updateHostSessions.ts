import type pg from 'pg';

import { NEVER } from '../../model/session/sessionRank.ts';

import type { Database } from '../client.ts';
import { withTransaction } from '../withTransaction.ts';

import { lockHosts, stitchPairs } from './stitchSessions.ts';

/** What a rebuild did to a host's sessions. */
export type HostRebuild = {
  /** (host, login id) pairs that were stitched anew. */
  readonly pairs: number;
  /** Pairs with a session from before the events that are kept: left as they were stitched. */
  readonly left: number;
  /** Sessions that were written or taken away; 0 when all were right. */
  readonly changed: number;
};

const BATCH = 500;
const ALWAYS = '0001-01-01T00:00:00.000000Z';

/**
 * Stitches all sessions of a host anew from its events, 500 login ids a transaction: ingest waits for the host no longer than for a batch
 * of events.
 */
export const updateHostSessions = async (database: Database, hostname: string): Promise<HostRebuild> => {
  const [oldest] = await database.partitions.list();
  const total = { pairs: 0, left: 0, changed: 0 };
  await withTransaction(database.writePool, async (client) => {
    await openPairs(client, hostname);
    for (;;) {
      const { rows } = await client.query<{ login_id: string }>(`fetch ${BATCH} from pairs`);
      if (rows.length === 0) return;
      const loginIds = rows.map(({ login_id: loginId }) => loginId);
      const { left, changed } = await stitchAnew(database, { hostname, loginIds }, oldest?.from ?? ALWAYS);
      total.left += left;
      total.pairs += loginIds.length - left;
      total.changed += changed;
    }
  });
  return total;
};

/** Indexes: session_event_pkey and session_pair, the host's part of both, once. */
const openPairs = async (client: pg.PoolClient, hostname: string): Promise<void> => {
  await client.query(
    `declare pairs no scroll cursor for
      select login_id from session_event where hostname = $1 and login_id is not null
      union select login_id from session where hostname = $1`,
    [hostname],
  );
};

type Batch = { readonly hostname: string; readonly loginIds: readonly string[] };

const stitchAnew = async (
  { writePool }: Database,
  { hostname, loginIds }: Batch,
  keptFrom: string,
): Promise<Omit<HostRebuild, 'pairs'>> =>
  withTransaction(writePool, async (client) => {
    await lockHosts(client, [hostname]);
    const older = await selectOlder(client, { hostname, loginIds }, keptFrom);
    const touched = loginIds
      .filter((loginId) => !older.has(loginId))
      .map((loginId) => ({ hostname, loginId, firstAt: ALWAYS, firstUuid: '', lastAt: NEVER, events: [] }));
    return { left: older.size, changed: await stitchPairs(client, touched) };
  });

/** Login ids with a session whose first events retention has taken away. Index: session_pair. */
const selectOlder = async (
  client: pg.PoolClient,
  { hostname, loginIds }: Batch,
  keptFrom: string,
): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{ login_id: string }>(
    `select distinct login_id from session where hostname collate "POSIX" = $1 and login_id = any($2) and started_at < $3`,
    [hostname, loginIds, keptFrom],
  );
  return new Set(rows.map(({ login_id: loginId }) => loginId));
};
