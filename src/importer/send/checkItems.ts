import { parseContextEventInput } from '../../model/contextEvent.ts';
import { parseEventInput } from '../../model/eventInput.ts';
import type { InputRules, Parsed } from '../../model/readField.ts';
import { formatTime } from '../../model/values/time.ts';

import { splitContextEvent } from '../../sensors/contextEventInput.ts';
import { splitEvent } from '../../sensors/sessionEventInput.ts';

import { countResult } from '../report/countItems.ts';
import type { ImportReporter } from '../report/countItems.ts';
import type { Delivery, OutgoingItem } from './delivery.ts';

/** Makes the delivery of a dry run: it validates events and context events like a server with default settings, and sends nothing. */
export const checkItems = (reporter: ImportReporter): Delivery => {
  const latest = formatTime(Date.now() + DAY_MS);
  const rules = { timeBounds: { earliest: EARLIEST, latest }, hostnames: 'SHORT' } as const;
  return {
    send: async ({ items }) => {
      for (const item of items) {
        const parsed = parse(item, rules);
        const result =
          parsed.kind === 'EVENT'
            ? ({ status: 'VALID' } as const)
            : ({ status: 'REJECTED', errors: parsed.errors } as const);
        countResult(reporter, item, result);
      }
    },
    finish: async () => {},
    stopReason: () => null,
  };
};

const EARLIEST = '2000-01-01T00:00:00.000000Z';
const DAY_MS = 86_400_000;

const parse = (item: OutgoingItem, rules: InputRules): Parsed<unknown> => {
  if (item.kind === 'CONTEXT') {
    const { kind, input } = splitContextEvent(item.event);
    return parseContextEventInput(kind, input, rules);
  }
  const { action, input } = splitEvent(item.event);
  return parseEventInput(action, input, rules);
};
