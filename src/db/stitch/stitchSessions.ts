import { isDeepStrictEqual } from 'node:util';

import type pg from 'pg';

import type { DomainAliases } from '../../model/domainAliases.ts';
import { eachInSlices, mapInSlices, weighLittle } from '../../model/mapInSlices.ts';
import { reserveWork } from '../../model/reserveWork.ts';
import { foldSessions } from '../../model/session/foldSessions.ts';
import { joinTimes } from '../../model/session/hostActivity.ts';
import type { StoredSession } from '../../model/session/session.ts';
import type { NewContextEvent } from '../../model/contextEvent.ts';
import type { NewEvent } from '../../model/sessionEvent.ts';

import { arrayParameter } from '../arrayParameter.ts';
import { addHosts } from '../citus/addHosts.ts';
import { isCitus } from '../citus/isCitus.ts';
import type { Database } from '../client.ts';
import { eachBatch } from '../eachBatch.ts';
import { lockHosts } from '../lockHosts.ts';

import { extendActivity, groupByHost } from './hostActivity.ts';
import { selectHostFacts } from './hostFacts.ts';
import { noteLastFacts } from './lastFacts.ts';
import type { PairRange } from './planPairRange.ts';
import { readPairRanges } from './readPairRanges.ts';
import { sessionColumns, UPSERT_SESSIONS } from './sessionRows.ts';
import { selectPairsCutBy, selectPairsJudgedBy } from './touchedByOthers.ts';
import { joinPairs, pairsOfItems } from './touchedPairs.ts';
import type { TouchedPair } from './touchedPairs.ts';
import { insertTwins, resolveTwins } from './twins.ts';

/** Items that a transaction has stored but not stitched yet. */
export type NewItems = {
  readonly events: readonly NewEvent[];
  readonly contextEvents: readonly NewContextEvent[];
};

/** The settings that sessions depend on. */
type StitchRules = Pick<Database, 'silenceUs' | 'aliases'>;

/**
 * Updates the sessions for new events and context events, within the transaction that stored them.
 *
 * The lock is taken after the insert and held until the commit. Each transaction sees all earlier changes to the sessions of a host, so two
 * batches that touch one session never overwrite each other.
 */
export const stitchSessions = async (
  client: pg.PoolClient,
  { events, contextEvents }: NewItems,
  { silenceUs, aliases }: StitchRules,
): Promise<void> => {
  if (events.length + contextEvents.length === 0) return;
  const hostnames = new Set<string>();
  await eachInSlices(
    [...events, ...contextEvents],
    ({ hostname }) => void hostnames.add(hostname),
    weighLittle,
  );
  await lockHosts(client, [...hostnames]);
  if (isCitus(client)) await addHosts(client, [...hostnames]);
  await insertTwins(client, events);
  const times = await groupByHost([...events, ...contextEvents]);
  const ranges = new Map([...times].map(([hostname, facts]) => [hostname, joinTimes(facts, silenceUs)]));
  const stored = await selectHostFacts(client, ranges, silenceUs);
  await extendActivity(client, ranges, { stored, silenceUs });
  await noteLastFacts(client, times, stored);
  const pairs = await joinPairs(
    await pairsOfItems(events, contextEvents),
    await selectPairsCutBy(client, contextEvents),
    stored.hasJudgedFacts ? await selectPairsJudgedBy(client, events) : [],
  );
  const touched = await mapInSlices(
    pairs,
    (pair) => ({ ...pair, host: stored.of(pair.hostname) }),
    weighLittle,
  );
  await stitchPairs(client, touched, { aliases, keepsDropped: true });
  await resolveTwins(client, { touched, contextEvents, stored });
};

/**
 * Stitches the touched ranges of pairs again. The caller holds the locks of their hosts. Returns the number of sessions that were written
 * or deleted.
 *
 * @param keepsDropped see readPairRanges.
 */
export const stitchPairs = async (
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
  { aliases, keepsDropped }: { readonly aliases: DomainAliases; readonly keepsDropped: boolean },
): Promise<number> => {
  let count = 0;
  // Pairs are independent, so they can be stitched in batches.
  for (let start = 0; start < touched.length; start += PAIRS_PER_BATCH) {
    const vanished: StoredSession[] = [];
    const changed: StoredSession[] = [];
    const batch = touched.slice(start, start + PAIRS_PER_BATCH);
    for await (const range of readPairRanges(client, batch, keepsDropped)) {
      const change = await stitch(range, aliases);
      for (const session of change.vanished) vanished.push(session);
      for (const session of change.changed) changed.push(session);
    }
    await deleteSessions(client, vanished);
    await upsertSessions(client, changed);
    count += vanished.length + changed.length;
  }
  return count;
};

/** The three statements that read a batch are planned for each batch. With 1,000 pairs, planning would take longer than running them. */
const PAIRS_PER_BATCH = 5000;

/** The work per pair, without its events. */
const STITCH_WEIGHT = 0.5;

type Change = { readonly changed: readonly StoredSession[]; readonly vanished: readonly StoredSession[] };

const stitch = async (range: PairRange, aliases: DomainAliases): Promise<Change> => {
  const turn = reserveWork(STITCH_WEIGHT);
  if (turn !== null) await turn;
  const start = { session: range.resumed, isDiverted: range.isDiverted, aliases };
  const folded = await foldSessions(range.pair, start, range.items);
  const sessions = endAtNextLogin(folded, range.nextLogin);
  const findStored = makeFinder(range.sessions);
  const findKept = makeFinder(sessions);
  return {
    changed: sessions.filter((session) => !isSame(findStored(session), session)),
    vanished: range.sessions.filter((session) => findKept(session) === undefined),
  };
};

/** Makes a function that finds a session by the start of another one. Most lists have one session, for which a map would be much garbage. */
const makeFinder = (
  sessions: readonly StoredSession[],
): ((session: StoredSession) => StoredSession | undefined) => {
  if (sessions.length <= 1) {
    const [only] = sessions;
    return ({ startedAt, startUuid }) =>
      only?.startedAt === startedAt && only.startUuid === startUuid ? only : undefined;
  }
  const byStart = new Map(sessions.map((session) => [keyOf(session), session]));
  return (session) => byStart.get(keyOf(session));
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

/** Most sessions that differ have a different last event, so it is compared first. */
const isSame = (a: StoredSession | undefined, b: StoredSession): boolean =>
  a !== undefined && a.lastUuid === b.lastUuid && isDeepStrictEqual(a, b);

/** Index: session_pkey. */
const deleteSessions = async (client: pg.PoolClient, sessions: readonly StoredSession[]): Promise<void> => {
  for await (const batch of eachBatch(sessions)) {
    await client.query({
      name: 'delete_sessions',
      text: `delete from session s using unnest($1::text[], $2::timestamptz[], $3::uuid[]) as x(hostname, started_at, start_id)
        where s.hostname = x.hostname and s.started_at = x.started_at and s.start_id = x.start_id`,
      values: [
        batch.map(({ hostname }) => hostname),
        batch.map(({ startedAt }) => startedAt),
        batch.map(({ startUuid }) => startUuid),
      ].map(arrayParameter),
    });
  }
};

const upsertSessions = async (client: pg.PoolClient, sessions: readonly StoredSession[]): Promise<void> => {
  for await (const batch of eachBatch(sessions)) {
    await client.query({ ...UPSERT_SESSIONS, values: sessionColumns(batch) });
  }
};
