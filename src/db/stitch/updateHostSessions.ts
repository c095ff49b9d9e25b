import type pg from 'pg';

import type { PairKey } from '../../model/session/session.ts';
import { NEVER } from '../../model/session/sessionRank.ts';

import type { Database } from '../client.ts';
import { lockHosts } from '../lockHosts.ts';
import { canonicalTime } from '../tables.ts';
import { withTransaction } from '../withTransaction.ts';

import { rebuildActivity } from './hostActivity.ts';
import { rebuildLastFacts } from './lastFacts.ts';
import { stitchPairs } from './stitchSessions.ts';
import { copyTwins, resolveTwinsOfHost } from './twins.ts';
import { UNKNOWN_HOST } from './touchedPairs.ts';
import type { TouchedPair } from './touchedPairs.ts';

/** The result of rebuilding the sessions of a host. */
export type HostRebuild = {
  /** The number of (host, login id) pairs that were stitched again. */
  readonly pairs: number;
  /** The number of pairs that were left unchanged, because a session began before the oldest kept events and continues among them. */
  readonly left: number;
  /** The number of sessions that were written or deleted; 0 if all were right. */
  readonly changed: number;
};

const FETCH_BATCH = 'fetch 500 from pairs';
const ALWAYS = '0001-01-01T00:00:00.000000Z';

/**
 * Stitches all sessions of a host again from its events, 500 login ids per transaction, so that ingest does not wait longer for the host
 * than for a batch of events.
 */
export const updateHostSessions = async (database: Database, hostname: string): Promise<HostRebuild> => {
  // Without partitions, retention may have dropped all events: the sessions stay.
  const [oldest] = await database.partitions.list();
  const keptFrom = oldest?.from ?? NEVER;
  await withTransaction(database.writePool, async (client) => {
    await lockHosts(client, [hostname]);
    const range = { hostname, keptFrom: await selectDropped(client, hostname, keptFrom) };
    await rebuildActivity(client, { ...range, silenceUs: database.silenceUs });
    await rebuildLastFacts(client, range);
    await copyTwins(client, hostname);
  });
  const total = { pairs: 0, left: 0, changed: 0 };
  await withTransaction(database.writePool, async (client) => {
    await openPairs(client, hostname);
    for (;;) {
      const { rows } = await client.query<{ login_id: string }>(FETCH_BATCH);
      if (rows.length === 0) return;
      const loginIds = rows.map(({ login_id: loginId }) => loginId);
      const { left, changed } = await stitchAnew(database, { hostname, loginIds }, keptFrom);
      total.left += left;
      total.pairs += loginIds.length - left;
      total.changed += changed;
    }
  });
  await withTransaction(database.writePool, async (client) => {
    await lockHosts(client, [hostname]);
    await resolveTwinsOfHost(client, hostname);
  });
  return total;
};

/** The time before which retention dropped facts of a host; ALWAYS if its first event is kept, so that it dropped none. Index: host_pkey. */
const selectDropped = async (client: pg.PoolClient, hostname: string, keptFrom: string): Promise<string> => {
  const { rowCount } = await client.query('select from host where hostname = $1 and first_seen_at < $2', [
    hostname,
    keptFrom,
  ]);
  return rowCount === 0 ? ALWAYS : keptFrom;
};

/** Reads the part of the host in session_event_pkey and session_pair once. */
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
  { writePool, aliases }: Database,
  { hostname, loginIds }: Batch,
  keptFrom: string,
): Promise<Omit<HostRebuild, 'pairs'>> =>
  withTransaction(writePool, async (client) => {
    await lockHosts(client, [hostname]);
    const older = await selectOlder(client, { hostname, loginIds }, keptFrom);
    const touched = loginIds.flatMap((loginId) => {
      const before = older.get(loginId) ?? NONE_BEFORE;
      return before.lastAt < keptFrom ? [touchAfter(before, { hostname, loginId })] : [];
    });
    const changed = await stitchPairs(client, touched, { aliases, keepsDropped: false });
    return { left: loginIds.length - touched.length, changed };
  });

type Older = { readonly lastAt: string; readonly lastUuid: string };

const NONE_BEFORE: Older = { lastAt: ALWAYS, lastUuid: '' };

/** The range of a pair after a position: its kept events continue the session whose first events retention dropped. */
const touchAfter = ({ lastAt, lastUuid }: Older, pair: PairKey): TouchedPair => ({
  ...pair,
  firstAt: lastAt,
  // Sorts after that uuid and before any other.
  firstUuid: `${lastUuid}~`,
  lastAt: NEVER,
  events: null,
  host: UNKNOWN_HOST,
});

/** Reads the last session of each login id whose first events retention dropped. Index: session_pair. */
const selectOlder = async (
  client: pg.PoolClient,
  { hostname, loginIds }: Batch,
  keptFrom: string,
): Promise<ReadonlyMap<string, Older>> => {
  const { rows } = await client.query<{ login_id: string; last_at: string; last_id: string }>(
    `select distinct on (login_id) login_id, last_at, last_id from session
     where hostname collate "POSIX" = $1 and login_id = any($2) and started_at < $3 order by login_id, started_at desc, start_id desc`,
    [hostname, loginIds, keptFrom],
  );
  return new Map(
    rows.map(({ login_id: loginId, last_at: lastAt, last_id: lastUuid }) => [
      loginId,
      { lastAt: canonicalTime(lastAt), lastUuid },
    ]),
  );
};
