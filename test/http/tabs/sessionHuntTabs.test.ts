import { expect, test } from '@jest/globals';

import { useDemoTabs } from '../../support/demoTabs.ts';

const { run } = useDemoTabs();

/** The host and user of each session in the result. */
const sessionsOf = (nodes: readonly any[]): readonly (readonly string[])[] =>
  nodes.map(({ session: { hostname, user } }) => [hostname, user]);

test('ConcurrentSessions: the intruder on RDP1 and WS5; with all types also the shares', async () => {
  const { nodes } = (await run('ConcurrentSessions')).hunts.concurrentSessions;
  expect(nodes).toMatchObject([
    {
      account: { user: 'CORP\\carol' },
      // From the login on WS5 to the logout there.
      from: '2026-11-16T10:21:09.730112Z',
      until: '2026-11-16T13:40:05.333000Z',
      peak: 2,
      sessions: { nodes: [{ hostname: 'RDP1' }, { hostname: 'WS5' }] },
    },
  ]);
  const ofAnyType = await run('ConcurrentSessions', {
    query: (query) => query.replace('key: USER', 'key: USER loginTypes: null'),
  });
  expect(
    ofAnyType.hunts.concurrentSessions.nodes.map(({ account, peak }: any) => [account.user, peak]),
  ).toEqual([
    ['CORP\\ana', 2],
    ['CORP\\ben', 2],
    ['CORP\\carol', 3],
  ]);
});

test('LongSessions: over the weekend, and overnight', async () => {
  const { nodes } = (await run('LongSessions')).hunts.longSessions;
  expect(sessionsOf(nodes)).toEqual([
    ['APP1', 'CORP\\adm-ivo'],
    ['WS4', 'CORP\\gus'],
  ]);
  // From 12 November, 16:40:33.208814 to 16 November, 09:05:27.013458; from 08:24:50.336170 to midnight.
  expect(nodes.map(({ duration }: any) => duration)).toEqual(['PT88H24M53.804644S', 'PT15H35M9.66383S']);
});

test('NeverLocked: not Ana and Gus, who lock their screens', async () => {
  const { nodes } = (await run('NeverLocked')).hunts.neverLocked;
  expect(sessionsOf(nodes)).toEqual([
    ['WS6', 'WS6\\reception'],
    ['WS3', 'CORP\\ben'],
    ['RDP1', 'CORP\\fay'],
  ]);
  const shorter = await run('NeverLocked', { query: (query) => query.replace('"PT4H"', '"PT3H"') });
  expect(sessionsOf(shorter.hunts.neverLocked.nodes)).toContainEqual(['RDP1', 'CORP\\carol']);
});

test('UnlockedAt: the session that the intruder unlocked; not the one of Ana, who is at lunch', async () => {
  const { nodes } = (await run('UnlockedAt')).hunts.unlockedAt;
  expect(sessionsOf(nodes)).toEqual([
    ['WS6', 'WS6\\reception'],
    ['WS3', 'CORP\\ben'],
    ['WS4', 'CORP\\gus'],
    ['RDP1', 'CORP\\fay'],
    ['RDP1', 'CORP\\carol'],
    ['WS5', 'CORP\\carol'],
  ]);
  expect(nodes[5]).toMatchObject({ unlockedSince: '2026-11-16T11:20:33.615000Z', hostLocks: true });
  const atEleven = await run('UnlockedAt', {
    query: (query) => query.replace('PT1H', 'PT1M'),
    variables: { at: '2026-11-16T11:00:00Z' },
  });
  // WS5 is locked, and Ana has unlocked hers.
  const found = sessionsOf(atEleven.hunts.unlockedAt.nodes);
  expect(found).toContainEqual(['WS2', 'CORP\\ana']);
  expect(found).not.toContainEqual(['WS5', 'CORP\\carol']);
});
