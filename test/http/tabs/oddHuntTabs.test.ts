import { expect, test } from '@jest/globals';

import { useDemoTabs } from '../../support/demoTabs.ts';

const { run } = useDemoTabs();

const THROUGH_TUNNEL = {
  time: '2026-11-16T13:02:48.091700Z',
  hostname: 'WS5',
  user: 'CORP\\carol',
  srcIp: '203.0.113.99',
};

test('ReconnectFromNewSource: through the tunnel; not Fay, from home again', async () => {
  const { nodes } = (await run('ReconnectFromNewSource')).hunts.reconnectFromNewSource;
  expect(nodes).toMatchObject([{ reconnect: THROUGH_TUNNEL, sourcesBefore: ['10.20.0.10'] }]);
});

test('ReconnectWithoutLogin: the intruder; not Fay, whose client logged in just before', async () => {
  const { nodes } = (await run('ReconnectWithoutLogin')).hunts.reconnectWithoutLogin;
  expect(nodes).toEqual([{ reconnect: THROUGH_TUNNEL }]);
});
