import { expect, test } from '@jest/globals';

import { useDemoTabs } from '../../support/demoTabs.ts';

const { run } = useDemoTabs();

const SPRAYED = ['ana', 'ben', 'dora', 'emil', 'fay', 'gus', 'hana', 'ivo', 'jon', 'kim', 'lea', 'mia'];

test('BruteForceThenSuccess: twelve failures before the successful login', async () => {
  const {
    totalCount: { value: total },
    nodes,
  } = (await run('BruteForceThenSuccess')).hunts.bruteForceThenSuccess;
  expect(total).toBe(1);
  expect(nodes).toMatchObject([
    {
      srcIp: '203.0.113.66',
      failureCount: 12,
      distinctUsersTried: 12,
      success: {
        time: '2026-11-16T10:14:07.418830Z',
        hostname: 'RDP1',
        user: 'CORP\\carol',
        session: { endedAt: '2026-11-16T13:40:41.002763Z' },
      },
    },
  ]);
  const once = await run('BruteForceThenSuccess', {
    query: (query) =>
      query.replace('key: SRC_IP', 'key: USER_HOST').replace('minFailures: 5', 'minFailures: 1'),
  });
  // Ben's typing errors; with minFailures 1 also users with a single failure. Fay was sprayed before she reconnected.
  expect(
    once.hunts.bruteForceThenSuccess.nodes.map(({ success, failureCount }: any) => [
      success.user,
      failureCount,
    ]),
  ).toEqual([['CORP\\ben', 1]]);
});

test('PasswordSpray: twelve users, and the one whose password was guessed; not the backup job', async () => {
  const { nodes } = (await run('PasswordSpray')).hunts.passwordSpray;
  expect(nodes).toEqual([
    {
      srcIp: '203.0.113.66',
      userCount: 12,
      failureCount: 12,
      firstAt: '2026-11-16T10:02:07.120408Z',
      lastAt: '2026-11-16T10:13:07.207517Z',
      compromisedUsers: [{ user: 'CORP\\carol' }],
      users: SPRAYED.map((name) => ({ user: `CORP\\${name}` })),
    },
  ]);
});

test('FirstSeen: Carol and the administrator of WS6; the log of WS5 is too short', async () => {
  const { nodes } = (await run('FirstSeen')).hunts.firstSeen;
  expect(
    nodes.map(({ account, host, baseline }: any) => [account.user, host.hostname, baseline.status]),
  ).toEqual([
    ['CORP\\carol', 'RDP1', 'COVERED'],
    ['CORP\\carol', 'WS5', 'INSUFFICIENT_BASELINE'],
    ['CORP\\carol', 'FS1', 'COVERED'],
    ['WS6\\administrator', 'WS6', 'COVERED'],
  ]);
});

test('UnusualRdpSource: Carol twice, and Fay when her home is not allowed', async () => {
  const reasonsOf = (data: any): readonly unknown[] =>
    data.hunts.unusualRdpSource.nodes.map(({ login, reasons }: any) => [login.user, login.hostname, reasons]);
  const carols = [
    ['CORP\\carol', 'RDP1', ['PUBLIC', 'NOT_SEEN']],
    ['CORP\\carol', 'WS5', ['NOT_SEEN']],
  ];
  expect(reasonsOf(await run('UnusualRdpSource'))).toEqual(carols);
  const all = await run('UnusualRdpSource', { variables: { approvedSources: null } });
  expect(reasonsOf(all)).toEqual([['CORP\\fay', 'RDP1', ['PUBLIC']], ...carols]);
});

test('LateralPaths: from outside via RDP1 and WS5 to FS1 and to WS6; the night only with GAP', async () => {
  const hostsOf = (data: any): readonly unknown[] =>
    data.hunts.lateralPaths.nodes.map(({ hops }: any) => hops.map(({ host }: any) => host.hostname));
  const data = await run('LateralPaths');
  expect(hostsOf(data)).toEqual([
    ['RDP1', 'WS5', 'FS1'],
    ['RDP1', 'WS5', 'WS6'],
  ]);
  const evidenceOf = (path: number): readonly unknown[] =>
    data.hunts.lateralPaths.nodes[path].hops.map(({ evidence, isAmbiguous }: any) => [evidence, isAmbiguous]);
  expect(evidenceOf(0)).toEqual([
    [[], false],
    [['DEST_IP'], false],
    [['DEST_IP', 'MACHINE_LOGON'], true],
  ]);
  expect(evidenceOf(1)).toEqual([
    [[], false],
    [['DEST_IP'], false],
    [['DEST_IP', 'MACHINE_LOGON', 'CLIENT_NAME'], false],
  ]);
  expect(data.hunts.lateralPaths.nodes[0].hops[2].candidates).toEqual([
    { hostname: 'WS5', evidence: ['DEST_IP', 'MACHINE_LOGON'] },
    { hostname: 'KALI', evidence: ['CLIENT_NAME'] },
  ]);
  expect(data.hunts.lateralPaths.graph.edges).toEqual([
    { from: '203.0.113.66', to: 'RDP1', count: 1, ambiguousCount: 0, failures: 12 },
    { from: 'RDP1', to: 'WS5', count: 1, ambiguousCount: 0, failures: 0 },
    { from: 'WS5', to: 'FS1', count: 1, ambiguousCount: 1, failures: 0 },
    { from: 'WS5', to: 'WS6', count: 1, ambiguousCount: 0, failures: 0 },
  ]);
  const byGap = await run('LateralPaths', {
    query: (query) => query.replace(/# (containment: GAP) and (maxGap.*)/, '$1 $2'),
  });
  expect(hostsOf(byGap)).toEqual([
    ['RDP1', 'WS5', 'FS1'],
    ['RDP1', 'WS5', 'WS6'],
    ['RDP1', 'WS5', 'WS6'],
  ]);
});
