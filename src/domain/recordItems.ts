import type { Database } from '../db/client.ts';
import { storeItems } from '../db/storeItems.ts';

import { parseEventInput } from '../model/eventInput.ts';
import { parseHostStartInput } from '../model/hostStart.ts';
import type { HostStartInput } from '../model/hostStart.ts';
import { laterOf } from '../model/ingestCounts.ts';
import type { IngestCounts } from '../model/ingestCounts.ts';
import { eachInSlices, mapInSlices } from '../model/mapInSlices.ts';
import type { InputRules, Parsed } from '../model/readField.ts';

import { makeFirstMistakes } from './firstMistakes.ts';
import type { FirstMistakes, Mistake } from './firstMistakes.ts';
import { sortedUnique } from './recordBatch.ts';
import type { EventToRecord } from './recordEvents.ts';

/** Events and host starts that came together, each with the place of its record in the request. */
export type ItemsToRecord = {
  readonly events: readonly (EventToRecord & Placed)[];
  readonly hostStarts: readonly (Placed & { readonly input: HostStartInput })[];
};

type Placed = { readonly record: number };

/** What became of them: how many of each verdict, and the first mistakes of those that were rejected. */
export type RecordedItems = { readonly counts: IngestCounts; readonly mistakes: readonly Mistake[] };

/**
 * Records events and host starts in one transaction, with the promises of recordEvents: all that are not rejected are committed, or
 * none is. There may be none, and as many as a request may have records.
 *
 * @throws OutageError when nothing was committed, but UnknownOutcomeError when it may have been.
 */
export const recordItems = async (
  database: Database,
  rules: InputRules,
  items: ItemsToRecord,
): Promise<RecordedItems> => {
  const mistakes = makeFirstMistakes();
  const events = await mapInSlices(items.events, ({ action, input, record }) =>
    judge(parseEventInput(action, input, rules), record, mistakes),
  );
  const hostStarts = await mapInSlices(items.hostStarts, ({ input, record }) =>
    judge(parseHostStartInput(input, rules), record, mistakes),
  );
  const toStore = { events: await sortedUnique(events), hostStarts: await sortedUnique(hostStarts) };
  const inserted = await storeItems(database, toStore);
  let newestTime: string | null = null;
  await eachInSlices([...toStore.events, ...toStore.hostStarts], ({ uuid, time }) => {
    if (inserted.has(uuid)) newestTime = laterOf(newestTime, time);
  });
  const total = events.length + hostStarts.length;
  const rejected = [...events, ...hostStarts].filter(({ kind }) => kind === 'ERRORS').length;
  const accepted = inserted.size;
  return {
    counts: { accepted, duplicates: total - rejected - accepted, rejected, skipped: 0, newestTime },
    mistakes: mistakes.list(),
  };
};

/** Notes the mistakes of an item, and lets go of them: of 50,000 items they take more memory than the request. */
const judge = <Item>(parsed: Parsed<Item>, record: number, mistakes: FirstMistakes): Parsed<Item> => {
  if (parsed.kind === 'EVENT') return parsed;
  mistakes.add(record, () => parsed.errors.map((mistake) => ({ record, ...mistake })));
  return REJECTED;
};

const REJECTED = { kind: 'ERRORS', errors: [] } as const;
