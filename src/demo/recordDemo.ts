import type { Database } from '../db/client.ts';

import { recordItems } from '../domain/recordItems.ts';

import type { IngestCounts } from '../model/ingestCounts.ts';
import type { InputRules } from '../model/readField.ts';

import { DEMO_CONTEXT_EVENTS } from './contextEvents.ts';
import { DEMO_EVENTS } from './intrusion.ts';

/** The demo's events are from 2026, independent of the clock and the settings. */
const TIME_BOUNDS = { earliest: '2026-01-01T00:00:00.000000Z', latest: '2027-01-01T00:00:00.000000Z' };

/** Records the demo's events and context events. A second call changes nothing: all are duplicates. */
export const recordDemo = async (database: Database, rules: InputRules): Promise<IngestCounts> =>
  recordItems(
    { database, rules: { ...rules, timeBounds: TIME_BOUNDS } },
    {
      events: DEMO_EVENTS.map((event, record) => ({ record, ...event })),
      contextEvents: DEMO_CONTEXT_EVENTS.map((event, record) => ({ record, ...event })),
    },
    () => undefined,
  );
