import type { Database } from '../db/client.ts';

import type { InputRules } from '../model/readField.ts';

import { DEMO_EVENTS, DEMO_STARTS } from './demoIntrusion.ts';
import { recordItems } from './recordItems.ts';
import type { RecordedItems } from './recordItems.ts';

/** The demo plays in its own year, whatever the clock of the machine and the settings say. */
const TIME_BOUNDS = { earliest: '2026-01-01T00:00:00.000000Z', latest: '2027-01-01T00:00:00.000000Z' };

/** Records the demo's events and host starts; a second start finds them all there. */
export const recordDemo = async (database: Database, rules: InputRules): Promise<RecordedItems> =>
  recordItems(
    database,
    { ...rules, timeBounds: TIME_BOUNDS },
    {
      events: DEMO_EVENTS.map((event, index) => ({ ...event, record: index + 1 })),
      hostStarts: DEMO_STARTS.map((input, index) => ({ input, record: DEMO_EVENTS.length + index + 1 })),
    },
  );
