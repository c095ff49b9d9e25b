import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute, replace } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent } from '../../support/hunts/huntEvents.ts';
import {
  accountOf,
  bad,
  different,
  domainOf,
  isLater,
  isShown,
  lengthOf,
  lies,
  micros,
  nameOf,
  ok,
} from '../../support/hunts/huntOracle.ts';
import type { Range } from '../../support/hunts/huntOracle.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'bruteForceThenSuccess',
  variables: {
    range: 'TimeRange!',
    key: 'BruteForceKey!',
    minFailures: 'Int!',
    window: 'Duration!',
    excludeNoise: 'Boolean!',
  },
  select: `srcIp host { hostname } account { user } failureCount distinctUsersTried firstFailureAt succeededAt success { id }`,
});

type Parameters = {
  readonly range: Range;
  readonly key: string;
  readonly minFailures: number;
  readonly window: string;
  readonly excludeNoise: boolean;
};

/**
 * Whether a failure counts for the user of a success. The client chose the domain of the failure: the names are compared, but for a user
 * alone the domains too, unless the domain of the failure never had a success.
 */
const isSameUser = (
  failure: HuntEvent,
  success: HuntEvent,
  { key, domains }: { readonly key: string; readonly domains: ReadonlySet<string | null> },
): boolean => {
  if (!key.includes('USER')) return true;
  if (nameOf(failure) !== nameOf(success)) return false;
  return key !== 'USER' || accountOf(failure) === accountOf(success) || !domains.has(domainOf(failure));
};

/** The parts of the key; null when the event lacks one of them. */
const partsOf = (event: HuntEvent, key: string) => {
  const srcIp = key.startsWith('SRC_IP') ? event.srcIp : undefined;
  const hostname = key.endsWith('_HOST') ? event.hostname : undefined;
  const user = key.includes('USER') ? accountOf(event) : undefined;
  return srcIp === null || user === null ? null : { srcIp, hostname, user };
};

/**
 * Successful logins with enough failures of the same source, host and user before them, later than t - window and since the previous success
 * of the same key.
 */
const oracle = (events: readonly HuntEvent[], given: Parameters): object[] => {
  const keyOf = (event: HuntEvent): string | null => {
    const parts = partsOf(event, given.key);
    return parts === null ? null : JSON.stringify(parts);
  };
  const domains = new Set(events.filter((event) => ok(event) && event.user !== null).map(domainOf));
  const placeOf = (event: HuntEvent): string => JSON.stringify({ ...partsOf(event, given.key), user: null });
  const logins = events.filter(
    (event) => (ok(event) || bad(event)) && isShown(event, given.excludeNoise) && keyOf(event) !== null,
  );
  return logins
    .filter((event) => ok(event) && lies(event, given.range))
    .flatMap((success) => {
      const before = logins.filter((event) => isLater(success, event));
      const previous = before.findLast((event) => ok(event) && keyOf(event) === keyOf(success));
      const failures = before
        .filter(bad)
        .filter((failure) => placeOf(failure) === placeOf(success))
        .filter((failure) => isSameUser(failure, success, { key: given.key, domains }))
        .filter((failure) => micros(failure.time) > micros(success.time) - lengthOf(given.window))
        .filter((failure) => previous === undefined || isLater(failure, previous));
      if (failures.length < given.minFailures) return [];
      const { srcIp = null, hostname, user } = partsOf(success, given.key)!;
      return {
        srcIp,
        host: hostname === undefined ? null : { hostname },
        account: user === undefined ? null : { user },
        failureCount: failures.length,
        distinctUsersTried: different(failures.map(nameOf).filter((name) => name !== null)).length,
        firstFailureAt: failures[0]!.time,
        succeededAt: success.time,
        success: success.uuid,
        evidence: [...failures, success].map(({ uuid }) => uuid),
      };
    });
};

const answerOf = async (server: Api, given: Parameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ success, ...match }) => ({
    ...match,
    success: uuidOf(success),
  }));

test('bruteForceThenSuccess finds the same as the oracle', async () => {
  await checkAgainstOracle(database(), {
    log: logs({
      kinds: ['BAD', 'BAD', 'BAD', 'OK', 'OK', 'LOGOUT'],
      hosts: ['A', 'B'],
      users: [
        'CORP\\ana',
        'corp.example\\ANA',
        'CORP\\ben',
        'KALI\\ana',
        'LAB\\ana',
        'ana',
        null,
        'NT AUTHORITY\\SYSTEM',
        'CORP\\A$',
      ],
      sources: ['10.0.0.1', '10.0.0.1', '10.0.0.2', 'fe80::1', null],
      loginTypes: ['REMOTE', 'RDP', null],
    }),
    parameters: fc.record({
      range: fc.constantFrom(
        { from: minute(0, -1), until: minute(215) },
        { from: minute(60), until: minute(125) },
        // Shorter than the longest window.
        { from: minute(60), until: minute(80) },
        { from: minute(60, 1), until: minute(120, 1) },
      ),
      key: fc.constantFrom('SRC_IP', 'SRC_IP_HOST', 'SRC_IP_USER', 'USER_HOST', 'USER'),
      minFailures: fc.constantFrom(1, 1, 2, 3),
      window: fc.constantFrom('PT5M', 'PT20M', 'PT1H'),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => answerOf(api(), given),
    oracle,
  });
});

test('failures with the domain of the client count for the account that then logs in', async () => {
  const from = minute(0);
  const login = (minutes: number, user: string, loginSuccessful: boolean) =>
    ({
      action: 'LOGIN',
      input: {
        time: minute(minutes),
        hostname: 'A',
        srcIp: '10.0.0.1',
        loginType: 'REMOTE',
        user,
        loginSuccessful,
      },
    }) as const;
  await replace(database(), [
    login(0, 'LAB\\ana', true),
    login(1, 'KALI\\ana', false),
    login(2, 'ana@kali.example', false),
    login(3, 'LAB\\ana', false),
    login(4, 'CORP\\ana', true),
  ]);
  const found = async (key: string): Promise<unknown> => {
    const given = {
      range: { from, until: minute(9) },
      key,
      minFailures: 2,
      window: 'PT5M',
      excludeNoise: true,
    };
    const { matches } = await asked(api(), given);
    return matches.map(({ failureCount, distinctUsersTried }: any) => ({ failureCount, distinctUsersTried }));
  };
  // LAB had a success, so a failure of LAB\ana alone is not one of CORP\ana.
  expect(await found('USER')).toEqual([{ failureCount: 2, distinctUsersTried: 1 }]);
  for (const key of ['SRC_IP', 'SRC_IP_USER', 'USER_HOST']) {
    expect(await found(key)).toEqual([{ failureCount: 3, distinctUsersTried: 1 }]);
  }
});

describeReal('bruteForceThenSuccess on real logs', () => {
  const real = useRealLog(...LAB, 'linux/syslog_ssh.log');

  test.each(['SRC_IP', 'SRC_IP_HOST', 'SRC_IP_USER', 'USER_HOST', 'USER'])(
    'by %s finds the same as the oracle',
    async (key) => {
      const range = { from: '2010-01-01T00:00:00.000000Z', until: '2027-01-01T00:00:00.000000Z' };
      const given = { range, key, minFailures: 1, window: 'P30D', excludeNoise: false };
      expect(await answerOf(real().api, given)).toEqual(oracle(real().events, given));
    },
  );
});
