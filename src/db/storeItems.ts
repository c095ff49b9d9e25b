import type pg from 'pg';

import type { NewContextEvent } from '../model/contextEvent.ts';
import type { NewNote, Note } from '../model/joins/join.ts';
import { eachInSlices, weighLittle } from '../model/mapInSlices.ts';
import type { NewEvent } from '../model/sessionEvent.ts';

import type { Database } from './client.ts';
import { isMissingPartition } from './errors.ts';
import { insertContextEvents } from './insertContextEvents.ts';
import { insertEvents } from './insertEvents.ts';
import { insertNames } from './insertNames.ts';
import { insertNotes, selectNotes } from './joinNotes.ts';
import type { AskedNotes } from './joinNotes.ts';
import { lockHosts } from './lockHosts.ts';
import { stitchSessions } from './stitch/stitchSessions.ts';
import { withTransaction } from './withTransaction.ts';

/** Events and context events to store together, each list sorted by (hostname, time, uuid) and without duplicate uuids. */
export type ItemsToStore = {
  readonly events: readonly NewEvent[];
  readonly contextEvents: readonly NewContextEvent[];
};

/** Joins the items with notes of earlier requests, inside the transaction that stores them. */
export type Joining = {
  readonly hostnames: readonly string[];
  readonly asked: readonly AskedNotes[];
  /** Returns what is to be stored. Called again if the transaction is tried again. */
  readonly resolve: (notes: readonly Note[]) => Promise<JoinedItems>;
};

type JoinedItems = { readonly items: ItemsToStore; readonly notes: readonly NewNote[] };

/**
 * Stores events and context events and updates the sessions, in one transaction. Returns the uuids of the new items after COMMIT.
 *
 * @param joining for items that are joined with notes; `items` are then those that the joins can leave, in any order.
 *
 * The deadline grows with the number of items: a client would resend a batch that is too large for its deadline forever.
 *
 * @throws OutageError when nothing was stored and a retry may succeed; UnknownOutcomeError when the items may have been stored.
 */
export const storeItems = async (
  database: Database,
  items: ItemsToStore,
  joining: Joining | null = null,
): Promise<Set<string>> => {
  if (joining === null && items.events.length + items.contextEvents.length === 0) return new Set();
  const deadlineMs = deadlineOf(database, items);
  const times = await listMonths(items.events);
  const insert = async (client: pg.PoolClient): Promise<Set<string>> => {
    const joined = joining === null ? items : await join(client, joining);
    const events = await insertEvents(client, joined.events);
    const contextEvents = await insertContextEvents(client, joined.contextEvents);
    const startedMs = performance.now();
    await stitchSessions(client, { events, contextEvents }, database);
    const durationMs = performance.now() - startedMs;
    for (const { onStitched } of database.observers) onStitched(durationMs);
    // Stitching reads when each host had its last event before these.
    await insertNames(client, { events, contextEvents });
    const uuids = new Set<string>();
    await eachInSlices([...events, ...contextEvents], ({ uuid }) => void uuids.add(uuid), weighLittle);
    return uuids;
  };
  for (let isRetry = false; ; isRetry = true) {
    try {
      await database.partitions.ensure(times);
      return await withTransaction(database.writePool, insert, deadlineMs);
    } catch (error) {
      if (isRetry || !isMissingPartition(error)) throw error;
      // Retention or a merge removed the partition after it was listed.
      database.partitions.forget();
    }
  }
};

/** Locks the hosts before anything else: each transaction then sees the notes of all earlier ones. Returns the items to store. */
const join = async (client: pg.PoolClient, { hostnames, asked, resolve }: Joining): Promise<ItemsToStore> => {
  await lockHosts(client, hostnames, 'JOINS');
  const { items, notes } = await resolve(await selectNotes(client, asked));
  await insertNotes(client, notes);
  return items;
};

/** Returns one time of each month that has events. */
const listMonths = async (events: readonly NewEvent[]): Promise<readonly string[]> => {
  const months = new Map<string, string>();
  await eachInSlices(events, ({ time }) => void months.set(time.slice(0, 7), time), weighLittle);
  return [...months.values()];
};

/** An idle machine stores twenty times as many items in this time. */
const MS_PER_ITEM = 0.5;

const deadlineOf = ({ writeDeadlineMs }: Database, { events, contextEvents }: ItemsToStore): number | null =>
  writeDeadlineMs === null ? null : writeDeadlineMs + (events.length + contextEvents.length) * MS_PER_ITEM;
