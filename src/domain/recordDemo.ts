import type { Database } from '../db/client.ts';

import type { InputRules } from '../model/readField.ts';

import { DEMO_EVENTS } from './demoIntrusion.ts';
import { recordEvents } from './recordEvents.ts';
import type { Verdict } from './recordBatch.ts';

/** The demo plays in its own year, whatever the clock of the machine and the settings say. */
const TIME_BOUNDS = { earliest: '2026-01-01T00:00:00.000000Z', latest: '2027-01-01T00:00:00.000000Z' };

/** Records the demo's events; a second start finds them all there. */
export const recordDemo = async (database: Database, rules: InputRules): Promise<readonly Verdict[]> =>
  recordEvents(database, { ...rules, timeBounds: TIME_BOUNDS }, DEMO_EVENTS);
