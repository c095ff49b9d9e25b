import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';

import { CAR_ANALYTICS, HUNTS, typeNameOf } from '../../../src/domain/hunts/registry.ts';
import type { HuntName } from '../../../src/domain/hunts/registry.ts';
import { TABS, useDemoTabs } from '../../support/demoTabs.ts';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const { run } = useDemoTabs();

test('the menu has the tabs of each topic in their order', () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    Events: ['NewestEvents', 'FailedRdpLogins', 'HostTimeline'],
    Sessions: ['OpenSessions', 'PresentAt'],
    'Hosts and accounts': ['Search', 'WhoWasOn', 'AccountDay', 'StartsAndStops', 'LogonGraph'],
    Hunts: Object.keys(HUNTS).map((name) => typeNameOf(name as HuntName)),
    'CAR analytics': Object.keys(CAR_ANALYTICS).map((name) => typeNameOf(name as HuntName)),
    Statistics: ['FailuresPerHour', 'RareCombinations', 'SessionLengths', 'SilentHosts'],
    Administration: ['WhoAsked'],
    Ingest: ['CarExample', 'MixedBatch', 'ContextExample'],
  };
  expect([...TABS.values()].map(({ topic, name }) => [topic, name])).toEqual(
    Object.entries(expected).flatMap(([topic, names]) => names.map((name) => [topic, name])),
  );
});

