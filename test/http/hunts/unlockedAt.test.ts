import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST_CONTEXT, useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { ask, uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute, replace } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent, Sent } from '../../support/hunts/huntEvents.ts';
import { micros } from '../../support/hunts/huntOracle.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';
import { unlockedOracle } from '../../support/hunts/sessionHuntOracle.ts';
import type { UnlockedParameters } from '../../support/hunts/sessionHuntOracle.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'unlockedAt',
  variables: {
    at: 'DateTime!',
    minUnlocked: 'Duration!',
    loginTypes: '[LoginType!]',
    excludeNoise: 'Boolean!',
  },
  select: 'session { id state(at: $at) } unlockedSince unlockedSeconds hostLocks',
});

const askOf = async (server: Api, given: UnlockedParameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ session: { id, state }, ...match }) => ({
    ...match,
    session: uuidOf({ id }),
    state,
  }));

const oracle = (events: readonly HuntEvent[], given: UnlockedParameters): object[] =>
  unlockedOracle(events, given).map(({ session, since, evidence }) => ({
    session: session.startUuid,
    state: 'ACTIVE',
    unlockedSince: since,
    unlockedSeconds: Number(micros(given.at) - micros(since)) / 1_000_000,
    hostLocks: events.some(
      ({ action, hostname, time }) =>
        action === 'LOCK' && hostname === session.hostname && time >= session.startedAt && time <= given.at,
    ),
    evidence,
  }));

/** A log of few sessions that are often locked and unlocked. */
const DESKTOPS = logs({
  kinds: ['OK', 'LOCK', 'LOCK', 'LOCK', 'UNLOCK', 'UNLOCK', 'UNLOCK', 'RECONNECT', 'LOGOUT'],
  hosts: ['A', 'A', 'B'],
  users: ['CORP\\ana', 'CORP\\ben', null],
  loginTypes: ['RDP', 'INTERACTIVE'],
});
const SESSIONS = logs({
  kinds: ['OK', 'OK', 'OK', 'LOCK', 'UNLOCK', 'RECONNECT', 'LOGOUT', 'TWIN', 'BAD'],
});

