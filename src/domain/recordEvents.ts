import type { Database } from '../db/client.ts';
import { insertEvents } from '../db/insertEvents.ts';

import type { Action } from '../model/action.ts';
import { parseEventInput } from '../model/eventInput.ts';
import type { EventInput, InputError, InputRules, ParsedEvent } from '../model/eventInput.ts';
import { Refusal } from '../model/refusal.ts';
import type { EventKey, NewEvent } from '../model/sessionEvent.ts';

const MAX_BATCH = 5000;

/** An event to record, with the action that it is of. */
export type EventToRecord = { readonly action: Action; readonly input: EventInput };

/** What became of one event, in the order of the call. */
export type Verdict =
  | { readonly status: 'ACCEPTED' | 'DUPLICATE'; readonly key: EventKey; readonly notes: readonly Note[] }
  | { readonly status: 'REJECTED'; readonly errors: readonly InputError[] };

/** Something to know about an event that was kept. */
export type Note = { readonly code: 'NO_LOGIN_ID'; readonly message: string };

/**
 * Records events: the one write path, for every door.
 *
 * A bad event is rejected by itself, the good ones are committed in one transaction; a verdict is given only after COMMIT. An event that
 * was recorded before, or stands earlier in the same call, is a DUPLICATE and changes nothing.
 *
 * @throws Refusal BAD_BATCH_SIZE for 0 or more than 5,000 events; OutageError when nothing was committed.
 */
export const recordEvents = async (
  database: Database,
  rules: InputRules,
  events: readonly EventToRecord[],
): Promise<readonly Verdict[]> => {
  if (events.length === 0 || events.length > MAX_BATCH) {
    throw new Refusal(
      'BAD_BATCH_SIZE',
      `events has ${events.length} events; send 1 to ${MAX_BATCH} in a call.`,
      'events',
    );
  }
  const parsed = events.map(({ action, input }) => parseEventInput(action, input, rules));
  const inserted = await insertEvents(database, sortedUnique(parsed));
  const seen = new Set<string>();
  return parsed.map((result) => {
    if (result.kind === 'ERRORS') return { status: 'REJECTED', errors: result.errors };
    const { event } = result;
    const isNew = inserted.has(event.uuid) && !seen.has(event.uuid);
    seen.add(event.uuid);
    return { status: isNew ? 'ACCEPTED' : 'DUPLICATE', key: event, notes: notesOn(event) };
  });
};

/** Sorted by primary key over the whole call, so that calls that share events never deadlock. */
const sortedUnique = (parsed: readonly ParsedEvent[]): readonly NewEvent[] => {
  const byUuid = new Map<string, NewEvent>();
  for (const result of parsed) {
    if (result.kind === 'EVENT' && !byUuid.has(result.event.uuid))
      byUuid.set(result.event.uuid, result.event);
  }
  return [...byUuid.values()].toSorted(compareKeys);
};

const compareKeys = (a: EventKey, b: EventKey): number =>
  compare(a.hostname, b.hostname) || compare(a.time, b.time) || compare(a.uuid, b.uuid);

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

const NO_NOTES: readonly Note[] = [];
const NO_LOGIN_ID: readonly Note[] = [
  { code: 'NO_LOGIN_ID', message: 'Kept; without a loginId it belongs to no session.' },
];

/** A failed login opens no session, so it needs no login id. */
const notesOn = (event: NewEvent): readonly Note[] =>
  event.loginId !== null || (event.action === 'LOGIN' && !event.loginSuccessful) ? NO_NOTES : NO_LOGIN_ID;
