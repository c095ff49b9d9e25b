import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST_CONTEXT, useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { ask, uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute, replace } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent, Sent } from '../../support/hunts/huntEvents.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';
import { lastingOracle } from '../../support/hunts/sessionHuntOracle.ts';
import type { LastingParameters } from '../../support/hunts/sessionHuntOracle.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'longSessions',
  variables: {
    range: 'TimeRange!',
    minDuration: 'Duration!',
    loginTypes: '[LoginType!]',
    includeUnknown: 'Boolean!',
    excludeNoise: 'Boolean!',
  },
  select: 'session { id startReason endReason startedAt endedAt } durationSeconds',
});

const askOf = async (server: Api, given: LastingParameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ session: { id, ...session }, ...match }) => ({
    ...match,
    session: { uuid: uuidOf({ id }), ...session },
  }));

const oracle = (events: readonly HuntEvent[], given: LastingParameters): object[] =>
  lastingOracle(events, given).map(({ session, us, evidence }) => ({
    session: {
      uuid: session.startUuid,
      startReason: session.startReason,
      endReason: session.endReason,
      startedAt: session.startedAt,
      endedAt: session.endedAt,
    },
    durationSeconds: Number(us) / 1_000_000,
    evidence,
  }));

test('longSessions finds the same as measuring every session', async () => {
  await checkAgainstOracle(database(), {
    log: logs({ kinds: ['OK', 'OK', 'OK', 'LOGOUT', 'LOGOUT', 'LOCK', 'RECONNECT', 'TWIN', 'BAD'] }),
    parameters: fc.record({
      range: fc.constantFrom(
        { from: minute(0, -1), until: minute(215) },
        { from: minute(60), until: minute(125) },
        { from: minute(60, 1), until: minute(120, 1) },
        { from: minute(120, -1), until: minute(120) },
      ),
      minDuration: fc.constantFrom('PT1M', 'PT5M', 'PT10M', 'PT30M', 'PT1H', 'PT2H'),
      loginTypes: fc.constantFrom(null, null, ['RDP', 'INTERACTIVE'], ['REMOTE']),
      includeUnknown: fc.boolean(),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => askOf(api(), given),
    oracle,
  });
});

/** The range is one hour, from minute 60 to minute 120, unless another one is given. */
describe('at the edges', () => {
  const common = { hostname: 'A', user: 'CORP\\ana', loginId: '0x1' } as const;
  const login = (time: string, loginId = '0x1'): Sent => ({
    action: 'LOGIN',
    input: { ...common, loginId, time, loginType: 'RDP', loginSuccessful: true },
  });
  const logout = (time: string): Sent => ({ action: 'LOGOUT', input: { ...common, time, loginType: 'RDP' } });
  const find = async (minDuration: string, includeUnknown = true): Promise<readonly any[]> =>
    (
      await asked(api(), {
        range: { from: minute(60), until: minute(120) },
        minDuration,
        loginTypes: ['RDP'],
        includeUnknown,
        excludeNoise: true,
      })
    ).matches;

  test.each([
    ['a session of exactly the minimum duration', [login(minute(70)), logout(minute(80))], 600],
    ['one a microsecond shorter', [login(minute(70)), logout(minute(80, -1))], null],
    ['one that began long before and ends as the range begins', [login(minute(0)), logout(minute(60))], null],
    ['one that ends a microsecond later', [login(minute(0)), logout(minute(60, 1))], 3600.000001],
    ['one still open that began just early enough', [login(minute(110))], 600],
    ['one still open that began a microsecond too late', [login(minute(110, 1))], null],
    ['one that ends after the range', [login(minute(105)), logout(minute(200))], 900],
    ['one that is long only after the range', [login(minute(115)), logout(minute(200))], null],
    ['one that begins after the range', [login(minute(120)), logout(minute(200))], null],
  ] as const)('%s', async (_, sent, seconds) => {
    await replace(database(), sent);
    const found = await find('PT10M');
    expect(found.map(({ durationSeconds }) => durationSeconds)).toEqual(seconds === null ? [] : [seconds]);
  });

  test('a login with the same id or a restart ends a session, with that reason', async () => {
    await replace(database(), [login(minute(0)), login(minute(70)), login(minute(65), '0x2')]);
    await ask(api(), INGEST_CONTEXT, { events: [{ hostStart: { hostname: 'A', time: minute(90) } }] });
    // Up to the start, the login at minute 70 is the last proof of the session of 0x2; the others have none after their own logins.
    const proven = await find('PT5M', false);
    expect(proven.map(({ durationSeconds }) => durationSeconds)).toEqual([300]);
    const found = (await find('PT10M')).map(({ session, durationSeconds, evidence }) => [
      session.startReason,
      session.endReason,
      durationSeconds,
      evidence.length,
    ]);
    expect(found).toEqual([
      ['LOGIN', 'SUPERSEDED', 4200, 1],
      ['LOGIN', 'HOST_RESTART', 1500, 1],
      ['LOGIN', 'HOST_RESTART', 1200, 1],
    ]);
  });
});

describeReal('longSessions on a real log', () => {
  const real = useRealLog(...LAB);

  test.each([
    ['PT1M', null],
    ['PT1H', null],
    ['PT5M', ['INTERACTIVE', 'RDP']],
  ])('of %s and types %j finds the same as measuring every session', async (minDuration, loginTypes) => {
    const range = { from: '2020-01-01T00:00:00.000000Z', until: '2021-01-01T00:00:00.000000Z' };
    const given = { range, minDuration, loginTypes, includeUnknown: false, excludeNoise: false };
    const expected = oracle(real().events, given);
    expect(expected.length).toBeGreaterThan(0);
    expect(await askOf(real().api, given)).toEqual(expected);
  });
});
