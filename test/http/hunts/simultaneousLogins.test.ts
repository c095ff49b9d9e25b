import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { ask, uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent } from '../../support/hunts/huntEvents.ts';
import { accountOf, different, inOrder, isShown, ok, burstsOf } from '../../support/hunts/huntOracle.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';
import { endOf, isOpenAt, sessionsOfLog } from '../../support/hunts/sessionsOfLog.ts';

const database = useDatabase();
const api = useApi(database);

const QUERY = `query ($range: TimeRange!, $window: Duration!, $minUsers: Int!, $loginTypes: [LoginType!],
  $mode: SimultaneityMode!, $includeUnknown: Boolean!, $excludeNoise: Boolean!) { car { simultaneousLogins(range: $range, window: $window,
    minUsers: $minUsers, loginTypes: $loginTypes, mode: $mode, includeUnknown: $includeUnknown, excludeNoise: $excludeNoise, first: 1000) {
  totalCount { value } truncated nodes { host { hostname } firstAt lastAt users { user } userCount eventCount peak
    evidence(first: 1000) { totalCount(mode: EXACT) { value } nodes { id } } } } } }`;

type Parameters = {
  readonly range: { readonly from: string; readonly until: string };
  readonly window: string;
  readonly minUsers: number;
  readonly loginTypes: readonly string[] | null;
  readonly mode: string;
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

const parameters = (mode: string): fc.Arbitrary<Parameters> =>
  fc.record({
    range: fc.constantFrom(
      { from: minute(0, -1), until: minute(215) },
      { from: minute(60), until: minute(125) },
      // Shorter than the longest window.
      { from: minute(60), until: minute(80) },
      { from: minute(60, 1), until: minute(120, 1) },
    ),
    window: fc.constantFrom('PT5M', 'PT30M', 'PT1H'),
    minUsers: fc.constantFrom(2, 2, 3),
    loginTypes: fc.constantFrom(null, null, ['RDP', 'REMOTE', 'INTERACTIVE'], ['RDP']),
    mode: fc.constant(mode),
    includeUnknown: fc.boolean(),
    excludeNoise: fc.boolean(),
  });

const askOf = async (server: Api, given: Parameters): Promise<object[]> => {
  const {
    totalCount: { value: total },
    truncated,
    nodes,
  } = (await ask(server, QUERY, given)).car.simultaneousLogins;
  expect({ total, truncated }).toEqual({ total: nodes.length, truncated: false });
  return nodes.map(({ host, users, evidence, ...match }: any) => {
    expect(evidence.totalCount.value).toBe(evidence.nodes.length);
    return {
      hostname: host.hostname,
      users: users.map(({ user }: any) => user).toSorted(),
      evidence: evidence.nodes.map(uuidOf),
      ...match,
    };
  });
};

/** For each successful login at t, the different users on the host in (t - window, t]; overlapping ranges are merged. */
const withinWindow = (events: readonly HuntEvent[], given: Parameters): object[] => {
  const logins = events
    .filter((event) => ok(event) && accountOf(event) !== null && isShown(event, given.excludeNoise))
    .filter(({ loginType }) => given.loginTypes === null || given.loginTypes.includes(loginType ?? ''));
  const { window, range, minUsers: least } = given;
  return burstsOf(logins, {
    keyOf: ({ hostname }) => hostname,
    valueOf: accountOf,
    least,
    window,
    range,
  }).map(({ group, peak }) => ({
    hostname: group[0]!.hostname,
    firstAt: group[0]!.time,
    lastAt: group.at(-1)!.time,
    users: different(group.map(accountOf)).toSorted(),
    userCount: different(group.map(accountOf)).length,
    eventCount: group.length,
    peak,
    evidence: group.map(({ uuid }) => uuid),
  }));
};

/** At each time of a change, the users whose sessions are open. */
const atOnce = (events: readonly HuntEvent[], given: Parameters): object[] => {
  const { from, until } = given.range;
  const sessions = sessionsOfLog(events, given).filter(({ user }) => user !== null);
  return different(sessions.map(({ hostname }) => hostname))
    .flatMap((hostname) => {
      const own = sessions.filter((session) => session.hostname === hostname);
      const openAt = (moment: string) => own.filter((session) => isOpenAt(session, given, moment));
      const countAt = (moment: string): number => different(openAt(moment).map(accountOf)).length;
      const moments = different([
        from,
        ...own.flatMap((session) => [session.startedAt, endOf(session, given)]),
      ])
        .filter((moment) => moment >= from && moment < until)
        .toSorted();
      const found: string[][] = [];
      moments.forEach((moment, index) => {
        if (countAt(moment) < given.minUsers) return;
        const previous = moments[index - 1];
        if (previous !== undefined && countAt(previous) >= given.minUsers) found.at(-1)!.push(moment);
        else found.push([moment]);
      });
      return found.map((overlap) => {
        const open = different(overlap.flatMap(openAt));
        const begun = open.filter(({ startedAt }) => (startedAt < from ? from : startedAt) === overlap[0]);
        return {
          place: `${overlap[0]} ${begun.map(({ startUuid }) => startUuid).toSorted()[0]}`,
          hostname,
          firstAt: overlap[0]!,
          lastAt: moments[moments.indexOf(overlap.at(-1)!) + 1] ?? until,
          users: different(open.map(accountOf)).toSorted(),
          userCount: different(open.map(accountOf)).length,
          eventCount: open.length,
          peak: Math.max(...overlap.map(countAt)),
          evidence: inOrder(
            open.map(({ startedAt, startUuid }) => ({ time: startedAt, uuid: startUuid })),
          ).map(({ uuid }) => uuid),
        };
      });
    })
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ place: _, ...match }) => match);
};

test.each([
  ['WINDOW', logs({ kinds: ['OK', 'OK', 'OK', 'OK', 'BAD', 'TWIN', 'LOGOUT'] }), withinWindow],
  ['OVERLAP', logs({ kinds: ['OK', 'OK', 'OK', 'LOGOUT', 'LOCK', 'TWIN'], maxLength: 40 }), atOnce],
])('simultaneousLogins %s finds the same as the oracle', async (mode, log, oracle) => {
  await checkAgainstOracle(database(), {
    log,
    parameters: parameters(mode),
    asked: async (given) => askOf(api(), given),
    oracle,
  });
});

describeReal('simultaneousLogins on a real log', () => {
  const real = useRealLog(...LAB);

  test.each([
    ['WINDOW', 'P5D', true, withinWindow],
    ['WINDOW', 'PT1H', false, withinWindow],
    ['OVERLAP', 'PT1H', true, atOnce],
    ['OVERLAP', 'PT1H', false, atOnce],
  ])(
    '%s of %s, without noise: %s, finds the same as the oracle',
    async (mode, window, excludeNoise, oracle) => {
      const range = { from: '2020-01-01T00:00:00.000000Z', until: '2021-01-01T00:00:00.000000Z' };
      const given = {
        range,
        window,
        minUsers: 2,
        loginTypes: null,
        mode,
        includeUnknown: false,
        excludeNoise,
      };
      const expected = oracle(real().events, given);
      expect(expected.length).toBeGreaterThan(0);
      expect(await askOf(real().api, given)).toEqual(expected);
    },
  );
});
