import { describe, expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { ask, HOSTS, USERS, useCompanyLog, uuidOf } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';
import { foldUser, isNoise } from '../support/pivotOracle.ts';
import type { OracleEvent } from '../support/sessionOracle.ts';

const api = useApi(useDatabase());
const log = useCompanyLog(api);

describe('hosts and accounts', () => {
  const byName = (user: string): string => user.split('\\').toReversed().join('\\');
  const ACCOUNTS = [...new Set(USERS.filter((user) => user !== null).map(foldUser))].toSorted((a, b) =>
    byName(a) < byName(b) ? -1 : 1,
  );

  const walk = async (list: string, name: string, filter: object, paging: 'first' | 'last', size: number) => {
    const walked: string[] = [];
    for (let cursor: string | null = null; ;) {
      const [type, edge] = [
        `${list === 'hosts' ? 'Host' : 'Account'}Filter`,
        paging === 'first' ? 'after' : 'before',
      ];
      const data = await ask(
        api(),
        `query ($filter: ${type}, $cursor: String) { ${list}(filter: $filter, ${paging}: ${size}, ${edge}: $cursor) {
          totalCount { value relation } nodes { ${name} } edges { cursor node { ${name} } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        { filter, cursor },
      );
      const { nodes, edges, pageInfo, totalCount } = data[list];
      expect(edges.map(({ node }: any) => node)).toEqual(nodes);
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
        edges[0]?.cursor ?? null,
        edges.at(-1)?.cursor ?? null,
      ]);
      if (paging === 'first') walked.push(...nodes.map((node: any) => node[name]));
      else walked.unshift(...nodes.map((node: any) => node[name]));
      if (!(paging === 'first' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) {
        expect(totalCount).toEqual({ value: walked.length, relation: 'EQUAL' });
        return walked;
      }
      cursor = paging === 'first' ? pageInfo.endCursor : pageInfo.startCursor;
    }
  };

  test.each([
    [1, 'first'],
    [3, 'first'],
    [2, 'last'],
    [1000, 'last'],
  ] as const)('pages of %i by %s concatenate to the whole, by name', async (size, paging) => {
    expect(await walk('hosts', 'hostname', {}, paging, size)).toEqual(['A', 'B', 'C', 'QUIET', 'WEB_1']);
    expect(await walk('accounts', 'user', {}, paging, size)).toEqual(ACCOUNTS);
  });

  test.each([
    ['hosts', { hostname: { eq: 'web_1.corp.example' } }, ['WEB_1']],
    ['hosts', { hostname: { startsWith: 'w' } }, ['WEB_1']],
    ['hosts', { hostname: { contains: '_' } }, ['WEB_1']],
    ['hosts', { not: { hostname: { in: ['a', 'B', 'quiet'] } } }, ['C', 'WEB_1']],
    ['accounts', { user: { eq: 'Ana' } }, ['ana', 'CORP\\ana', 'LAB\\ana']],
    ['accounts', { user: { eq: 'ANA@corp.example.com' } }, ['CORP\\ana']],
    ['accounts', { userDomain: { isNull: true } }, ['ana']],
    ['accounts', { userDomain: { in: ['lab', 'Nt Authority'] } }, ['LAB\\ana', 'NT AUTHORITY\\system']],
    [
      'accounts',
      { or: [{ user: { eq: 'ben' } }, { user: { contains: '$' } }] },
      ['A\\a$', 'CORP\\a$', 'CORP\\ben'],
    ],
  ])('%s %j', async (list, filter, expected) => {
    const name = list === 'hosts' ? 'hostname' : 'user';
    expect(await walk(list, name, filter, 'first', 2)).toEqual(expected);
  });

  test('a host has its first and last event and its last login of a person', async () => {
    for (const hostname of HOSTS) {
      const own = log().events.filter((event) => event.hostname === hostname);
      const logins = own.filter(({ action }) => action === 'LOGIN');
      const { host } = await ask(
        api(),
        `query ($hostname: String!) { host(hostname: $hostname) {
          firstSeenAt lastSeenAt lastLogin { id } any: lastLogin(excludeNoise: false) { id } } }`,
        { hostname: `${hostname.toLowerCase()}.corp.example` },
      );
      const newest = (of: OracleEvent[]): string | undefined =>
        of
          .map(({ time, uuid }) => `${time} ${uuid}`)
          .toSorted()
          .at(-1)
          ?.split(' ')[1];
      expect([host.firstSeenAt, host.lastSeenAt]).toEqual([own[0]?.time, own.at(-1)?.time]);
      expect(uuidOf(host.any)).toBe(newest(logins));
      expect(uuidOf(host.lastLogin)).toBe(newest(logins.filter((event) => !isNoise(event))));
    }
  });

  test('an account is found by each spelling, with its events and sessions on all hosts', async () => {
    for (const user of USERS.filter((name) => name !== null)) {
      const own = log().events.filter(
        (event) => event.user !== null && foldUser(event.user) === foldUser(user),
      );
      const { account } = await ask(
        api(),
        `query ($user: String!) { account(user: $user) { user userDomain userName firstSeenAt lastSeenAt lastLogin { time }
          events(first: 1000) { nodes { id } } sessions(first: 1000) { nodes { id host { hostname } } } } }`,
        { user: user.toUpperCase() },
      );
      expect(account.user).toBe(foldUser(user));
      expect([account.userDomain, account.userName].filter((part) => part !== null).join('\\')).toBe(
        foldUser(user),
      );
      expect(account.events.nodes.map(uuidOf).toSorted()).toEqual(own.map(({ uuid }) => uuid).toSorted());
      expect([account.firstSeenAt, account.lastSeenAt]).toEqual([own[0]?.time, own.at(-1)?.time]);
      expect(account.lastLogin?.time).toBe(own.findLast(({ action }) => action === 'LOGIN')?.time);
      expect(account.sessions.nodes.map(uuidOf).toSorted()).toEqual(
        log()
          .sessions.filter((session) => session.user !== null && foldUser(session.user) === foldUser(user))
          .map(({ startUuid }) => startUuid)
          .toSorted(),
      );
    }
  });

  test('a cursor from one path to an account works on another path', async () => {
    const { account } = await ask(
      api(),
      '{ account(user: "corp\\\\ana") { sessions(first: 1) { pageInfo { endCursor } nodes { id } } rest: sessions(first: 3) { nodes { id } } } }',
    );
    const { node } = await ask(
      api(),
      `query ($id: ID!, $after: String) { node(id: $id) { ... on Session { account { sessions(first: 2, after: $after) { nodes { id } } } } } }`,
      { id: account.sessions.nodes[0].id, after: account.sessions.pageInfo.endCursor },
    );
    expect([...account.sessions.nodes, ...node.account.sessions.nodes]).toEqual(account.rest.nodes);
  });

  test('unknown hosts and accounts are null without an error', async () => {
    expect(
      await ask(api(), '{ host(hostname: "NOBODY") { id } account(user: "CORP\\\\nobody") { id } }'),
    ).toEqual({
      host: null,
      account: null,
    });
  });

  test('node returns each host and account by its id', async () => {
    const { hosts, accounts } = await ask(
      api(),
      '{ hosts { nodes { __typename id hostname } } accounts { nodes { __typename id user } } }',
    );
    const wanted = [...hosts.nodes, ...accounts.nodes];
    const { nodes } = await ask(
      api(),
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Host { hostname } ... on Account { user } } }',
      { ids: wanted.map(({ id }) => id) },
    );
    expect(nodes).toEqual(wanted);
  });
});
