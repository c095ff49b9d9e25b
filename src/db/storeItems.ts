import type pg from 'pg';

import type { NewHostStart } from '../model/hostStart.ts';
import { eachInSlices, weighLittle } from '../model/mapInSlices.ts';
import type { NewEvent } from '../model/sessionEvent.ts';

import type { Database } from './client.ts';
import { isMissingPartition } from './errors.ts';
import { insertEvents } from './insertEvents.ts';
import { insertHostStarts } from './insertHostStarts.ts';
import { insertNames } from './insertNames.ts';
import { stitchSessions } from './stitch/stitchSessions.ts';
import { withTransaction } from './withTransaction.ts';

/** Events and host starts to store together, each kind sorted by (hostname, time, uuid) and each uuid once. */
export type ItemsToStore = {
  readonly events: readonly NewEvent[];
  readonly hostStarts: readonly NewHostStart[];
};

/**
 * Stores events and host starts and brings the sessions up to date, in one transaction; gives the uuids of those that were new.
 * Returns after COMMIT.
 *
 * The more they are, the more time they have: a batch that is too large for its deadline would be sent again for ever.
 *
 * @throws OutageError when nothing was stored and a later call may succeed; UnknownOutcomeError when they may have been stored.
 */
export const storeItems = async (database: Database, items: ItemsToStore): Promise<ReadonlySet<string>> => {
  if (items.events.length + items.hostStarts.length === 0) return new Set();
  const deadlineMs = deadlineOf(database, items);
  const times = await listMonths(items.events);
  const store = async (): Promise<ReadonlySet<string>> => {
    await database.partitions.ensure(times);
    const insert = async (client: pg.PoolClient): Promise<ReadonlySet<string>> => {
      const events = await insertEvents(client, items.events);
      const hostStarts = await insertHostStarts(client, items.hostStarts);
      await insertNames(client, { events, hostStarts });
      const startedMs = performance.now();
      await stitchSessions(client, { events, hostStarts });
      const durationMs = performance.now() - startedMs;
      for (const { onStitched } of database.watchers) onStitched(durationMs);
      const uuids = new Set<string>();
      await eachInSlices([...events, ...hostStarts], ({ uuid }) => void uuids.add(uuid), weighLittle);
      return uuids;
    };
    return withTransaction(database.writePool, insert, deadlineMs);
  };
  return store().catch((error: unknown) => {
    if (!isMissingPartition(error)) throw error;
    // Retention or a merge took the partition away since it was listed.
    database.partitions.forget();
    return store();
  });
};

/** A time of each month in which there are events. */
const listMonths = async (events: readonly NewEvent[]): Promise<readonly string[]> => {
  const months = new Map<string, string>();
  await eachInSlices(events, ({ time }) => void months.set(time.slice(0, 7), time), weighLittle);
  return [...months.values()];
};

/** A quiet machine stores twenty times as many in this time. */
const MS_PER_ITEM = 0.5;

const deadlineOf = ({ writeDeadlineMs }: Database, { events, hostStarts }: ItemsToStore): number | null =>
  writeDeadlineMs === null ? null : writeDeadlineMs + (events.length + hostStarts.length) * MS_PER_ITEM;
