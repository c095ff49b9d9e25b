import type { Action } from '../model/action.ts';
import { parseEventInput } from '../model/eventInput.ts';
import type { EventInput } from '../model/eventInput.ts';
import { parseHostStartInput } from '../model/hostStart.ts';
import type { InputRules, Parsed } from '../model/readField.ts';
import { formatTime } from '../model/values/time.ts';

import type { SessionEventInput } from '../sensors/sessionEventInput.ts';

import { countRejected } from './countItems.ts';
import type { Delivery } from './delivery.ts';
import type { OutgoingItem } from './outgoingItem.ts';
import type { Tally } from './tally.ts';

/** The delivery of a dry run: judges events and host starts as a server with default settings would, and sends nothing. */
export const checkItems = (tally: Tally): Delivery => {
  const latest = formatTime(Date.now() + DAY_MS);
  const rules = { timeBounds: { earliest: EARLIEST, latest }, hostnames: 'SHORT' } as const;
  return {
    send: async ({ items }) => {
      for (const item of items) {
        const parsed = parse(item, rules);
        if (parsed.kind === 'EVENT') tally.valid += 1;
        else countRejected(tally, item, parsed.errors);
      }
    },
    finish: async () => {},
    stopReason: () => null,
  };
};

const EARLIEST = '2000-01-01T00:00:00.000000Z';
const DAY_MS = 86_400_000;

const parse = (item: OutgoingItem, rules: InputRules): Parsed<unknown> => {
  if (item.kind === 'HOST_START') return parseHostStartInput(item.start, rules);
  const [action, input] = toInput(item.event);
  return parseEventInput(action, input, rules);
};

const toInput = (event: SessionEventInput): readonly [Action, EventInput] => {
  if ('login' in event) return ['LOGIN', event.login];
  if ('logout' in event) return ['LOGOUT', event.logout];
  if ('reconnect' in event) return ['RECONNECT', event.reconnect];
  if ('lock' in event) return ['LOCK', event.lock];
  return ['UNLOCK', event.unlock];
};
