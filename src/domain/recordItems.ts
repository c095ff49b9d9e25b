import { storeItems } from '../db/storeItems.ts';
import type { ItemsToStore } from '../db/storeTogether.ts';
import type { Database } from '../db/client.ts';

import { parseEventInput } from '../model/eventInput.ts';
import type { EventInput } from '../model/eventInput.ts';
import { parseContextEventInput } from '../model/contextEvent.ts';
import type { ContextInput, ContextKind, NewContextEvent } from '../model/contextEvent.ts';
import { laterOf } from '../model/ingestCounts.ts';
import type { IngestCounts } from '../model/ingestCounts.ts';
import { eachInSlices, mapInSlices, weighLittle } from '../model/mapInSlices.ts';
import { Refusal } from '../model/refusal.ts';
import { addWork } from '../model/reserveWork.ts';
import type { Action } from '../model/action.ts';
import type { InputError, InputRules, Parsed } from '../model/readField.ts';
import type { EventKey, NewEvent } from '../model/sessionEvent.ts';

import { makeJoining } from './joinItems.ts';
import type { ItemJoin, JoinedLists } from './joinItems.ts';

/** An event as a client sent it. */
export type EventToRecord = { readonly action: Action; readonly input: EventInput };

/** A context event as a client sent it. */
export type ContextEventToRecord = { readonly kind: ContextKind; readonly input: ContextInput };

/** The number that a result refers to: an index or a line, as the caller likes. */
type Numbered = { readonly record: number };

/** Events and context events to record in one transaction. */
export type ItemsToRecord = {
  readonly events: readonly (EventToRecord & Numbered)[];
  readonly contextEvents: readonly (ContextEventToRecord & Numbered)[];
  /** The joins of records with earlier ones of their hosts, in the order of the records. */
  readonly joins?: readonly ItemJoin[];
};

/** The result for one item. */
export type ItemResult =
  | { readonly status: 'ACCEPTED' | 'DUPLICATE'; readonly key: EventKey; readonly notes: readonly Note[] }
  | { readonly status: 'REJECTED'; readonly errors: readonly InputError[] };

/** A remark on an event that was stored. */
export type Note = { readonly code: 'NO_LOGIN_ID'; readonly message: string };

/** The work for a mistake in an item, in the units of WORK_PER_TURN: its error is thrown, caught and described. */
const MISTAKE_WEIGHT = 0.25;

type Recording = { readonly database: Database; readonly rules: InputRules };

/**
 * Records events and context events. This is the only write path: the mutations, `/ingest` and the demo use it.
 *
 * Invalid items are rejected individually. All others are committed in one transaction that also updates their sessions; small concurrent calls share it. An item that is
 * already stored, or that appears earlier in the same call, is a DUPLICATE and changes nothing. An item that its join skips is counted, and has
 * no result.
 *
 * @param report receives one result per item: first the rejected ones, before anything is stored; after COMMIT the others.
 * When the call throws, the results reported so far are void.
 * @throws OutageError when nothing was committed; UnknownOutcomeError when the items may have been committed.
 */
export const recordItems = async (
  { database, rules }: Recording,
  { events, contextEvents, joins = [] }: ItemsToRecord,
  report: (record: number, result: ItemResult) => void,
): Promise<IngestCounts> => {
  let rejected = 0;
  // Errors are reported immediately and not kept: those of 50,000 items take more memory than the request.
  const keep = <Item>(record: number, parsed: Parsed<Item>): Item | null => {
    if (parsed.kind === 'EVENT') return parsed.event;
    rejected += 1;
    addWork(parsed.errors.length * MISTAKE_WEIGHT);
    report(record, { status: 'REJECTED', errors: parsed.errors });
    return null;
  };
  const parsedEvents = await mapInSlices(events, ({ record, action, input }) =>
    keep(record, parseEventInput(action, input, rules)),
  );
  const parsedContextEvents = await mapInSlices(contextEvents, ({ record, kind, input }) =>
    keep(record, parseContextEventInput(kind, input, rules)),
  );
  let lists: JoinedLists = { events: parsedEvents, contextEvents: parsedContextEvents, skipped: 0 };
  const finish = async (joined: JoinedLists): Promise<ItemsToStore> => {
    lists = joined;
    return listKept(joined);
  };
  const joining =
    joins.length === 0 ? null : await makeJoining(joins, { ...lists, inputs: events }, { rules, finish });
  const { added: unreported, position } = await storeItems(database, await listKept(lists), joining);
  const accepted = unreported.size;
  let newestTime: string | null = null;
  const judge = (record: number, key: EventKey, notes: readonly Note[]): void => {
    const isNew = unreported.delete(key.uuid);
    if (isNew) newestTime = laterOf(newestTime, key.time);
    report(record, { status: isNew ? 'ACCEPTED' : 'DUPLICATE', key, notes });
  };
  await eachInSlices(events, ({ record }, index) => {
    const event = lists.events[index];
    if (event) judge(record, event, notesOn(event));
  });
  await eachInSlices(contextEvents, ({ record }, index) => {
    const event = lists.contextEvents[index];
    if (event) judge(record, event, notesOnContext(event));
  });
  const { skipped } = lists;
  const duplicates = events.length + contextEvents.length - rejected - skipped - accepted;
  return { accepted, duplicates, rejected, skipped, unrelated: 0, notUnderstood: 0, newestTime, position };
};

const listKept = async ({ events, contextEvents }: JoinedLists): Promise<ItemsToStore> => ({
  events: await filterInSlices(events),
  contextEvents: await filterInSlices(contextEvents),
});

const filterInSlices = async <Item>(items: readonly (Item | null)[]): Promise<readonly Item[]> => {
  const kept: Item[] = [];
  await eachInSlices(items, (item) => void (item !== null && kept.push(item)), weighLittle);
  return kept;
};

const NO_NOTES: readonly Note[] = [];
const NO_LOGIN_ID: readonly Note[] = [
  { code: 'NO_LOGIN_ID', message: 'Stored, but it belongs to no session because it has no loginId.' },
];

/** A failed login needs no login id: it starts no session. */
const notesOn = (event: NewEvent): readonly Note[] =>
  event.loginId !== null || (event.action === 'LOGIN' && !event.loginSuccessful) ? NO_NOTES : NO_LOGIN_ID;

const notesOnContext = (event: NewContextEvent): readonly Note[] =>
  event.kind === 'DISCONNECT' && event.loginId === null ? NO_LOGIN_ID : NO_NOTES;

const MAX_BATCH = 5000;

/**
 * Checks the number of items in an argument of a mutation.
 *
 * @throws Refusal BAD_BATCH_SIZE for 0 or more than 5,000 items.
 */
export const checkBatchSize = (field: string, { length }: readonly unknown[]): void => {
  if (length > 0 && length <= MAX_BATCH) return;
  const message = `${field} contains ${length} ${field}; send 1 to ${MAX_BATCH} at a time.`;
  throw new Refusal('BAD_BATCH_SIZE', message, field);
};
