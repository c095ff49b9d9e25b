import { expect, test } from '@jest/globals';

import { useDemoTabs } from '../../support/demoTabs.ts';

const { run } = useDemoTabs();

/** The host, user and source of each login in the result. */
const loginsOf = (nodes: readonly any[]): readonly (readonly string[])[] =>
  nodes.map(({ login: { hostname, user, srcIp } }) => [hostname, user, srcIp]);

test('SimultaneousLogins: Carol and Fay on the jump host, from the login of the one to the logout of the other', async () => {
  const {
    totalCount: { value: total },
    nodes,
  } = (await run('SimultaneousLogins')).car.simultaneousLogins;
  expect(total).toBe(1);
  expect(nodes).toMatchObject([
    {
      host: { hostname: 'RDP1' },
      firstAt: '2026-11-16T10:14:07.418830Z',
      lastAt: '2026-11-16T13:40:41.002763Z',
      users: [{ user: 'CORP\\carol' }, { user: 'CORP\\fay' }],
      peak: 2,
    },
  ]);
});

test('SimultaneousLogins by windows: also the shares of FS1', async () => {
  const within = await run('SimultaneousLogins', {
    query: (query) => query.replace('mode: OVERLAP', 'mode: WINDOW').replace(/loginTypes: .*/, ''),
  });
  const found = within.car.simultaneousLogins.nodes.map(({ host, users }: any) => [
    host.hostname,
    users.map(({ user }: any) => user),
  ]);
  // Fay's login of 08:40 and Carol's of 10:14 are more than an hour apart.
  expect(found).toEqual([['FS1', ['CORP\\ana', 'CORP\\ben']]]);
});

test('MultiHostLogins: only Carol, and her path', async () => {
  const {
    totalCount: { value: total },
    nodes,
  } = (await run('MultiHostLogins')).car.multiHostLogins;
  expect(total).toBe(1);
  expect(nodes[0].account).toEqual({ user: 'CORP\\carol' });
  expect(nodes[0].hosts.map(({ host, srcIps }: any) => [host.hostname, srcIps])).toEqual([
    ['RDP1', ['203.0.113.66']],
    ['WS5', ['10.20.0.10']],
    ['FS1', ['10.20.0.15']],
  ]);
  const two = await run('MultiHostLogins', { query: (query) => query.replace('minHosts: 3', 'minHosts: 2') });
  const users = two.car.multiHostLogins.nodes.map(({ account }: any) => account.user);
  expect(users).toEqual(['CORP\\ana', 'CORP\\ben', 'CORP\\carol']);
});

test('LoginActivity: the users outside of the five most active', async () => {
  const {
    totalCount: { value: total },
    excludedUsers,
    nodes,
  } = (await run('LoginActivity')).car.loginActivity;
  expect(excludedUsers.map(({ account, loginCount }: any) => [account.user, loginCount])).toEqual([
    // Seven days each on their own machine, and two of them also on the file server.
    ['CORP\\ana', 14],
    ['CORP\\ben', 14],
    ['CORP\\fay', 9],
    ['CORP\\gus', 7],
    ['WS6\\reception', 7],
  ]);
  expect(total).toBe(7);
  expect(loginsOf(nodes)).toEqual([
    ['APP1', 'CORP\\adm-ivo', '10.20.0.17'],
    ['RDP1', 'CORP\\adm-ivo', '10.20.0.17'],
    ['RDP1', 'CORP\\carol', '203.0.113.66'],
    ['WS5', 'CORP\\carol', '10.20.0.10'],
    ['FS1', 'CORP\\carol', '10.20.0.15'],
    ['WS6', 'WS6\\Administrator', '10.20.0.15'],
    ['WS6', 'WS6\\Administrator', '10.20.0.15'],
  ]);
});

test('LoginsSince: Fay and Carol, not Ivo, who logged in before the start', async () => {
  const { parameters, nodes } = (await run('LoginsSince')).car.loginsSince;
  expect(parameters).toEqual({ bootTime: '2026-11-14T03:12:26.041900Z' });
  expect(nodes).toMatchObject([
    { account: { user: 'CORP\\fay' }, loginCount: 2, stillLoggedOn: true },
    { account: { user: 'CORP\\carol' }, loginCount: 1, stillLoggedOn: false },
  ]);
});

test('LocalAccountLogins: the administrator of WS6, but not the reception or ANONYMOUS LOGON', async () => {
  const {
    totalCount: { value: total },
    nodes,
  } = (await run('LocalAccountLogins')).car.localAccountLogins;
  expect(total).toBe(2);
  expect(loginsOf(nodes)).toEqual([
    ['WS6', 'WS6\\Administrator', '10.20.0.15'],
    ['WS6', 'WS6\\Administrator', '10.20.0.15'],
  ]);
});

test('RemoteDesktopLogins: from outside, not from home', async () => {
  const { nodes } = (await run('RemoteDesktopLogins')).car.remoteDesktopLogins;
  expect(loginsOf(nodes)).toEqual([['RDP1', 'CORP\\carol', '203.0.113.66']]);
  expect(nodes[0].seenBefore).toBe(false);
  const all = await run('RemoteDesktopLogins', { variables: { approvedSources: ['10.20.0.10/32'] } });
  expect(all.car.remoteDesktopLogins.nodes).toMatchObject([
    { login: { user: 'CORP\\fay' }, seenBefore: true },
    { login: { user: 'CORP\\carol' }, seenBefore: false },
  ]);
});
