import type { Database } from '../../src/db/client.ts';
import { storeItems } from '../../src/db/storeItems.ts';
import type { NewEvent } from '../../src/model/sessionEvent.ts';

/** Stores events; returns the uuids of the new ones. */
export const storeEvents = async (
  database: Database,
  events: readonly NewEvent[],
): Promise<ReadonlySet<string>> => (await storeItems(database, { events, contextEvents: [] })).added;
