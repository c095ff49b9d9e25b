import type pg from 'pg';

import { comparePositions, compareTexts } from '../model/compare.ts';
import type { NewContextEvent } from '../model/contextEvent.ts';
import type { NewNote, Note } from '../model/joins/join.ts';
import { eachInSlices, weighLittle } from '../model/mapInSlices.ts';
import type { EventKey, NewEvent } from '../model/sessionEvent.ts';
import type { Position } from '../model/position.ts';
import { sortInSlices } from '../model/sortInSlices.ts';

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
import type { TransactionOptions } from './withTransaction.ts';

/** Events and context events of a request, in any order. Of items with the same uuid the first counts. */
export type ItemsToStore = {
  readonly events: readonly NewEvent[];
  readonly contextEvents: readonly NewContextEvent[];
};

/** Joins the items with notes of earlier requests, inside the transaction that stores them. */
export type Joining = {
  /** The number of records without an item: they only leave notes. */
  readonly withoutItem: number;
  readonly hostnames: readonly string[];
  readonly asked: readonly AskedNotes[];
  /** Returns what is to be stored. Called again if the transaction is tried again. */
  readonly resolve: (notes: readonly Note[]) => Promise<JoinedItems>;
};

type JoinedItems = { readonly items: ItemsToStore; readonly notes: readonly NewNote[] };

/** What a request stores. With a joining, `items` are those that the joins can leave. */
export type StoreRequest = { readonly items: ItemsToStore; readonly joining: Joining | null };

/** What was stored for a request: the uuids of its new items, and the position of the log at which all of its items are stored. */
export type Stored = {
  readonly added: Set<string>;
  /** Null without a replica: nobody needs it. */
  readonly position: Position | null;
};

/**
 * Stores what requests send, and updates the sessions, in one transaction. Returns what is stored for each request, after COMMIT. The
 * result is that of storing one request after another: an item that several send is new for the first of them.
 *
 * @throws OutageError when nothing was stored and a retry may succeed; UnknownOutcomeError when the items may have been stored.
 */
export const storeTogether = async (
  database: Database,
  requests: readonly StoreRequest[],
  limits: Pick<TransactionOptions, 'deadlineMs' | 'statementMs'>,
): Promise<readonly Stored[]> => {
  const times = await listMonths(requests.flatMap(({ items }) => items.events));
  const store = async (client: pg.PoolClient): Promise<readonly Set<string>[]> => {
    const lists = await joinEach(client, requests);
    const events = await insertEvents(client, await sortUnique(lists.flatMap((list) => list.events)));
    const contextEvents = await insertContextEvents(
      client,
      await sortUnique(lists.flatMap((list) => list.contextEvents)),
    );
    const startedMs = performance.now();
    await stitchSessions(client, { events, contextEvents }, database);
    const durationMs = performance.now() - startedMs;
    for (const { onStitched } of database.observers) onStitched(durationMs);
    // Stitching reads when each host had its last event before these.
    await insertNames(client, { events, contextEvents });
    return assign([...events, ...contextEvents], lists);
  };
  let position: Position | null = null;
  const onPosition = database.replica === null ? null : (reached: Position) => void (position = reached);
  for (let isRetry = false; ; isRetry = true) {
    try {
      await database.partitions.ensure(times);
      const lists = await withTransaction(database.writePool, store, { ...limits, onPosition });
      return lists.map((added) => ({ added, position }));
    } catch (error) {
      if (isRetry || !isMissingPartition(error)) throw error;
      // Retention or a merge removed the partition after it was listed.
      database.partitions.forget();
    }
  }
};

/** Returns one time of each month that has events. */
const listMonths = async (events: readonly NewEvent[]): Promise<readonly string[]> => {
  const months = new Map<string, string>();
  await eachInSlices(events, ({ time }) => void months.set(time.slice(0, 7), time), weighLittle);
  return [...months.values()];
};

/**
 * Joins one request after another, so that each reads the notes of those before it. Locks the hosts before anything else: each transaction then sees the
 * notes of all earlier ones. Returns the items to store.
 */
const joinEach = async (
  client: pg.PoolClient,
  requests: readonly StoreRequest[],
): Promise<readonly ItemsToStore[]> => {
  const hostnames = requests.flatMap(({ joining }) => joining?.hostnames ?? []);
  if (hostnames.length > 0) await lockHosts(client, hostnames, 'JOINS');
  const lists: ItemsToStore[] = [];
  for (const { items, joining } of requests) {
    if (joining === null) {
      lists.push(items);
      continue;
    }
    const joined = await joining.resolve(await selectNotes(client, joining.asked));
    await insertNotes(client, joined.notes);
    lists.push(joined.items);
  }
  return lists;
};

/** Each item once, sorted by primary key: transactions that share items lock them in the same order and cannot deadlock. */
const sortUnique = async <Item extends EventKey>(items: readonly Item[]): Promise<readonly Item[]> => {
  const byUuid = new Map<string, Item>();
  const add = (item: Item): void => {
    if (!byUuid.has(item.uuid)) byUuid.set(item.uuid, item);
  };
  await eachInSlices(items, add, weighLittle);
  return sortInSlices([...byUuid.values()], compareKeys);
};

const compareKeys = (a: EventKey, b: EventKey): number =>
  compareTexts(a.hostname, b.hostname) || comparePositions(a, b);

/** Assigns each new item to the first request that has it. */
const assign = async (
  added: readonly EventKey[],
  lists: readonly ItemsToStore[],
): Promise<readonly Set<string>[]> => {
  const unassigned = new Set<string>();
  await eachInSlices(added, ({ uuid }) => void unassigned.add(uuid), weighLittle);
  const results: Set<string>[] = [];
  for (const { events, contextEvents } of lists) {
    const ofRequest = new Set<string>();
    const add = ({ uuid }: EventKey): void => {
      if (unassigned.delete(uuid)) ofRequest.add(uuid);
    };
    await eachInSlices([...events, ...contextEvents], add, weighLittle);
    results.push(ofRequest);
  }
  return results;
};
