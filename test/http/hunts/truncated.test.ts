import { beforeAll, expect, test } from '@jest/globals';

import type { HuntName } from '../../../src/domain/hunts/registry.ts';

import { useApi } from '../../support/api.ts';
import { ask } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { build, minute } from '../../support/hunts/huntEvents.ts';
import { rootOf } from '../../support/hunts/rootOf.ts';
import { storeEvents } from '../../support/storeEvents.ts';

const database = useDatabase();
const api = useApi(database);

/** One more than a hunt lists that finds all its matches at once. */
const COUNT = 10_001;
const userOf = (n: number): string => `CORP\\u${n}`;
const timeOf = (n: number): string => minute(0, n);

/** Remote desktop logins from a public address, each of another user, a microsecond apart. */
beforeAll(async () => {
  const sent = Array.from({ length: COUNT }, (_, n) => ({
    action: 'LOGIN' as const,
    input: {
      time: timeOf(n),
      hostname: 'A',
      user: userOf(n),
      loginType: 'RDP' as const,
      srcIp: '203.0.113.5',
      loginSuccessful: true,
    },
  }));
  await storeEvents(database(), build(sent));
});

const NEVER_OPEN = 'timeZone: "UTC", openHours: [{ days: [SUNDAY], from: "00:00", until: "00:01" }]';

type Hunt = { readonly name: HuntName; readonly given?: string; readonly match: string };

/** The last match among the first `count` logins. */
const findLast = async ({ name, given = '', match }: Hunt, count: number): Promise<unknown> => {
  const root = rootOf(name);
  const query = `query ($range: TimeRange!) { ${root} { ${name}(range: $range, last: 1, ${given}) {
    truncated totalCount(mode: EXACT) { value } nodes { ${match} { user } } } } }`;
  const range = { from: timeOf(0), until: timeOf(count) };
  const { truncated, totalCount, nodes } = (await ask(api(), query, { range }))[root][name];
  return { truncated, total: totalCount.value, user: nodes[0][match].user };
};

test.each<Hunt>([
  { name: 'loginActivity', given: 'excludeTopUsers: 0', match: 'login' },
  { name: 'remoteDesktopLogins', match: 'login' },
  { name: 'unusualRdpSource', match: 'login' },
  { name: 'offHours', given: NEVER_OPEN, match: 'event' },
])('$name lists every match, so truncated is false', async (hunt) => {
  expect(await findLast(hunt, COUNT)).toEqual({ truncated: false, total: COUNT, user: userOf(COUNT - 1) });
});

test('hunts that list the first 10,000 matches are truncated when there are more, and count them all', async () => {
  const hunt = { name: 'firstSeen', match: 'account' } as const;
  const user = userOf(9_999);
  expect(await findLast(hunt, COUNT)).toEqual({ truncated: true, total: COUNT, user });
  expect(await findLast(hunt, COUNT - 1)).toEqual({ truncated: false, total: COUNT - 1, user });
});
