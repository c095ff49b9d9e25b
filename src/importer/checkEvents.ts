import type { Action } from '../model/action.ts';
import { parseEventInput } from '../model/eventInput.ts';
import type { EventInput } from '../model/eventInput.ts';
import { formatTime } from '../model/values/time.ts';

import type { SessionEventInput } from '../sensors/sessionEventInput.ts';

import { countRejected } from './countEvents.ts';
import type { Delivery } from './delivery.ts';
import type { Tally } from './tally.ts';

/** The delivery of a dry run: judges events as a server with default settings would, and sends nothing. */
export const checkEvents = (tally: Tally): Delivery => {
  const latest = formatTime(Date.now() + DAY_MS);
  const rules = { timeBounds: { earliest: EARLIEST, latest }, hostnames: 'SHORT' } as const;
  return {
    send: async (batch) => {
      for (const outgoing of batch) {
        const [action, input] = toInput(outgoing.event);
        const parsed = parseEventInput(action, input, rules);
        if (parsed.kind === 'EVENT') tally.valid += 1;
        else countRejected(tally, outgoing, parsed.errors);
      }
    },
    finish: async () => {},
    stopReason: () => null,
  };
};

const EARLIEST = '2000-01-01T00:00:00.000000Z';
const DAY_MS = 86_400_000;

const toInput = (event: SessionEventInput): readonly [Action, EventInput] => {
  if ('login' in event) return ['LOGIN', event.login];
  if ('logout' in event) return ['LOGOUT', event.logout];
  if ('reconnect' in event) return ['RECONNECT', event.reconnect];
  if ('lock' in event) return ['LOCK', event.lock];
  return ['UNLOCK', event.unlock];
};
