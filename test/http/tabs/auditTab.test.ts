import { expect, test } from '@jest/globals';

import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDemoTabs } from '../../support/demoTabs.ts';

const { api, database, run } = useDemoTabs();

const isStored = async (operationName: string): Promise<boolean> => {
  const { rowCount } = await database().writePool.query('select from audit_entry where operation_name = $1', [
    operationName,
  ]);
  return rowCount === 1;
};

test('WhoAsked: the query before it, with its caller and variables', async () => {
  await api().query('query Before { hosts(first: 3) { nodes { hostname } } }');
  await awaitUntil('its entry is stored', async () => isStored('Before'));
  const { nodes } = (await run('WhoAsked')).auditLog;
  expect(nodes.find(({ operationName }: any) => operationName === 'Before')).toMatchObject({
    callerKind: 'ANYONE',
    outcome: 'OK',
    rows: 3,
  });
});
