import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { ask, uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent } from '../../support/hunts/huntEvents.ts';
import { accountOf, different, isShown, ok, burstsOf } from '../../support/hunts/huntOracle.ts';
import type { Range } from '../../support/hunts/huntOracle.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';

const database = useDatabase();
const api = useApi(database);

const QUERY = `query ($range: TimeRange!, $window: Duration!, $minHosts: Int!, $excludeUsers: [String!], $remoteOnly: Boolean!,
  $excludeNoise: Boolean!) { car { multiHostLogins(range: $range, window: $window, minHosts: $minHosts, excludeUsers: $excludeUsers,
    remoteOnly: $remoteOnly, excludeNoise: $excludeNoise, first: 1000) {
  totalCount { value } truncated nodes { account { user } hostCount firstAt lastAt eventCount peak
    hosts { host { hostname } firstAt lastAt loginCount loginTypes loginIds srcIps }
    evidence(first: 1000) { totalCount(mode: EXACT) { value } nodes { id } } } } } }`;

type Parameters = {
  readonly range: Range;
  readonly window: string;
  readonly minHosts: number;
  readonly excludeUsers: readonly string[] | null;
  readonly remoteOnly: boolean;
  readonly excludeNoise: boolean;
};

const parameters: fc.Arbitrary<Parameters> = fc.record({
  range: fc.constantFrom(
    { from: minute(0, -1), until: minute(215) },
    { from: minute(60), until: minute(125) },
    // Shorter than the longest window.
    { from: minute(60), until: minute(80) },
    { from: minute(60, 1), until: minute(120, 1) },
  ),
  window: fc.constantFrom('PT10M', 'PT30M', 'PT1H'),
  minHosts: fc.constantFrom(2, 2, 3),
  excludeUsers: fc.constantFrom(null, null, ['ben'], ['corp\\Ana', 'ben']),
  remoteOnly: fc.boolean(),
  excludeNoise: fc.boolean(),
});

const askOf = async (server: Api, given: Parameters): Promise<object[]> => {
  const {
    totalCount: { value: total },
    truncated,
    nodes,
  } = (await ask(server, QUERY, given)).car.multiHostLogins;
  expect({ total, truncated }).toEqual({ total: nodes.length, truncated: false });
  return nodes.map(({ account, hosts, evidence, ...match }: any) => {
    expect(evidence.totalCount.value).toBe(evidence.nodes.length);
    return {
      user: account.user,
      hosts: hosts.map(({ host, ...of }: any) => ({ hostname: host.hostname, ...of })),
      evidence: evidence.nodes.map(uuidOf),
      ...match,
    };
  });
};

const isExcluded = (event: HuntEvent, excludeUsers: readonly string[] | null): boolean => {
  const [name = '', domain] = (accountOf(event) ?? '').split('\\').toReversed();
  return (excludeUsers ?? []).some((user) => {
    const [excluded, within] = user.split('\\').toReversed();
    return excluded?.toLowerCase() === name && (within === undefined || within.toUpperCase() === domain);
  });
};

const known = (values: readonly (string | null)[]): string[] =>
  different(values)
    .filter((value) => value !== null)
    .toSorted();

/** For each successful login at t, the different hosts of its user in (t - window, t]; overlapping ranges are merged. */
const oracle = (events: readonly HuntEvent[], given: Parameters): object[] => {
  const { range, window, minHosts: least, remoteOnly } = given;
  const logins = events
    .filter(
      (event) => ok(event) && isShown(event, given.excludeNoise) && !isExcluded(event, given.excludeUsers),
    )
    .filter(({ loginType }) => !remoteOnly || loginType === 'RDP' || loginType === 'REMOTE');
  const keys = { keyOf: accountOf, valueOf: ({ hostname }: HuntEvent) => hostname };
  return burstsOf(logins, { ...keys, least, window, range }).map(({ group, peak }) => {
    const hosts = different(group.map(({ hostname }) => hostname)).map((hostname) => {
      const own = group.filter((login) => login.hostname === hostname);
      return {
        hostname,
        firstAt: own[0]!.time,
        lastAt: own.at(-1)!.time,
        loginCount: own.length,
        loginTypes: known(own.map(({ loginType }) => loginType)),
        loginIds: known(own.map(({ loginId }) => loginId)),
        srcIps: known(own.map(({ srcIp }) => srcIp)),
      };
    });
    return {
      user: accountOf(group[0]!),
      hostCount: hosts.length,
      firstAt: group[0]!.time,
      lastAt: group.at(-1)!.time,
      hosts: hosts.toSorted((a, b) => (a.firstAt + a.hostname < b.firstAt + b.hostname ? -1 : 1)),
      eventCount: group.length,
      peak,
      evidence: group.map(({ uuid }) => uuid),
    };
  });
};

/** Postgres orders addresses by number, the oracle by text. */
const byText = (matches: readonly object[]): object[] =>
  matches.map((match: any) => ({
    ...match,
    hosts: match.hosts.map((host: any) => ({ ...host, srcIps: host.srcIps.toSorted() })),
  }));

test('multiHostLogins finds the same as checking every window', async () => {
  await checkAgainstOracle(database(), {
    log: logs({
      kinds: ['OK', 'OK', 'OK', 'OK', 'BAD', 'TWIN'],
      hosts: ['A', 'B', 'C', 'SRV1'],
      users: ['CORP\\ana', 'corp.example\\ANA', 'ana', 'CORP\\ben', 'CORP\\A$', null],
    }),
    parameters,
    asked: async (given) => byText(await askOf(api(), given)),
    oracle,
  });
});

describeReal('multiHostLogins on a real log', () => {
  const real = useRealLog(...LAB);

  test.each([true, false])('without noise: %s, finds the same as the oracle', async (excludeNoise) => {
    const range = { from: '2020-01-01T00:00:00.000000Z', until: '2021-01-01T00:00:00.000000Z' };
    const given = { range, window: 'P1D', minHosts: 2, excludeUsers: null, remoteOnly: false, excludeNoise };
    const expected = oracle(real().events, given);
    expect(expected.length).toBeGreaterThan(0);
    expect(byText(await askOf(real().api, given))).toEqual(expected);
  });
});
