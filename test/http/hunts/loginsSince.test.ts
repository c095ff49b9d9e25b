import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST, INGEST_CONTEXT, useApi } from '../../support/api.ts';
import { ask } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { aLogin, aReconnect } from '../../support/events.ts';
import { expectRefusedQuery } from '../../support/expectRefusedQuery.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent } from '../../support/hunts/huntEvents.ts';
import { accountOf, different, isShown, ok } from '../../support/hunts/huntOracle.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';
import { sessionsOfLog } from '../../support/hunts/sessionsOfLog.ts';
import type { SessionOfLog } from '../../support/hunts/sessionsOfLog.ts';
import { unknownAfter } from '../../support/sessions/periods.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'car',
  field: 'loginsSince',
  variables: {
    hostname: 'String!',
    bootTime: 'DateTime',
    at: 'DateTime!',
    includeUnknown: 'Boolean!',
    excludeNoise: 'Boolean!',
  },
  select: 'account { user } firstAt lastAt loginCount loginTypes stillLoggedOn',
});

type Parameters = {
  readonly hostname: string;
  readonly bootTime: string;
  readonly at: string;
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

/** Users with a successful login on the host strictly between the two times, ordered by their first login. */
const oracle = (
  events: readonly HuntEvent[],
  { hostname, bootTime, at, includeUnknown, excludeNoise }: Parameters,
): object[] => {
  const logins = events.filter(
    (event) =>
      ok(event) &&
      event.hostname === hostname.toUpperCase() &&
      event.time > bootTime &&
      event.time < at &&
      isShown(event, excludeNoise),
  );
  const sessions = sessionsOfLog(events, { loginTypes: null, excludeNoise: false }).filter(
    (session) => session.hostname === hostname.toUpperCase(),
  );
  // Rule 11: UNKNOWN begins later than the last proof, so a session is still present at that instant.
  const isPresent = ({ host, folded, startedAt, endedAt }: SessionOfLog): boolean =>
    startedAt <= at &&
    (endedAt === null || at < endedAt) &&
    (includeUnknown || at <= (unknownAfter(host, folded) ?? '9999'));
  return different(logins.map(accountOf)).map((user) => {
    const own = logins.filter((login) => accountOf(login) === user);
    return {
      account: user === null ? null : { user },
      firstAt: own[0]!.time,
      lastAt: own.at(-1)!.time,
      loginCount: own.length,
      loginTypes: different(own.map(({ loginType }) => loginType).filter((type) => type !== null)).toSorted(),
      stillLoggedOn: sessions.some((session) => accountOf(session) === user && isPresent(session)),
      evidence: own.map(({ uuid }) => uuid),
    };
  });
};

test('loginsSince lists the users who logged in since the start, and whether they are still logged on', async () => {
  await checkAgainstOracle(database(), {
    log: logs({ kinds: ['OK', 'OK', 'OK', 'TWIN', 'BAD', 'LOGOUT', 'LOGOUT'] }),
    parameters: fc.record({
      hostname: fc.constantFrom('A', 'a', 'B'),
      bootTime: fc.constantFrom(minute(0, -1), minute(60), minute(60, 1)),
      at: fc.constantFrom(minute(61), minute(120), minute(125), minute(215), minute(24 * 60 + 120)),
      includeUnknown: fc.boolean(),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => (await asked(api(), given)).matches,
    oracle,
    covers: (found) => different(found.map(({ stillLoggedOn }) => stillLoggedOn)).length === 2,
  });
});

describe('the start', () => {
  const starts = [minute(1000), minute(2000), minute(3000)].map((time) => ({
    hostStart: { hostname: 'boots', time },
  }));
  beforeAll(async () =>
    ask(api(), INGEST_CONTEXT, {
      events: [...starts, { hostStop: { hostname: 'boots', time: minute(3500) } }],
    }),
  );

  const askStart = async (hostname: string, at: string) =>
    api().query(
      `{ car { loginsSince(hostname: "${hostname}", at: "${at}") { totalCount { value } parameters { hostname bootTime at includeUnknown excludeNoise } } } }`,
    );

  test.each([
    [minute(2000, 1), minute(2000)],
    [minute(2000), minute(1000)],
    [minute(9000), minute(3000)],
  ])('is the last one before %s', async (at, bootTime) => {
    const { data } = await askStart('boots.corp.example', at);
    expect(data.car.loginsSince).toEqual({
      totalCount: { value: 0 },
      parameters: { hostname: 'BOOTS', bootTime, at, includeUnknown: false, excludeNoise: true },
    });
  });

  test.each([
    ['boots', minute(1000)],
    ['unknown', minute(9000)],
  ])('of %s, which has no earlier known start, is required', async (hostname, at) => {
    const answer = await askStart(hostname, at);
    expectRefusedQuery(answer, 'BAD_PARAMETER');
    expect(answer.errors?.[0]?.extensions.field).toBe('bootTime');
  });
});

describe('a session without a record of its end', () => {
  beforeAll(async () =>
    ask(api(), INGEST, {
      events: [
        aLogin({ hostname: 'proof', user: 'CORP\\kay', time: minute(60) }),
        aReconnect({ hostname: 'proof', user: 'CORP\\kay', time: minute(240) }),
        // Supersedes the session of kay, whose last proof is the reconnect.
        aLogin({ hostname: 'proof', user: 'CORP\\lou', time: minute(1500) }),
      ],
    }),
  );

  const isLoggedOn = async (user: string, at: string, includeUnknown = false): Promise<boolean> => {
    const { car } = await ask(
      api(),
      `query ($at: DateTime!, $bootTime: DateTime!, $includeUnknown: Boolean!) { car { loginsSince(hostname: "proof", at: $at, bootTime: $bootTime,
        includeUnknown: $includeUnknown) { nodes { account { user } stillLoggedOn } } } }`,
      { at, bootTime: minute(0), includeUnknown },
    );
    return car.loginsSince.nodes.find(({ account }: any) => account.user === user).stillLoggedOn;
  };

  test('is open up to and at the instant of its last proof', async () => {
    expect(await isLoggedOn('CORP\\kay', minute(240))).toBe(true);
    expect(await isLoggedOn('CORP\\kay', minute(240, 1))).toBe(false);
    expect(await isLoggedOn('CORP\\kay', minute(240, 1), true)).toBe(true);
  });

  test('is open up to and at SILENCE after its last proof when it is still open', async () => {
    expect(await isLoggedOn('CORP\\lou', minute(1500 + 24 * 60))).toBe(true);
    expect(await isLoggedOn('CORP\\lou', minute(1500 + 24 * 60, 1))).toBe(false);
    expect(await isLoggedOn('CORP\\lou', minute(1500 + 24 * 60, 1), true)).toBe(true);
  });
});

describeReal('loginsSince on a real log', () => {
  const real = useRealLog(...LAB);

  test.each([true, false])(
    'without noise and unknown time: %s, lists the same users as the oracle',
    async (excludeNoise) => {
      let users = 0;
      for (const hostname of different(real().events.map((event) => event.hostname))) {
        const times = real().events.map(({ time }) => time);
        const middle = times[Math.floor(times.length / 2)]!;
        const given = {
          hostname,
          bootTime: '2020-01-01T00:00:00.000000Z',
          at: middle,
          includeUnknown: !excludeNoise,
          excludeNoise,
        };
        const expected = oracle(real().events, given);
        expect((await asked(real().api, given)).matches).toEqual(expected);
        users += expected.length;
      }
      expect(users).toBeGreaterThan(0);
    },
  );
});