test.each([...TABS])('%s is valid, begins with its purpose, and fits the editor', (_, { query }) => {
  expect(validate(schema, parse(query))).toEqual([]);
  expect(query).toMatch(/^# [A-Z]/);
  // The width of the editor in a window of 1400 pixels.
  expect(query.split('\n').filter((line) => line.length > 55)).toEqual([]);
});

describe('on the demo', () => {
  test('NewestEvents: the stored data, and its newest events without noise', async () => {
    const { overview, sessionEvents } = await run('NewestEvents');
    expect(overview).toEqual({
      events: { value: 170, relation: 'EQUAL' },
      firstAt: '2026-11-06T07:55:04.192038Z',
      lastAt: '2026-11-16T21:09:30.812649Z',
      hosts: { value: 8 },
      accounts: { value: 21 },
      sharedSids: [],
    });
    expect(sessionEvents.nodes).toHaveLength(20);
    expect(sessionEvents.nodes[2]).toEqual({
      time: '2026-11-16T17:21:08.914402Z',
      action: 'LOCK',
      hostname: 'WS4',
      user: 'CORP\\gus',
    });
    expect(sessionEvents.nodes[3]).toEqual({
      time: '2026-11-16T17:04:36.700284Z',
      action: 'LOGOUT',
      hostname: 'WS2',
      user: 'CORP\\ana',
      loginType: 'INTERACTIVE',
      srcIp: null,
    });
    expect(sessionEvents.pageInfo).toEqual({ hasNextPage: true, endCursor: expect.any(String) });
    const all = await run('NewestEvents', { query: (query) => query.replace('first: 20', 'first: 1000') });
    const users = all.sessionEvents.nodes.map(({ user }: { user: string }) => user);
    expect(users).toHaveLength(163);
    expect(users).not.toContain('CORP\\WS2$');
    expect(users).not.toContain('CORP\\WS5$');
    expect(users).not.toContain('NT AUTHORITY\\SYSTEM');
    expect(users).not.toContain('NT AUTHORITY\\ANONYMOUS LOGON');
  });

  test('FailedRdpLogins: twelve, each for another user; without loginSuccessful also the successful one', async () => {
    const { totalCount, nodes } = (await run('FailedRdpLogins')).sessionEvents;
    expect(totalCount).toEqual({ value: 12, relation: 'EQUAL' });
    expect(new Set(nodes.map(({ user }: { user: string }) => user)).size).toBe(12);
    expect(nodes[11]).toEqual({
      time: '2026-11-16T10:02:07.120408Z',
      action: 'LOGIN',
      hostname: 'RDP1',
      user: 'CORP\\ana',
      loginType: 'RDP',
      srcIp: '203.0.113.66',
      loginSuccessful: false,
    });
    const all = await run('FailedRdpLogins', { query: (query) => query.replace(/loginSuccessful: .*/, '') });
    expect(all.sessionEvents.totalCount.value).toBe(14);
    expect(all.sessionEvents.nodes.slice(0, 2)).toMatchObject([
      { action: 'RECONNECT', hostname: 'WS5', user: 'CORP\\carol', srcIp: '203.0.113.99' },
      { action: 'LOGIN', hostname: 'RDP1', user: 'CORP\\carol', loginSuccessful: true },
    ]);
  });

  test('HostTimeline: the story of WS5, each action with its own fields', async () => {
    const carol = { user: 'CORP\\carol', loginId: '0x2c81e4' };
    const uid = 'S-1-5-21-1004336348-1177238915-682003330-1106';
    expect((await run('HostTimeline')).sessionEvents.nodes).toEqual([
      {
        __typename: 'LoginEvent',
        time: '2026-11-16T10:21:09.730112Z',
        ...carol,
        loginSuccessful: true,
        loginType: 'RDP',
        srcIp: '10.20.0.10',
      },
      { __typename: 'LockEvent', time: '2026-11-16T10:45:00.250000Z', ...carol, uid },
      { __typename: 'UnlockEvent', time: '2026-11-16T11:20:33.615000Z', ...carol, uid },
      {
        __typename: 'ReconnectEvent',
        time: '2026-11-16T13:02:48.091700Z',
        ...carol,
        loginType: 'RDP',
        srcIp: '203.0.113.99',
      },
      { __typename: 'LogoutEvent', time: '2026-11-16T13:40:05.333000Z', ...carol, loginType: 'RDP' },
    ]);
  });

  test("WhoWasOn: Fay at work, and the intruder with Carol's password", async () => {
    const { host } = await run('WhoWasOn');
    expect(host).toMatchObject({
      hostname: 'RDP1',
      firstSeenAt: '2026-11-06T08:38:26.191375Z',
      lastSeenAt: '2026-11-16T16:31:52.690417Z',
    });
    expect(host.loggedOn.coverage.status).toBe('COVERED');
    expect(host.loggedOn.accounts).toMatchObject([
      {
        account: { user: 'CORP\\fay' },
        state: 'ACTIVE',
        certainty: 'PROVEN',
        sessions: [{ srcIps: ['198.51.100.23'] }],
      },
      { account: { user: 'CORP\\carol' }, state: 'ACTIVE', sessions: [{ srcIps: ['203.0.113.66'] }] },
    ]);
    const later = await run('WhoWasOn', { variables: { at: '2026-11-16T16:40:00Z' } });
    expect(later.host.loggedOn).toMatchObject({
      coverage: { status: 'AFTER_LAST_EVENT', eventAfter: null },
      accounts: [],
    });
  });

  test('OpenSessions: the screen that Gus locked when he went home', async () => {
    expect((await run('OpenSessions')).sessions).toEqual({
      totalCount: { value: 1, relation: 'EQUAL' },
      nodes: [
        {
          hostname: 'WS4',
          user: 'CORP\\gus',
          loginType: 'INTERACTIVE',
          startedAt: '2026-11-16T08:24:50.336170Z',
          startReason: 'LOGIN',
          endedAfter: '2026-11-16T17:21:08.914402Z',
          // Now: more than a day after its proof ended.
          state: 'UNKNOWN',
          periods: [
            { from: '2026-11-16T08:24:50.336170Z', until: '2026-11-16T17:21:08.914402Z', state: 'ACTIVE' },
            { from: '2026-11-16T17:21:08.914402Z', until: '2026-11-17T17:21:08.914402Z', state: 'LOCKED' },
            { from: '2026-11-17T17:21:08.914402Z', until: null, state: 'UNKNOWN' },
          ],
        },
      ],
    });
  });

  test('PresentAt: Gus possibly, forever; and before, as long as his host proves it', async () => {
    const gus = { hostname: 'WS4', user: 'CORP\\gus' };
    expect(await run('PresentAt')).toEqual({
      proven: { totalCount: { value: 0, relation: 'EQUAL' }, nodes: [] },
      possible: {
        totalCount: { value: 1, relation: 'EQUAL' },
        nodes: [{ ...gus, endedAfter: '2026-11-16T17:21:08.914402Z', endedAt: null }],
      },
    });
    expect(await run('PresentAt', { variables: { at: '2026-11-16T17:10:00Z' } })).toMatchObject({
      proven: { nodes: [{ ...gus, startedAt: '2026-11-16T08:24:50.336170Z', endedAt: null }] },
      possible: { nodes: [] },
    });
  });

  test('AccountDay: the path from the jump host to the file server', async () => {
    const { account } = await run('AccountDay');
    expect(account).toMatchObject({
      user: 'CORP\\carol',
      lastLogin: { hostname: 'FS1', srcIp: '10.20.0.15' },
    });
    const way = account.sessions.nodes.map((session: any) => [
      session.hostname,
      session.srcIps,
      session.events.nodes.map(({ action }: { action: string }) => action),
      session.concurrentSessions.nodes.map(({ user }: { user: string }) => user),
    ]);
    expect(account.sessions.nodes.map((session: any) => session.contextEvents.nodes)).toEqual([
      [],
      [{ time: '2026-11-16T12:58:31.419950Z' }],
      [],
    ]);
    expect(way).toEqual([
      // Fay twice: her desktop, and the login with which she reconnected to it.
      ['RDP1', ['203.0.113.66'], ['LOGIN', 'LOGOUT'], ['CORP\\fay', 'CORP\\fay']],
      ['WS5', ['10.20.0.10', '203.0.113.99'], ['LOGIN', 'LOCK', 'UNLOCK', 'RECONNECT', 'LOGOUT'], []],
      ['FS1', ['10.20.0.15'], ['LOGIN', 'LOGOUT'], []],
    ]);
  });

  test("FailuresPerHour: Ben's typing errors, a backup with an old password, and twelve users from one address", async () => {
    const { groups } = (await run('FailuresPerHour')).eventStats;
    const quiet = { count: 0, distinctUsers: 0, distinctSources: 0 };
    const hours = Array.from({ length: 11 }, (_, hour) => ({
      from: `2026-11-16T${String(7 + hour).padStart(2, '0')}:00:00.000000Z`,
      ...quiet,
    }));
    hours[1] = { ...hours[1]!, count: 1, distinctUsers: 1 };
    hours[2] = { ...hours[2]!, count: 12, distinctUsers: 1, distinctSources: 1 };
    hours[3] = { ...hours[3]!, count: 12, distinctUsers: 12, distinctSources: 1 };
    expect(groups).toEqual([{ count: 25, buckets: hours }]);
  });

  test('RareCombinations: a desktop from outside, and the login with which Fay reconnected', async () => {
    expect((await run('RareCombinations')).eventStats).toEqual({
      totalCount: { value: 2, relation: 'EQUAL' },
      totalCountWithoutHaving: { value: 6, relation: 'EQUAL' },
      otherCount: 56,
      groups: [
        ['198.51.100.0/24', 'REMOTE', '2026-11-16T12:47:29.406118Z'],
        ['203.0.113.0/24', 'RDP', '2026-11-16T10:14:07.418830Z'],
      ].map(([srcNetwork, loginType, firstAt]) => ({
        key: { srcNetwork, loginType },
        count: 1,
        distinctUsers: 1,
        firstAt,
      })),
    });
  });

  test('SessionLengths: the exact ends of sessions by host', async () => {
    const { groups } = (await run('SessionLengths')).sessionStats;
    const of = (hostname: string): any => groups.find(({ key }: any) => key.hostname === hostname);
    // Gus's session is open.
    expect(of('WS4')).toMatchObject({ count: 7, open: 1, boundedCount: 0 });
    // From 10:21:09.730112 to 13:40:05.333000.
    expect(of('WS5')).toEqual({
      key: { hostname: 'WS5' },
      count: 1,
      open: 0,
      boundedCount: 0,
      durationSeconds: { p50: 11_935.602888, p90: 11_935.602888, max: 11_935.602888 },
    });
  });

  test('SilentHosts: the three without users in the afternoon', async () => {
    expect((await run('SilentHosts')).eventStats).toEqual({
      totalCountWithoutHaving: { value: 8, relation: 'EQUAL' },
      groups: [
        { key: { hostname: 'APP1' }, lastAt: '2026-11-16T09:41:38.902115Z', count: 5 },
        { key: { hostname: 'FS1' }, lastAt: '2026-11-16T10:31:17.880934Z', count: 45 },
        { key: { hostname: 'WS5' }, lastAt: '2026-11-16T13:40:05.333000Z', count: 5 },
      ],
    });
  });
});
