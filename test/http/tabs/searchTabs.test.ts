import { expect, test } from '@jest/globals';

import { useDemoTabs } from '../../support/demoTabs.ts';

const { run } = useDemoTabs();

test('Search: both addresses of the intruder, and what they did', async () => {
  const { search } = await run('Search');
  expect(search.truncatedKinds).toEqual([]);
  expect(search.nodes).toEqual([
    {
      kind: 'ADDRESS',
      value: '203.0.113.66',
      match: 'PREFIX',
      firstSeenAt: '2026-11-16T10:02:07.120408Z',
      lastSeenAt: '2026-11-16T10:14:07.418830Z',
      events: {
        nodes: [
          { time: '2026-11-16T10:14:07.418830Z', hostname: 'RDP1', user: 'CORP\\carol' },
          { time: '2026-11-16T10:13:07.207517Z', hostname: 'RDP1', user: 'CORP\\mia' },
        ],
      },
    },
    {
      kind: 'ADDRESS',
      value: '203.0.113.99',
      match: 'PREFIX',
      firstSeenAt: '2026-11-16T13:02:48.091700Z',
      lastSeenAt: '2026-11-16T13:02:48.091700Z',
      events: { nodes: [{ time: '2026-11-16T13:02:48.091700Z', hostname: 'WS5', user: 'CORP\\carol' }] },
    },
  ]);
  const account = await run('Search', { variables: { text: 'CORP\\ca' } });
  expect(account.search.nodes).toMatchObject([
    {
      kind: 'ACCOUNT',
      value: 'CORP\\carol',
      match: 'PREFIX',
      account: { lastLogin: { time: expect.any(String) } },
    },
  ]);
});

test('LogonGraph: the tunnel of the intruder is the newest connection', async () => {
  const { logonGraph } = await run('LogonGraph');
  expect(logonGraph).toMatchObject({ edgeTotalCount: { value: 44 }, nodeTotalCount: { value: 31 } });
  expect(logonGraph.edges).toHaveLength(20);
  expect(logonGraph.edges[0]).toEqual({
    from: 'address:203.0.113.99',
    to: 'account:CORP\\carol',
    successes: 0,
    failures: 0,
    reconnects: 1,
    firstAt: '2026-11-16T13:02:48.091700Z',
    events: { nodes: [{ loginId: '0x2c81e4' }] },
  });
  const keys = logonGraph.edges.flatMap(({ from, to }: any) => [from, to]);
  expect(logonGraph.nodes.map(({ key }: any) => key)).toEqual([...new Set(keys)]);
});
