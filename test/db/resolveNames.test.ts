import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { listEvents } from '../../src/domain/listEvents.ts';
import { listSessions } from '../../src/domain/listSessions.ts';
import { makeContext } from '../../src/graphql/context.ts';
import { ANYONE } from '../../src/model/access/caller.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { listenToStatements } from '../support/listenToStatements.ts';
import { countRowsRead, planOf } from '../support/planOf.ts';
import type { Sent } from '../support/planOf.ts';

const database = useDatabase();
let statements: Sent[] = [];
const OF_ROWS = /from "session(_event)?"/;

/** 40 hosts with names of A01 to A40, users of two domains, and events without a user; a session for each event, every third of which is open. */
beforeAll(async () => {
  const { writePool, partitions } = database();
  await partitions.ensure(['2026-01-15T00:00:00Z']);
  await writePool.query(
    `insert into session_event (hostname, time, id, action, login_id, "user", user_name, user_domain, login_type, login_successful)
     select 'A' || lpad((n % 40 + 1)::text, 2, '0'), timestamptz '2026-01-01' + n * interval '1 hour', gen_random_uuid(), 'LOGIN', '0x' || to_hex(n), u, u,
       case when n % 2 = 0 and u is not null then 'CORP' end, 'REMOTE', true
     from generate_series(1, 480) n, lateral (select case when n % 5 > 0 then 'u' || n % 60 end as u) x`,
  );
  await writePool.query('insert into host (hostname) select distinct hostname from session_event');
  await writePool.query(
    `insert into account (user_name, user_domain) select distinct user_name, coalesce(user_domain, '') from session_event where user_name is not null`,
  );
  await writePool.query(
    `insert into session (hostname, login_id, started_at, start_id, start_reason, "user", user_name, user_domain, src_ips, ended_at, end_reason, end_id, last_at, last_id,
       lock_count, unlock_count, reconnect_count, own_last_at, state, state_since, is_diverted, over_at, duration_rank)
     select hostname, login_id, time, id, 'LOGIN', "user", user_name, user_domain, '{}', till, case when till is not null then 'LOGOUT' end,
       case when till is not null then id end, time, id, 0, 0, 0, time, 'ACTIVE', time, false, coalesce(till, '9999-12-31T23:59:59.999999Z'),
       timestamptz 'epoch' + coalesce(till - time, interval '8000000000 s' - (time - timestamptz 'epoch'))
     from session_event, lateral (select case when extract(hour from time)::integer % 3 > 0 then time + interval '2 hours' end as till) x`,
  );
  await writePool.query('analyze session_event, session, host, account');
  listenToStatements(database().readPool, (text, values) => {
    if (OF_ROWS.test(text)) statements.push({ text, values });
  });
});

beforeEach(() => {
  statements = [];
});

const context = () => makeContext({ database: database(), makeRules: () => RULES }, { caller: ANYONE });

type Named = {
  readonly hostname: string;
  readonly userName: string | null;
  readonly userDomain: string | null;
};

const host = (text: string) =>
  [{ hostname: { contains: text } }, ({ hostname }: Named) => hostname.includes(text)] as const;
const user = (text: string) =>
  [{ user: { contains: text } }, ({ userName }: Named) => userName?.includes(text) ?? false] as const;
const ofDomain = (text: string) =>
  [
    { user: { contains: `CORP\\${text}` } },
    ({ userName, userDomain }: Named) => userDomain === 'CORP' && (userName?.includes(text) ?? false),
  ] as const;

const BASIC = [
  ['one host', host('39')],
  ['ten hosts', host('3')],
  ['more hosts than are looked up', host('A')],
  ['no host', host('ZZ')],
  ['some users', user('4')],
  ['all users', user('u')],
  ['no user', user('nobody')],
  ['users of a domain', ofDomain('4')],
] as const;

const CASES = BASIC.flatMap(([name, [filter, isMatch]]) => [
  [name, filter, isMatch] as const,
  [`not ${name}`, { not: filter }, (item: Named) => !isMatch(item)] as const,
  [
    `${name}, or host A01`,
    { or: [filter, { hostname: { eq: 'A01' } }] },
    (item: Named) => isMatch(item) || item.hostname === 'A01',
  ] as const,
  [
    `${name} and user u4`,
    { ...filter, and: [{ user: { eq: 'u4' } }] },
    (item: Named) => isMatch(item) && item.userName === 'u4',
  ] as const,
]);

describe.each([
  [
    'events',
    async (filter: Readonly<Record<string, unknown>>) => listEvents(context(), { filter, first: 1000 }),
  ],
  [
    'sessions',
    async (filter: Readonly<Record<string, unknown>>) => listSessions(context(), { filter, first: 1000 }),
  ],
])('of the %s', (_, list) => {
  test.each(CASES)(
    'those whose name contains a text are listed and counted: %s',
    async (__, filter, isMatch) => {
      const all = (await list({})).items as readonly Named[];
      expect(all).toHaveLength(480);
      const page = await list(filter);
      expect(page.items).toEqual(all.filter(isMatch));
      expect(await page.count('EXACT')).toEqual({ value: page.items.length, relation: 'EQUAL' });
    },
  );

  test.each([
    ['host', { hostname: { contains: 'ZZ' } }],
    ['user', { user: { contains: 'nobody' } }],
  ])('none is read when no %s has such a name', async (__, filter) => {
    await (await list(filter)).count('EXACT');
    expect(statements.length).toBeGreaterThan(1);
    for (const statement of statements) {
      const nodes = await planOf(database().writePool, statement);
      expect(countRowsRead(nodes.filter((node) => node['Relation Name'] !== undefined))).toBe(0);
    }
  });
});

test('the longest sessions that ended are read behind the open ones, by the index of the order', async () => {
  const { writePool } = database();
  const order = { field: 'DURATION' } as const;
  const { items } = await listSessions(context(), { filter: { open: false }, order, first: 20 });
  expect(items).toHaveLength(20);
  expect(items.filter(({ endedAt }) => endedAt === null)).toEqual([]);
  const [statement] = statements;
  const nodes = await planOf(writePool, statement ?? { text: 'select', values: [] });
  const removed = nodes.map((node) => node['Rows Removed by Filter'] ?? 0);
  expect(Math.max(...removed)).toBe(0);
});
