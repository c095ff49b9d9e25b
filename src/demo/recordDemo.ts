import type { Database } from '../db/client.ts';

import type { InputRules } from '../model/readField.ts';

import { DEMO_EVENTS, DEMO_STARTS } from './intrusion.ts';
import { recordItems } from '../domain/recordItems.ts';
import type { RecordedItems } from '../domain/recordItems.ts';

/** The demo's events are from 2026, independent of the clock and the settings. */
const TIME_BOUNDS = { earliest: '2026-01-01T00:00:00.000000Z', latest: '2027-01-01T00:00:00.000000Z' };

/** Records the demo's events and host starts. A second call changes nothing: all are duplicates. */
export const recordDemo = async (database: Database, rules: InputRules): Promise<RecordedItems> =>
  recordItems(
    database,
    { ...rules, timeBounds: TIME_BOUNDS },
    {
      events: DEMO_EVENTS.map((event, index) => ({ ...event, record: index + 1 })),
      hostStarts: DEMO_STARTS.map((input, index) => ({ input, record: DEMO_EVENTS.length + index + 1 })),
    },
  );
