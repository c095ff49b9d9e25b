import { expect, test } from '@jest/globals';

import { makeContext } from '../../src/graphql/context.ts';
import { ANYONE } from '../../src/model/access/caller.ts';
import { WORK_PER_TURN } from '../../src/model/reserveWork.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { watchWork } from '../support/watchWork.ts';

const database = useDatabase();

test('nested lists are read in batches of 100, with turns of the event loop between them', async () => {
  const { lists } = makeContext({ database: database(), makeRules: () => RULES }, { caller: ANYONE });
  const query = { asOf: '', after: null, before: null, limit: 1, scan: 'ASCENDING' } as const;
  const queries = Array.from({ length: 1000 }, (_, n) => ({
    ...query,
    predicate: { kind: 'in', field: 'hostname', values: [`H${n}`] } as const,
  }));
  const turns = await watchWork(async () => {
    const found = await Promise.all(queries.map(async (one) => lists.events(one)));
    expect(found).toEqual(queries.map(() => []));
  });
  expect(turns.length).toBeGreaterThanOrEqual(9);
  expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
});
