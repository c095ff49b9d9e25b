import type { Reader } from '../db/makeReader.ts';
import { selectEventsByKey } from '../db/selectEvents.ts';

import { makeEventId } from '../model/globalId.ts';
import type { EventKey, SessionEvent } from '../model/sessionEvent.ts';

/** Finds events by key, in the order of the keys; null for events that are not stored. */
export const findEvents = async (
  reader: Reader,
  keys: readonly EventKey[],
): Promise<readonly (SessionEvent | null)[]> => {
  const events = await selectEventsByKey(reader, keys);
  const byId = new Map(events.map((event) => [makeEventId(event), event]));
  return keys.map((key) => byId.get(makeEventId(key)) ?? null);
};