test.each([
  ['desktops', DESKTOPS],
  ['sessions of all types', SESSIONS],
])('unlockedAt, %s, finds the same as replaying every session', async (_, log) => {
  await checkAgainstOracle(database(), {
    log,
    parameters: fc.record({
      at: fc.constantFrom(minute(60), minute(60, 1), minute(110, -1), minute(150), minute(215), minute(-5)),
      minUnlocked: fc.constantFrom('PT1M', 'PT5M', 'PT10M', 'PT1H'),
      loginTypes: fc.constantFrom(null, null, ['RDP', 'INTERACTIVE']),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => askOf(api(), given),
    oracle,
  });
});

/** A desktop from minute 10 on; the hunt is at minute 100. */
describe('a desktop', () => {
  const desktop = { hostname: 'A', user: 'CORP\\ana', loginId: '0x1' } as const;
  const login = (minutes: number, us = 0): Sent => ({
    action: 'LOGIN',
    input: { ...desktop, time: minute(minutes, us), loginType: 'INTERACTIVE', loginSuccessful: true },
  });
  const logout = (minutes: number, us = 0): Sent => ({
    action: 'LOGOUT',
    input: { ...desktop, time: minute(minutes, us), loginType: 'INTERACTIVE' },
  });
  const event = (action: 'LOCK' | 'UNLOCK', minutes: number, us = 0): Sent => ({
    action,
    input: { ...desktop, time: minute(minutes, us) },
  });
  const reconnect = (minutes: number): Sent => ({
    action: 'RECONNECT',
    input: { ...desktop, time: minute(minutes), loginType: 'RDP' },
  });
  /** Both in minute 30, ordered by their record numbers. */
  const inTurn = (...actions: readonly ('LOCK' | 'UNLOCK')[]): readonly Sent[] =>
    actions.map((action, index) => ({
      action,
      input: { ...desktop, time: minute(30), sourceId: `w/${index + 1}` },
    }));
  const start = login(10);

  test.each([
    ['that was never locked', [start], minute(10)],
    ['that was unlocked', [start, event('LOCK', 20), event('UNLOCK', 30)], minute(30)],
    // A LOCK between the two is missing, so the state is unknown until the second.
    ['unlocked twice', [start, event('LOCK', 20), event('UNLOCK', 30), event('UNLOCK', 40)], minute(40)],
    ['that is locked', [start, event('LOCK', 20)], null],
    [
      'locked twice, unlocked once',
      [start, event('LOCK', 20), event('LOCK', 25), event('UNLOCK', 30)],
      minute(30),
    ],
    ['locked at that time', [start, event('LOCK', 100)], null],
    ['locked a microsecond later', [start, event('LOCK', 100, 1)], minute(10)],
    ['locked, and unlocked a microsecond later', [start, event('LOCK', 20), event('UNLOCK', 100, 1)], null],
    [
      'locked and unlocked often since',
      [start, event('LOCK', 110), event('UNLOCK', 120), event('LOCK', 130)],
      minute(10),
    ],
    // A disconnect is missing.
    [
      'that its user reconnected to',
      [start, event('LOCK', 20), event('UNLOCK', 30), reconnect(50)],
      minute(50),
    ],
    ['locked when its user reconnected', [start, event('LOCK', 20), reconnect(50)], minute(50)],
    ['that ended at that time', [start, logout(100)], null],
    ['that ended a microsecond later', [start, logout(100, 1)], minute(10)],
    ['whose first known event is an unlock', [event('UNLOCK', 30)], null],
    ['unlocked just long enough', [login(90)], minute(90)],
    ['unlocked a microsecond less', [login(90, 1)], null],
    ['unlocked again just long enough', [start, event('LOCK', 20), event('UNLOCK', 90)], minute(90)],
    [
      'unlocked, then locked at the same time',
      [start, event('LOCK', 20), ...inTurn('UNLOCK', 'LOCK'), event('UNLOCK', 120)],
      null,
    ],
    [
      'locked, then unlocked at the same time',
      [start, ...inTurn('LOCK', 'UNLOCK'), event('LOCK', 120)],
      minute(10),
    ],
    ['that is old, but was unlocked too late', [start, event('LOCK', 20), event('UNLOCK', 90, 1)], null],
  ] as const)('%s', async (_, sent, since) => {
    await replace(database(), sent);
    const given = { minUnlocked: 'PT10M', loginTypes: ['INTERACTIVE', 'RDP'], excludeNoise: true };
    const { matches } = await asked(api(), { ...given, at: minute(100) });
    expect(matches.map(({ unlockedSince }) => unlockedSince)).toEqual(since === null ? [] : [since]);
  });

  test('whose host has restarted since matches up to the last proof before the restart', async () => {
    await replace(database(), [start]);
    const events = [
      { hostSeen: { hostname: 'A', time: minute(99) } },
      { hostStart: { hostname: 'A', time: minute(100) } },
    ];
    await ask(api(), INGEST_CONTEXT, { events });
    const given = { minUnlocked: 'PT10M', loginTypes: ['INTERACTIVE'], excludeNoise: true };
    expect((await asked(api(), { ...given, at: minute(99) })).matches).toHaveLength(1);
    expect((await asked(api(), { ...given, at: minute(99, 1) })).matches).toHaveLength(0);
    expect((await asked(api(), { ...given, at: minute(100) })).matches).toHaveLength(0);
  });

  test('of unknown type matches when all types are allowed', async () => {
    await replace(database(), [event('UNLOCK', 30)]);
    const { matches } = await asked(api(), {
      at: minute(100),
      minUnlocked: 'PT1M',
      loginTypes: null,
      excludeNoise: true,
    });
    expect(matches).toMatchObject([{ unlockedSince: minute(30), unlockedSeconds: 4200, hostLocks: false }]);
  });
});

describeReal('unlockedAt on a real log', () => {
  const real = useRealLog(...LAB);

  test('at the time of each event finds the same as replaying the log', async () => {
    const { events } = real();
    const changes = events.filter(({ action }) => action === 'LOCK' || action === 'UNLOCK');
    expect(changes.length).toBeGreaterThan(0);
    const moments = new Set([...changes, ...events.slice(-1)].map(({ time }) => time));
    let matches = 0;
    for (const at of [...moments].slice(-30)) {
      const given = { at, minUnlocked: 'PT1M', loginTypes: null, excludeNoise: false };
      const expected = oracle(events, given);
      expect(await askOf(real().api, given)).toEqual(expected);
      matches += expected.length;
    }
    expect(matches).toBeGreaterThan(0);
  });
});
