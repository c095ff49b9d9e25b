import type { RequestDatabase } from '../db/makeRequestDatabase.ts';
import { selectEventsByKey } from '../db/selectEvents.ts';

import { makeEventId } from '../model/globalId.ts';
import type { EventKey, SessionEvent } from '../model/sessionEvent.ts';

/** Finds events by key, in the order of the keys; null for events that are not stored. */
export const findEvents = async (
  db: RequestDatabase,
  keys: readonly EventKey[],
): Promise<readonly (SessionEvent | null)[]> => {
  const events = await selectEventsByKey(db, keys);
  const byId = new Map(events.map((event) => [makeEventId(event), event]));
  return keys.map((key) => byId.get(makeEventId(key)) ?? null);
};
