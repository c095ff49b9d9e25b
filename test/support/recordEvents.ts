import { expect } from '@jest/globals';

import type { Database } from '../../src/db/client.ts';
import { recordItems } from '../../src/domain/recordItems.ts';
import type { EventToRecord, Verdict } from '../../src/domain/recordItems.ts';

import { RULES } from './database.ts';

/** Records events; returns their verdicts in the order of the events. */
export const recordEvents = async (
  database: Database,
  events: readonly EventToRecord[],
  rules = RULES,
): Promise<readonly Verdict[]> => {
  const verdicts: Verdict[] = [];
  const numbered = events.map((event, record) => ({ record, ...event }));
  await recordItems({ database, rules }, { events: numbered, hostStarts: [] }, (record, verdict) => {
    expect(verdicts[record]).toBeUndefined();
    verdicts[record] = verdict;
  });
  return verdicts;
};
