import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { findFirstEvent, findLastLogin } from '../../src/domain/findEdges.ts';
import { listEvents } from '../../src/domain/listEvents.ts';
import type { EventListRequest } from '../../src/domain/listEvents.ts';
import { listSessions } from '../../src/domain/listSessions.ts';
import type { SessionListRequest } from '../../src/domain/listSessions.ts';
import { makeContext } from '../../src/graphql/context.ts';
import { ANYONE } from '../../src/model/access/caller.ts';
import { ofAccount, onHost, withoutNoise } from '../../src/model/filter/pivot.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { listenToStatements } from '../support/listenToStatements.ts';
import { countRowsRead, genericPlanOf } from '../support/planOf.ts';
import type { Sent } from '../support/planOf.ts';

const database = useDatabase();

type Named = Sent & { readonly name: string | undefined };
let statements: Named[] = [];

const MONTHS = 14;
const EVENTS = 40_000;

/**
 * Half of the events are of one host, one user, one address and one login id; the rest of hundreds of others. The planner's statistics know that.
 * There is a session for each event.
 */
beforeAll(async () => {
  const { writePool, partitions } = database();
  await partitions.ensure(
    Array.from({ length: MONTHS }, (_, month) => new Date(Date.UTC(2025, month, 15)).toISOString()),
  );
  await writePool.query(
    `insert into session_event (hostname, time, id, action, login_id, uid, "user", user_name, user_domain, login_type, login_successful, src_ip)
     select case when busy then 'BUSY' else 'H' || n % 700 end, timestamptz '2025-01-01' + n * interval '14 minutes', gen_random_uuid(), 'LOGIN',
       case when busy or n % 3 = 0 then '0x3e7' else '0x' || to_hex(n) end, 'S-1-5-21-1-2-3-' || case when busy then 500 else 1000 + n % 900 end, u, u, 'CORP', 'REMOTE', true,
       ('10.0.' || case when busy then 255 else n % 200 end || '.1')::inet
     from generate_series(1, ${EVENTS}) n, lateral (select n % 2 = 0 as busy) b, lateral (select case when busy then 'svc' else 'u' || n % 800 end as u) x`,
  );
  await writePool.query(
    `insert into session (hostname, login_id, started_at, start_id, start_reason, "user", user_name, user_domain, src_ips, last_at, last_id, lock_count,
       unlock_count, reconnect_count, own_last_at, state, state_since, is_diverted, over_at, duration_rank)
     select hostname, login_id, time, id, 'LOGIN', "user", user_name, user_domain, '{}', time, id, 0, 0, 0, time, 'ACTIVE', time, false, '9999-12-31T23:59:59.999999Z', 'infinity'
     from session_event`,
  );
  await writePool.query('analyze session_event, session');
  listenToStatements(database().readPool, (text, values, name) => {
    if (FROM_TABLE.test(text)) statements.push({ text, values, name });
  });
});

const FROM_TABLE = /from "session(_event)?"/;

beforeEach(() => {
  statements = [];
});

const context = () => makeContext({ database: database(), makeRules: () => RULES }, { caller: ANYONE });
const list = async (request: EventListRequest) => listEvents(context(), request);
const sessions = async (request: SessionListRequest) => listSessions(context(), request);

const KEYS = [
  ['a busy host', { hostname: { eq: 'BUSY' } }],
  ['a quiet host', { hostname: { eq: 'H13' } }],
  ['a busy user', { user: { eq: 'CORP\\svc' } }],
  ['a quiet user', { user: { eq: 'CORP\\u13' } }],
  ['a user of any domain', { user: { eq: 'svc' } }],
  ['a uid', { uid: { eq: 'S-1-5-21-1-2-3-500' } }],
  ['an address', { srcIp: { eq: '10.0.255.1' } }],
  ['an unknown host', { hostname: { eq: 'NONE' } }],
  ['a frequent login id of a quiet host', { hostname: { eq: 'H15' }, loginId: { eq: '0x3e7' } }],
  ['a frequent login id of a busy host', { loginId: { eq: '0x3e7' }, hostname: { eq: 'BUSY' } }],
] as const;

