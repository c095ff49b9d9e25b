import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { baselineOf, timesOn } from '../../support/hunts/baselineOracle.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent } from '../../support/hunts/huntEvents.ts';
import {
  accountOf,
  different,
  isShown,
  lengthOf,
  lies,
  micros,
  networkOf,
  ok,
} from '../../support/hunts/huntOracle.ts';
import type { Range } from '../../support/hunts/huntOracle.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'firstSeen',
  variables: {
    range: 'TimeRange!',
    tuple: '[SeenTrait!]!',
    lookback: 'Duration!',
    minCoverage: 'Float!',
    excludeNoise: 'Boolean!',
  },
  select:
    'account { user } host { hostname } srcIp srcNetwork loginType firstAt lastAt loginCount baseline { status coverage }',
});

type Parameters = {
  readonly range: Range;
  readonly tuple: readonly string[];
  readonly lookback: string;
  readonly minCoverage: number;
  readonly excludeNoise: boolean;
};

const TRAITS: Readonly<Record<string, (event: HuntEvent) => string | null>> = {
  USER: accountOf,
  HOST: ({ hostname }) => hostname,
  SRC_IP: ({ srcIp }) => srcIp,
  SRC_NETWORK: ({ srcIp }) => networkOf(srcIp),
  LOGIN_TYPE: ({ loginType }) => loginType,
};

/** Successful logins in the range whose combination has none in [from - lookback, from), by combination. */
const oracle = (
  events: readonly HuntEvent[],
  { range, tuple, lookback, minCoverage, excludeNoise }: Parameters,
): object[] => {
  const keyOf = (event: HuntEvent): string => JSON.stringify(tuple.map((trait) => TRAITS[trait]!(event)));
  const logins = events.filter((event) => ok(event) && isShown(event, excludeNoise));
  const begin = micros(range.from) - lengthOf(lookback);
  const before = logins.filter(({ time }) => time < range.from && micros(time) >= begin);
  const fresh = logins
    .filter((event) => lies(event, range))
    .filter((event) => before.every((other) => keyOf(other) !== keyOf(event)));
  return different(fresh.map(keyOf)).map((key) => {
    const own = fresh.filter((event) => keyOf(event) === key);
    const first = own[0]!;
    const valueOf = (trait: string) => (tuple.includes(trait) ? TRAITS[trait]!(first) : null);
    const user = valueOf('USER');
    const hostname = valueOf('HOST');
    return {
      account: user === null ? null : { user },
      host: hostname === null ? null : { hostname },
      srcIp: valueOf('SRC_IP'),
      srcNetwork: valueOf('SRC_NETWORK'),
      loginType: valueOf('LOGIN_TYPE'),
      firstAt: first.time,
      lastAt: own.at(-1)!.time,
      loginCount: own.length,
      baseline: baselineOf(timesOn(events, first.hostname), { range, lookback, minCoverage }),
      evidence: own.map(({ uuid }) => uuid),
    };
  });
};

test('firstSeen finds the combinations that are not in the baseline', async () => {
  await checkAgainstOracle(database(), {
    log: logs({
      kinds: ['OK', 'OK', 'OK', 'TWIN', 'BAD', 'LOCK'],
      users: ['CORP\\ana', 'corp.example\\ANA', 'ana', 'CORP\\ben', null, 'CORP\\A$'],
      sources: ['10.0.0.1', '10.0.0.2', '2001:db8::1', null],
    }),
    parameters: fc.record({
      range: fc.constantFrom(
        { from: minute(60), until: minute(215) },
        { from: minute(120, 1), until: minute(180) },
        { from: minute(90), until: minute(120, 1) },
      ),
      tuple: fc.oneof(
        fc.constantFrom(
          ['USER', 'HOST'],
          ['HOST', 'SRC_IP', 'USER'],
          ['SRC_NETWORK'],
          ['LOGIN_TYPE', 'LOGIN_TYPE', 'HOST'],
        ),
        fc.subarray(Object.keys(TRAITS), { minLength: 1 }),
      ),
      lookback: fc.constantFrom('PT30M', 'PT1H', 'P2D', 'P30D'),
      minCoverage: fc.constantFrom(0, 0.5, 1),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => (await asked(api(), given)).matches,
    oracle,
    covers: (found) => different(found.map(({ baseline }) => baseline.status)).length === 2,
  });
});

test('firstSeen returns the parts of a combination, each once and in a fixed order', async () => {
  const range = { from: minute(60), until: minute(215) };
  const { data } = await api().query(
    `query ($range: TimeRange!) { hunts {
      one: firstSeen(range: $range) { parameters { tuple lookback minCoverage excludeNoise range { from until } } }
      other: firstSeen(range: $range, tuple: [LOGIN_TYPE, HOST, HOST, USER], lookback: "P1D") { parameters { tuple lookback } } } }`,
    { range },
  );
  expect(data.hunts).toEqual({
    one: {
      parameters: { tuple: ['USER', 'HOST'], lookback: 'P30D', minCoverage: 0.5, excludeNoise: true, range },
    },
    other: { parameters: { tuple: ['USER', 'HOST', 'LOGIN_TYPE'], lookback: 'P1D' } },
  });
});

describeReal('firstSeen on a real log', () => {
  const real = useRealLog(...LAB);

  test.each([[['USER', 'HOST']], [['USER', 'SRC_IP']], [['HOST', 'SRC_NETWORK', 'LOGIN_TYPE']]])(
    'of %j finds the same as the oracle',
    async (tuple) => {
      const times = real().events.map(({ time }) => time);
      const range = { from: times[Math.floor(times.length / 3)]!, until: '2021-01-01T00:00:00.000000Z' };
      const given = { range, tuple, lookback: 'P30D', minCoverage: 0.5, excludeNoise: false };
      const expected = oracle(real().events, given);
      expect(expected.length).toBeGreaterThan(0);
      expect((await asked(real().api, given)).matches).toEqual(expected);
    },
  );
});
