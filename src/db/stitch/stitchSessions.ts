import { isDeepStrictEqual } from 'node:util';

import type pg from 'pg';

import { foldSessions } from '../../model/session/foldSessions.ts';
import type { StoredSession } from '../../model/session/session.ts';
import type { EventKey, NewEvent } from '../../model/sessionEvent.ts';

import type { Stretch } from './planStretch.ts';
import { selectStretches } from './selectStretches.ts';
import { sessionColumns, UPSERT_SESSIONS } from './sessionRows.ts';
import { joinPairs, pairsOfEvents, selectPairsCutBy } from './touchedPairs.ts';
import type { TouchedPair } from './touchedPairs.ts';

/** What a transaction has stored and not stitched yet. */
export type NewItems = {
  readonly events: readonly NewEvent[];
  readonly hostStarts: readonly Omit<EventKey, 'uuid'>[];
};

/**
 * Brings the sessions up to date with new events and host starts, within the transaction that stored them.
 *
 * The lock comes after the insert and is held to the commit: whoever stitches a host sees all that was stitched of it before, so
 * that two batches that touch one session never overwrite each other.
 */
export const stitchSessions = async (
  client: pg.PoolClient,
  { events, hostStarts }: NewItems,
): Promise<void> => {
  const hostnames = [...events, ...hostStarts].map(({ hostname }) => hostname);
  if (hostnames.length === 0) return;
  await lockHosts(client, hostnames);
  await stitchPairs(client, joinPairs(pairsOfEvents(events), await selectPairsCutBy(client, hostStarts)));
};

/**
 * Stitches pairs anew where they were touched; the locks of their hosts are held. Gives how many sessions were written or taken away.
 */
export const stitchPairs = async (
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
): Promise<number> => {
  if (touched.length === 0) return 0;
  const changes = (await selectStretches(client, touched)).map(stitch);
  const vanished = changes.flatMap((change) => change.vanished);
  const changed = changes.flatMap((change) => change.changed);
  await deleteSessions(client, vanished);
  await upsertSessions(client, changed);
  return vanished.length + changed.length;
};

const LOCK_SPACE = 7361;
const BUCKETS = 64;

/** In order, so that no two transactions wait for each other. */
export const lockHosts = async (client: pg.PoolClient, hostnames: readonly string[]): Promise<void> => {
  const buckets = [...new Set(hostnames.map(bucketOf))].toSorted((a, b) => a - b);
  await client.query({
    name: 'lock_hosts',
    text: 'select pg_advisory_xact_lock($1, bucket) from unnest($2::integer[]) as bucket',
    values: [LOCK_SPACE, buckets],
  });
};

const bucketOf = (hostname: string): number => {
  let hash = 0;
  for (let index = 0; index < hostname.length; index += 1)
    hash = (hash * 31 + hostname.charCodeAt(index)) | 0;
  return Math.abs(hash % BUCKETS);
};

type Change = { readonly changed: readonly StoredSession[]; readonly vanished: readonly StoredSession[] };

const stitch = (stretch: Stretch): Change => {
  const sessions = endAtNextLogin(
    foldSessions(stretch.pair, stretch.resumed, stretch.items),
    stretch.nextLogin,
  );
  const stored = new Map(stretch.sessions.map((session) => [keyOf(session), session]));
  const kept = new Set(sessions.map(keyOf));
  return {
    changed: sessions.filter((session) => !isSame(stored.get(keyOf(session)), session)),
    vanished: stretch.sessions.filter((session) => !kept.has(keyOf(session))),
  };
};

const endAtNextLogin = (
  sessions: readonly StoredSession[],
  nextLogin: StoredSession | null,
): readonly StoredSession[] => {
  const last = sessions.at(-1);
  if (nextLogin === null || last === undefined || last.endedAt !== null) return sessions;
  return [...sessions.slice(0, -1), { ...last, endedAt: nextLogin.startedAt, endReason: 'SUPERSEDED' }];
};

const keyOf = ({ startedAt, startUuid }: StoredSession): string => `${startedAt} ${startUuid}`;

/** Most sessions that are not the same differ in their last event, which is found without a look at all fields. */
const isSame = (a: StoredSession | undefined, b: StoredSession): boolean =>
  a !== undefined && a.lastUuid === b.lastUuid && isDeepStrictEqual(a, b);

/** Index: session_pkey. */
const deleteSessions = async (client: pg.PoolClient, sessions: readonly StoredSession[]): Promise<void> => {
  if (sessions.length === 0) return;
  await client.query({
    name: 'delete_sessions',
    text: `delete from session s using unnest($1::text[], $2::timestamptz[], $3::uuid[]) as x(hostname, started_at, start_id)
      where s.hostname = x.hostname and s.started_at = x.started_at and s.start_id = x.start_id`,
    values: [
      sessions.map(({ hostname }) => hostname),
      sessions.map(({ startedAt }) => startedAt),
      sessions.map(({ startUuid }) => startUuid),
    ],
  });
};

const upsertSessions = async (client: pg.PoolClient, sessions: readonly StoredSession[]): Promise<void> => {
  if (sessions.length === 0) return;
  await client.query({ ...UPSERT_SESSIONS, values: sessionColumns(sessions) });
};