const KEYS_OF_SESSIONS = KEYS.filter(([, key]) => !('uid' in key || 'srcIp' in key));

const TIMES = [
  ['at any time', {}],
  ['since a time', { time: { from: '2025-05-01T00:00:00Z' } }],
  ['until a time', { time: { until: '2025-05-01T00:00:00Z' } }],
  ['in a range', { time: { from: '2025-03-01T00:00:00Z', until: '2025-09-01T00:00:00Z' } }],
] as const;

const DIRECTIONS = ['ASCENDING', 'DESCENDING'] as const;
const PAGES = ['NEWEST_FIRST', 'OLDEST_FIRST'] as const;

/** Expects that the named statements read an index in the order of the list, and no more rows than the page has, by a plan for any values. */
const expectIndexInOrder = async (): Promise<void> => {
  const named = statements.filter(({ name }) => name !== undefined);
  expect(named.length).toBeGreaterThan(0);
  for (const statement of named) {
    const nodes = await genericPlanOf(database().writePool, statement);
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
    const scans = nodes.filter(
      (node) => node['Node Type'].endsWith('Scan') && node['Relation Name'] !== undefined,
    );
    // None if the range has no partition.
    expect(scans.filter((node) => node['Node Type'] !== 'Index Scan')).toEqual([]);
    // One row more than the page tells whether there are more.
    expect(countRowsRead(scans)).toBeLessThanOrEqual(51);
  }
};

describe.each(KEYS)('the events of %s', (_, key) => {
  test.each(TIMES.flatMap(([name, time]) => PAGES.map((order) => [name, order, time] as const)))(
    '%s, %s: the plan reads the index of the key in the order of the list, for any values',
    async (__, order, time) => {
      const request = { filter: { ...key, ...time }, order, first: 50 };
      const first = await list(request);
      const endCursor = first.ends.endCursor();
      if (endCursor !== null) await list({ ...request, after: endCursor });
      await expectIndexInOrder();
    },
  );
});

const startedOf = ({ time }: { readonly time?: object }) => (time === undefined ? {} : { started: time });

describe.each(KEYS_OF_SESSIONS)('the sessions of %s', (_, key) => {
  test.each(TIMES.flatMap(([name, time]) => DIRECTIONS.map((direction) => [name, direction, time] as const)))(
    '%s, %s: the plan reads the index of the key in the order of the list, for any values',
    async (__, direction, time) => {
      const order = { field: 'STARTED', direction } as const;
      const request = { filter: { ...key, ...startedOf(time) }, order, first: 50 };
      const first = await sessions(request);
      const endCursor = first.ends.endCursor();
      if (endCursor !== null) await sessions({ ...request, after: endCursor });
      await expectIndexInOrder();
    },
  );
});

describe('the newest logins of several', () => {
  const HOSTS = ['BUSY', 'H13', 'NONE'];
  const ACCOUNTS = [
    { userDomain: 'CORP', userName: 'svc' },
    { userDomain: 'CORP', userName: 'u13' },
    { userDomain: null, userName: 'u13' },
  ];

  test.each([
    ['hosts', HOSTS.map(onHost), 'logins_of_host_descending_each'],
    ['accounts', ACCOUNTS.map(ofAccount), 'logins_of_user_of_domain_descending_each'],
  ])(
    '%s are read by statements that are planned once, by index in the order of time',
    async (_, of, name) => {
      const request = context();
      const found = await Promise.all(of.map(async (one) => findLastLogin(request, [one])));
      expect(found.map((login) => login !== null)).toEqual([true, true, false]);
      expect(statements.map((statement) => statement.name)).toContain(name);
      await expectIndexInOrder();
      expect(statements.filter((statement) => statement.name === undefined)).toEqual([]);
    },
  );

  test.each([true, false])('are those of the table, noise excluded: %p', async (excludeNoise) => {
    const request = context();
    const found = await Promise.all(
      HOSTS.map(async (host) => findLastLogin(request, [onHost(host), ...withoutNoise(excludeNoise)])),
    );
    const { rows } = await database().writePool.query<{ hostname: string; id: string }>(
      `select distinct on (hostname) hostname, id from session_event where hostname = any($1) and action = 'LOGIN' and login_successful
       order by hostname, time desc, id desc`,
      [HOSTS],
    );
    expect(found.map((login) => login?.uuid)).toEqual(
      HOSTS.map((host) => rows.find(({ hostname }) => hostname === host)?.id),
    );
  });

  test('and a list that is planned with its values are read together, each as its own', async () => {
    const request = context();
    const both = [ofAccount(ACCOUNTS[1] ?? { userDomain: null, userName: '' }), onHost('H13')] as const;
    const [first, ofBoth, ofUser] = await Promise.all([
      findFirstEvent(request, both[1]),
      findFirstEvent(request, { kind: 'or', of: both }),
      findFirstEvent(request, both[0]),
    ]);
    expect([first?.hostname, ofUser?.userName]).toEqual(['H13', 'u13']);
    const times = [first?.time ?? '', ofUser?.time ?? ''];
    expect(ofBoth?.time).toBe(times.toSorted()[0]);
  });
});

