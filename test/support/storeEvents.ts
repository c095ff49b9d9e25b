import type { Database } from '../../src/db/client.ts';
import { storeItems } from '../../src/db/storeItems.ts';
import type { NewEvent } from '../../src/model/sessionEvent.ts';

/** Stores events as the workshop does; gives the uuids of those that were new. */
export const storeEvents = async (
  database: Database,
  events: readonly NewEvent[],
): Promise<ReadonlySet<string>> => storeItems(database, { events, hostStarts: [] });
