import { expect, test } from '@jest/globals';

import { useDemoTabs } from '../../support/demoTabs.ts';

const { run } = useDemoTabs();

const THROUGH_TUNNEL = {
  time: '2026-11-16T13:02:48.091700Z',
  hostname: 'WS5',
  user: 'CORP\\carol',
  srcIp: '203.0.113.99',
};

test('ReconnectFromNewSource: through the tunnel; not Fay, who is at home again', async () => {
  const { nodes } = (await run('ReconnectFromNewSource')).hunts.reconnectFromNewSource;
  expect(nodes).toMatchObject([{ reconnect: THROUGH_TUNNEL, sourcesBefore: ['10.20.0.10'] }]);
});

test('ReconnectWithoutLogin: the intruder; not Fay, whose client logged in just before', async () => {
  const { nodes } = (await run('ReconnectWithoutLogin')).hunts.reconnectWithoutLogin;
  expect(nodes).toEqual([{ reconnect: THROUGH_TUNNEL }]);
});

test('OffHours: a night and a late evening, in Berlin time; not Fay, five minutes before seven', async () => {
  const { nodes } = (await run('OffHours')).hunts.offHours;
  expect(nodes).toEqual([
    {
      event: {
        action: 'LOGIN',
        hostname: 'RDP1',
        user: 'CORP\\adm-ivo',
        loginType: 'RDP',
        srcIp: '10.20.0.17',
      },
      localTime: '2026-11-14T03:58:09.117402+01:00',
      weekday: 'SATURDAY',
    },
    {
      event: {
        action: 'LOGIN',
        hostname: 'WS6',
        user: 'WS6\\Administrator',
        loginType: 'REMOTE',
        srcIp: '10.20.0.15',
      },
      localTime: '2026-11-16T22:07:12.037561+01:00',
      weekday: 'MONDAY',
    },
  ]);
  const byMoscow = await run('OffHours', { variables: { timeZone: 'Europe/Moscow' } });
  // Three hours ahead of UTC: five minutes before nine.
  expect(byMoscow.hunts.offHours.nodes).toContainEqual(
    expect.objectContaining({ localTime: '2026-11-13T20:55:20.430118+03:00', weekday: 'FRIDAY' }),
  );
});

test('Orphans: the logout of Ben whose login is missing in the log of FS1', async () => {
  const {
    totalCount: { value: total },
    nodes,
    rates,
  } = (await run('Orphans')).hunts.orphans;
  expect(total).toBe(1);
  expect(nodes).toMatchObject([
    {
      event: { action: 'LOGOUT', hostname: 'FS1', user: 'CORP\\ben', loginId: '0x4d7e1' },
      reason: 'NO_LOGIN',
    },
  ]);
  // The logouts of WS2 itself, Ana, Ben and Carol, and that one.
  expect(rates).toEqual([{ host: { hostname: 'FS1' }, day: '2026-11-16', orphans: 1, events: 5, rate: 0.2 }]);
});
