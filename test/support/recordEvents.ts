import { expect } from '@jest/globals';

import type { Database } from '../../src/db/client.ts';
import { recordItems } from '../../src/domain/recordItems.ts';
import type { EventToRecord, ItemResult } from '../../src/domain/recordItems.ts';

import { RULES } from './database.ts';

/** Records events; returns their results in the order of the events. */
export const recordEvents = async (
  database: Database,
  events: readonly EventToRecord[],
  rules = RULES,
): Promise<readonly ItemResult[]> => {
  const results: ItemResult[] = [];
  const numbered = events.map((event, record) => ({ record, ...event }));
  await recordItems({ database, rules }, { events: numbered, contextEvents: [] }, (record, result) => {
    expect(results[record]).toBeUndefined();
    results[record] = result;
  });
  return results;
};
