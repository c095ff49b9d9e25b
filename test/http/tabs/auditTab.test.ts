import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from '@jest/globals';

import { useDemoTabs } from '../../support/demoTabs.ts';

const { api, run } = useDemoTabs();

const isBefore = ({ operationName }: { readonly operationName: string }): boolean =>
  operationName === 'Before';

test('WhoAsked: the question before it, by whom and with what', async () => {
  await api().query('query Before { hosts(first: 3) { nodes { hostname } } }');
  // Each look is an entry itself, and the tab shows five.
  let nodes: any[] = [];
  for (let look = 0; look < 8 && !nodes.some(isBefore); look += 1) {
    await sleep(1200);
    ({ nodes } = (await run('WhoAsked')).auditLog);
  }
  expect(nodes.find(isBefore)).toMatchObject({
    callerKind: 'ANYONE',
    outcome: 'OK',
    rows: 3,
  });
});
