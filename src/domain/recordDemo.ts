import type { Database } from '../db/client.ts';

import type { InputRules } from '../model/eventInput.ts';

import { DEMO_EVENTS } from './demoIntrusion.ts';
import { recordEvents } from './recordEvents.ts';

/** Records the demo's events; a second start finds them all there. */
export const recordDemo = async (database: Database, rules: InputRules): Promise<void> => {
  const timeBounds = { ...rules.timeBounds, earliest: '2026-01-01T00:00:00.000000Z' };
  await recordEvents(database, { ...rules, timeBounds }, DEMO_EVENTS);
};
