import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute, replace } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent, Sent } from '../../support/hunts/huntEvents.ts';
import { lengthOf, lies, micros } from '../../support/hunts/huntOracle.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';
import { endOf } from '../../support/hunts/sessionsOfLog.ts';
import type { SessionOfLog } from '../../support/hunts/sessionsOfLog.ts';
import { lastingOracle } from '../../support/hunts/sessionHuntOracle.ts';
import type { LastingParameters } from '../../support/hunts/sessionHuntOracle.ts';
import { recordedState } from '../../support/sessions/recordedState.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'neverLocked',
  variables: {
    range: 'TimeRange!',
    minDuration: 'Duration!',
    loginTypes: '[LoginType!]',
    includeUnknown: 'Boolean!',
    excludeNoise: 'Boolean!',
  },
  select: 'session { id lockCount unlockCount } durationSeconds hostLocks',
});

const askOf = async (server: Api, given: LastingParameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ session: { id, ...session }, ...match }) => ({
    ...match,
    session: { uuid: uuidOf({ id }), ...session },
  }));

/** The microseconds in state ACTIVE before the end of a session, by its facts alone. */
const activeOf = (session: SessionOfLog, given: LastingParameters): bigint => {
  const end = endOf(session, given);
  const told = session.folded.ownFacts.slice(1).map(({ time }) => time);
  const edges = [session.startedAt, ...told, end].filter((time) => time <= end).toSorted();
  return edges.slice(1).reduce((total, until, index) => {
    const from = edges[index]!;
    return recordedState(session.folded, from) === 'ACTIVE' ? total + micros(until) - micros(from) : total;
  }, 0n);
};

/** LOCK and UNLOCK of a twin change nothing. The sessions of sufficient duration without a LOCK and an UNLOCK, and whether the range has any LOCK of the host. */
const oracle = (events: readonly HuntEvent[], given: LastingParameters): object[] =>
  lastingOracle(events, given)
    .filter(({ session: { locks, unlocks } }) => locks === 0 && unlocks === 0)
    .map((found) => ({ ...found, us: activeOf(found.session, given) }))
    .filter(({ us }) => us >= lengthOf(given.minDuration))
    .map(({ session, us, evidence }) => ({
      session: { uuid: session.startUuid, lockCount: 0, unlockCount: 0 },
      durationSeconds: Number(us) / 1_000_000,
      hostLocks: events.some(
        (event) => event.action === 'LOCK' && event.hostname === session.hostname && lies(event, given.range),
      ),
      evidence,
    }));

test('neverLocked finds the same as checking all events of every session', async () => {
  await checkAgainstOracle(database(), {
    log: logs({
      kinds: ['OK', 'OK', 'OK', 'OK', 'OK', 'LOGOUT', 'LOGOUT', 'LOCK', 'UNLOCK', 'RECONNECT', 'TWIN'],
      hosts: ['A', 'B', 'SRV1', 'C', 'D'],
    }),
    parameters: fc.record({
      range: fc.constantFrom(
        { from: minute(0, -1), until: minute(215) },
        { from: minute(60), until: minute(125) },
        { from: minute(60, 1), until: minute(120, 1) },
      ),
      minDuration: fc.constantFrom('PT1M', 'PT5M', 'PT30M', 'PT1H'),
      loginTypes: fc.constantFrom(null, null, ['RDP', 'INTERACTIVE']),
      includeUnknown: fc.boolean(),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => askOf(api(), given),
    oracle,
  });
});

/** The range is one hour, from minute 60 to minute 120. */
describe('a session in that hour', () => {
  const desktop = { hostname: 'A', user: 'CORP\\ana', loginId: '0x1' } as const;
  const LOGIN: Sent = {
    action: 'LOGIN',
    input: { ...desktop, time: minute(50), loginType: 'INTERACTIVE', loginSuccessful: true },
  };
  const event = (action: 'LOCK' | 'UNLOCK', minutes: number, us = 0): Sent => ({
    action,
    input: { ...desktop, time: minute(minutes, us) },
  });
  const logout = (minutes: number): Sent => ({
    action: 'LOGOUT',
    input: { ...desktop, time: minute(minutes), loginType: 'INTERACTIVE' },
  });
  const another = (sent: Sent, change: object): Sent => ({
    action: sent.action,
    input: { ...sent.input, ...change },
  });
  const elsewhere = { hostname: 'B' };
  const unknown = { loginId: null };

  test.each([
    ['never locked, on a host without lock events', [], [false]],
    ['locked before the range', [event('LOCK', 55), event('UNLOCK', 56)], []],
    ['locked after the range', [event('LOCK', 130)], []],
    ['with an unlock, so that it was locked before', [event('UNLOCK', 70)], []],
    ['that ended before a lock with its login id', [logout(100), event('LOCK', 110)], [true]],
    ['with a lock on another host', [another(event('LOCK', 70), elsewhere)], [false]],
    ['with a lock without a session', [another(event('LOCK', 70), unknown)], [true]],
    ['with a lock at the start of the range', [another(event('LOCK', 60), unknown)], [true]],
    ['with a lock just before the range', [another(event('LOCK', 60, -1), unknown)], [false]],
    ['with a lock at the end of the range', [another(event('LOCK', 120), unknown)], [false]],
  ])('%s', async (_, more, hostLocks) => {
    await replace(database(), [LOGIN, ...more]);
    const { matches } = await asked(api(), {
      range: { from: minute(60), until: minute(120) },
      minDuration: 'PT50M',
      loginTypes: ['INTERACTIVE', 'RDP'],
      includeUnknown: false,
      excludeNoise: true,
    });
    expect(matches.map((match) => match.hostLocks)).toEqual(hostLocks);
  });
});

describeReal('neverLocked on a real log', () => {
  const real = useRealLog(...LAB);

  test.each([
    ['PT1M', null],
    ['PT5M', ['REMOTE']],
  ])('of %s and types %j finds the same as the oracle', async (minDuration, loginTypes) => {
    const range = { from: '2020-01-01T00:00:00.000000Z', until: '2021-01-01T00:00:00.000000Z' };
    const given = { range, minDuration, loginTypes, includeUnknown: false, excludeNoise: false };
    const expected = oracle(real().events, given);
    expect(expected.length).toBeGreaterThan(0);
    expect(await askOf(real().api, given)).toEqual(expected);
  });
});
