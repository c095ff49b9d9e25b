import type { Database } from '../db/client.ts';
import { storeItems } from '../db/storeItems.ts';

import type { Action } from '../model/action.ts';
import { parseEventInput } from '../model/eventInput.ts';
import type { EventInput } from '../model/eventInput.ts';
import type { InputRules } from '../model/readField.ts';
import type { NewEvent } from '../model/sessionEvent.ts';

import { recordBatch } from './recordBatch.ts';
import type { Note, Verdict } from './recordBatch.ts';

/** An event to record, with the action that it is of. */
export type EventToRecord = { readonly action: Action; readonly input: EventInput };

/**
 * Records events: the one write path, for every door.
 *
 * A bad event is rejected by itself, the good ones are committed in one transaction, which brings their sessions up to date; a verdict is
 * given only after COMMIT. An event that was recorded before, or stands earlier in the same call, is a DUPLICATE and changes nothing.
 *
 * @throws Refusal BAD_BATCH_SIZE for 0 or more than 5,000 events; OutageError when nothing was committed, but UnknownOutcomeError when it may have been.
 */
export const recordEvents = async (
  database: Database,
  rules: InputRules,
  events: readonly EventToRecord[],
): Promise<readonly Verdict[]> =>
  recordBatch(events, {
    field: 'events',
    parse: ({ action, input }) => parseEventInput(action, input, rules),
    store: (sorted) => storeItems(database, { events: sorted, hostStarts: [] }),
    notesOn,
  });

const NO_NOTES: readonly Note[] = [];
const NO_LOGIN_ID: readonly Note[] = [
  { code: 'NO_LOGIN_ID', message: 'Kept; without a loginId it belongs to no session.' },
];

/** A failed login opens no session, so it needs no login id. */
const notesOn = (event: NewEvent): readonly Note[] =>
  event.loginId !== null || (event.action === 'LOGIN' && !event.loginSuccessful) ? NO_NOTES : NO_LOGIN_ID;
