import { expect } from '@jest/globals';

import { recordItems } from '../../src/domain/recordItems.ts';
import type { ContextEventToRecord, EventToRecord, ItemResult } from '../../src/domain/recordItems.ts';
import type { Database } from '../../src/db/client.ts';
import type { IngestCounts } from '../../src/model/ingestCounts.ts';

import { RULES } from './database.ts';
import { listenToStatements } from './listenToStatements.ts';

/** An event or a context event to record. */
export type ItemToRecord = EventToRecord | ContextEventToRecord;

/** The answer to a request: a result for each item, and their numbers. */
export type Recorded = { readonly results: readonly ItemResult[]; readonly counts: IngestCounts };

/** Records the items of a request. Each has one result at most. */
export const recordRequest = async (
  database: Database,
  items: readonly ItemToRecord[],
  rules = RULES,
): Promise<Recorded> => {
  const results: ItemResult[] = [];
  const numbered = items.map((item, index) => ({ record: index, ...item }));
  const counts = await recordItems(
    { database, rules },
    {
      events: numbered.filter((item) => 'action' in item),
      contextEvents: numbered.filter((item) => 'kind' in item),
    },
    (index, result) => {
      expect(results[index]).toBeUndefined();
      results[index] = result;
    },
  );
  return { results, counts };
};

/** Reports the host names of the events of each transaction from now on. Call it before the pool has connections. */
export const listenToInserts = ({ writePool }: Database, tell: (hostnames: string[]) => void): void =>
  listenToStatements(writePool, (_, values, name) => {
    if (name === 'insert_events') tell([...new Set(String(values[0]).match(/\w+/g))]);
  });

export const aLoginOf = (hostname: string, sourceId: string, user = 'CORP\\ana'): EventToRecord => ({
  action: 'LOGIN',
  input: {
    time: '2026-11-16T09:00:00Z',
    hostname,
    sourceId,
    user,
    loginId: '0x1',
    loginType: 'REMOTE',
    loginSuccessful: true,
  },
});
