import type { Database } from '../db/client.ts';
import { storeItems } from '../db/storeItems.ts';

import { parseEventInput } from '../model/eventInput.ts';
import { parseHostStartInput } from '../model/hostStart.ts';
import type { HostStartInput } from '../model/hostStart.ts';
import { mapInSlices } from '../model/mapInSlices.ts';
import type { InputRules } from '../model/readField.ts';

import { judge, sortedUnique } from './recordBatch.ts';
import type { Verdict } from './recordBatch.ts';
import { notesOn } from './recordEvents.ts';
import type { EventToRecord } from './recordEvents.ts';

/** Events and host starts that came together. */
export type ItemsToRecord = {
  readonly events: readonly EventToRecord[];
  readonly hostStarts: readonly HostStartInput[];
};

/** A verdict for each, in their order. */
export type ItemVerdicts = { readonly events: readonly Verdict[]; readonly hostStarts: readonly Verdict[] };

/**
 * Records events and host starts in one transaction, with the promises of recordEvents: all that are not rejected are committed, or
 * none is. There may be none, and as many as a request's body holds.
 *
 * @throws OutageError when nothing was committed.
 */
export const recordItems = async (
  database: Database,
  rules: InputRules,
  items: ItemsToRecord,
): Promise<ItemVerdicts> => {
  const events = await mapInSlices(items.events, ({ action, input }) =>
    parseEventInput(action, input, rules),
  );
  const hostStarts = await mapInSlices(items.hostStarts, (input) => parseHostStartInput(input, rules));
  const inserted = await storeItems(database, {
    events: await sortedUnique(events),
    hostStarts: await sortedUnique(hostStarts),
  });
  return {
    events: await judge(events, inserted, notesOn),
    hostStarts: await judge(hostStarts, inserted, () => []),
  };
};