describe('are planned with their values', () => {
  test.each([
    ['two hosts', { hostname: { in: ['BUSY', 'H13'] } }],
    ['a host and a user', { hostname: { eq: 'BUSY' }, user: { eq: 'CORP\\u13' } }],
    ['failed logins of a host', { hostname: { eq: 'BUSY' }, loginSuccessful: { eq: false } }],
    ['a network', { srcIp: { cidr: '10.0.0.0/8' } }],
    ['a login id of two hosts', { hostname: { in: ['BUSY', 'H13'] }, loginId: { eq: '0x3e7' } }],
    ['all', {}],
    ['not a host', { not: { hostname: { eq: 'BUSY' } } }],
  ])('%s', async (_, filter) => {
    await list({ filter, first: 50 });
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.filter(({ name }) => name !== undefined)).toEqual([]);
  });
});

test('the last events before a month are read from the month before it, by one statement', async () => {
  const { items } = await list({
    filter: { hostname: { eq: 'BUSY' }, time: { until: '2025-09-01T00:00:00Z' } },
    first: 50,
  });
  expect(items).toHaveLength(50);
  expect(statements).toHaveLength(1);
});

test('sessions in another order are planned with their values', async () => {
  await sessions({ filter: { hostname: { eq: 'BUSY' } }, order: { field: 'ENDED' }, first: 50 });
  expect(statements.map(({ name }) => name)).toEqual([undefined]);
});

test('there are twenty names, and each always has the same text', async () => {
  for (const [, key] of KEYS) {
    for (const [, time] of TIMES) {
      for (const order of PAGES) {
        for (const bounds of [{ first: 2 }, { last: 2 }]) {
          const { ends } = await list({ filter: { ...key, ...time }, order, ...bounds });
          const [startCursor, endCursor] = [ends.startCursor(), ends.endCursor()];
          if (startCursor === null || endCursor === null) continue;
          await list({ filter: { ...key, ...time }, order, first: 2, after: startCursor, before: endCursor });
          await list({ filter: { ...key, ...time }, order, last: 2, before: endCursor });
        }
      }
    }
  }
  for (const [, key] of KEYS_OF_SESSIONS) {
    for (const [, time] of TIMES) {
      for (const bounds of [{ first: 2 }, { last: 2 }])
        await sessions({ filter: { ...key, ...startedOf(time) }, ...bounds });
    }
  }
  const texts = new Map(statements.map(({ name, text }) => [name, text]));
  const namesOf = (table: string, kinds: readonly string[]) =>
    kinds.flatMap((kind) => [`${table}_of_${kind}_ascending`, `${table}_of_${kind}_descending`]);
  expect([...texts.keys()].toSorted()).toEqual([
    ...namesOf('events', ['host', 'login', 'src_ip', 'uid', 'user', 'user_of_domain']),
    ...namesOf('sessions', ['host', 'login', 'user', 'user_of_domain']),
  ]);
  for (const { name, text } of statements) expect(text).toBe(texts.get(name));
});
