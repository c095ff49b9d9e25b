import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent } from '../../support/hunts/huntEvents.ts';
import { accountOf, different, isShown, lies, ok } from '../../support/hunts/huntOracle.ts';
import type { Range } from '../../support/hunts/huntOracle.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'car',
  field: 'loginActivity',
  variables: { range: 'TimeRange!', excludeTopUsers: 'Int!', excludeNoise: 'Boolean!' },
  select: 'login { id }',
  also: 'excludedUsers { account { user } loginCount } excludedUserTotalCount { value }',
});

type Parameters = { readonly range: Range; readonly excludeTopUsers: number; readonly excludeNoise: boolean };

/** The users with at least as many logins as the n-th most frequent user of the range. */
const topUsers = (logins: readonly HuntEvent[], count: number): { user: string; loginCount: number }[] => {
  const users = different(logins.map(accountOf)).filter((user) => user !== null);
  const all = users.map((user) => ({
    user,
    loginCount: logins.filter((login) => accountOf(login) === user).length,
  }));
  const counts = all.map(({ loginCount }) => loginCount).toSorted((a, b) => b - a);
  const least = count === 0 ? Infinity : (counts[count - 1] ?? 0);
  return all.filter(({ loginCount }) => loginCount >= least);
};

const oracle = (events: readonly HuntEvent[], given: Parameters) => {
  const logins = events.filter(
    (event) => ok(event) && lies(event, given.range) && isShown(event, given.excludeNoise),
  );
  const excluded = topUsers(logins, given.excludeTopUsers);
  const shown = logins.filter((login) => !excluded.some(({ user }) => user === accountOf(login)));
  return { shown: shown.map(({ uuid }) => uuid), excluded: inOrder(excluded) };
};

const inOrder = (users: readonly { user: string; loginCount: number }[]) =>
  users.toSorted((a, b) => b.loginCount - a.loginCount || (a.user < b.user ? -1 : 1));

const answerOf = async (server: Api, given: Parameters) => {
  const { matches, rest } = await asked(server, given);
  const shown = matches.map(({ login, evidence }) => {
    expect(evidence).toEqual([uuidOf(login)]);
    return uuidOf(login);
  });
  const excluded = rest.excludedUsers.map(({ account, loginCount }: any) => ({
    user: account.user,
    loginCount,
  }));
  expect(excluded.map(({ loginCount }: any) => loginCount)).toEqual(
    excluded.map(({ loginCount }: any) => loginCount).toSorted((a: number, b: number) => b - a),
  );
  expect(rest.excludedUserTotalCount.value).toBe(excluded.length);
  return { shown, excluded: inOrder(excluded) };
};

test('loginActivity returns the logins of users outside the most frequent, ties excluded', async () => {
  await checkAgainstOracle(database(), {
    log: logs({ kinds: ['OK', 'OK', 'OK', 'TWIN', 'BAD', 'LOGOUT'] }),
    parameters: fc.record({
      range: fc.constantFrom(
        { from: minute(0, -1), until: minute(215) },
        { from: minute(60), until: minute(125) },
        { from: minute(60, 1), until: minute(120, 1) },
      ),
      excludeTopUsers: fc.constantFrom(0, 1, 2, 3, 30),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => [await answerOf(api(), given)],
    oracle: (events, given) => [oracle(events, given)],
    covers: (found) => found.some(({ shown, excluded }) => shown.length > 3 && excluded.length > 1),
  });
});

describeReal('loginActivity on a real log', () => {
  const real = useRealLog(...LAB);

  test.each([
    [true, 0],
    [true, 2],
    [false, 5],
    [false, 1000],
  ])('without noise: %s, returns the logins outside the top %d', async (excludeNoise, excludeTopUsers) => {
    const range = { from: '2020-01-01T00:00:00.000000Z', until: '2021-01-01T00:00:00.000000Z' };
    const given = { range, excludeTopUsers, excludeNoise };
    const expected = oracle(real().events, given);
    expect(expected.shown.length + expected.excluded.length).toBeGreaterThan(0);
    expect(await answerOf(real().api, given)).toEqual(expected);
  });
});
