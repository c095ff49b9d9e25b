import type { Database } from './client.ts';
import { makeGroupCommit } from './makeGroupCommit.ts';
import type { Member } from './makeGroupCommit.ts';
import { storeTogether } from './storeTogether.ts';
import type { ItemsToStore, Joining, Stored, StoreRequest } from './storeTogether.ts';

/**
 * Stores events and context events and updates the sessions, in one transaction, which small requests share with others. Returns what is stored
 * after COMMIT.
 *
 * The deadline grows with the number of items: a client would resend a batch that is too large for its deadline forever.
 *
 * @param joining for items that are joined with notes; `items` are then those that the joins can leave.
 * @throws OutageError when nothing was stored and a retry may succeed; UnknownOutcomeError when the items may have been stored.
 */
export const storeItems = async (
  database: Database,
  items: ItemsToStore,
  joining: Joining | null = null,
): Promise<Stored> => {
  const count = items.events.length + items.contextEvents.length;
  if (joining === null && count === 0) return { added: new Set(), position: null };
  const { writeDeadlineMs } = database;
  return groupsOf(database)({
    items,
    joining,
    weight: count + (joining?.withoutItem ?? 0),
    deadlineMs: writeDeadlineMs === null ? null : writeDeadlineMs + count * MS_PER_ITEM,
  });
};

/** An idle machine stores twenty times as many items in this time. */
const MS_PER_ITEM = 0.5;

type Store = (request: StoreRequest & Member) => Promise<Stored>;

const STORES = new WeakMap<Database, Store>();

/** The groups of a database, which last as long as it is open. */
const groupsOf = (database: Database): Store => {
  const known = STORES.get(database);
  if (known !== undefined) return known;
  const store = makeGroupCommit<StoreRequest & Member, Stored>({
    commit: async (requests, deadlineMs) =>
      storeTogether(database, requests, {
        deadlineMs,
        statementMs: requests.length > 1 ? SHARED_STATEMENT_MS : null,
      }),
    maxPending: database.writePool.places,
    onSplit: () => {
      for (const { onGroupSplit } of database.observers) onGroupSplit();
    },
  });
  STORES.set(database, store);
  return store;
};

/**
 * The longest that a statement of a shared transaction may take, waits for locks included. A host that another transaction keeps locked would otherwise
 * make the other requests fail at their deadline; this leaves them time to be stored alone.
 */
const SHARED_STATEMENT_MS = 2000;
