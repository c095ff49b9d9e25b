import type { Database } from '../../src/db/client.ts';
import type { EventToRecord, ItemResult } from '../../src/domain/recordItems.ts';

import { RULES } from './database.ts';
import { recordRequest } from './recordRequest.ts';

/** Records events; returns their results in the order of the events. */
export const recordEvents = async (
  database: Database,
  events: readonly EventToRecord[],
  rules = RULES,
): Promise<readonly ItemResult[]> => (await recordRequest(database, events, rules)).results;
