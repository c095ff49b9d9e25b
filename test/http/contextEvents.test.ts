import { beforeAll, describe, expect, test } from '@jest/globals';

import { INGEST_CONTEXT, useApi } from '../support/api.ts';
import { ask } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';
import { expectRefusedQuery } from '../support/expectRefusedQuery.ts';

const api = useApi(useDatabase());

const MEMBERS = ['hostStart', 'hostStop', 'hostSeen', 'disconnect'] as const;
const TYPES = {
  hostStart: 'HostStart',
  hostStop: 'HostStop',
  hostSeen: 'HostSeen',
  disconnect: 'Disconnect',
};

type Listed = {
  readonly __typename: string;
  readonly time: string;
  readonly hostname: string;
  readonly sourceId: string;
  readonly user?: string | null;
  readonly userName?: string | null;
  readonly loginId?: string | null;
  readonly srcIp?: string | null;
};

/** The fields that only a disconnect has. */
const isBare = (n: number): boolean => Math.floor(n / 4) % 5 === 0;
const ofDisconnect = (n: number): object =>
  isBare(n)
    ? {}
    : {
        user: `CORP\\u${n % 2}`,
        loginId: `0x${(n % 3) + 1}`,
        srcIp: n % 2 === 0 ? '10.0.0.7' : '203.0.113.9',
      };

/** Sixty context events of three hosts and all kinds, three at each time; the number at the end of the source id orders those. */
const ITEMS = Array.from({ length: 60 }, (_, n) => {
  const member = MEMBERS[(n * 3 + Math.floor(n / 4)) % 4] ?? 'hostStart';
  const fields = {
    time: `2026-1${Math.floor(n / 30)}-1${Math.floor(n / 3) % 10}T03:04:05.000001Z`,
    hostname: ['A', 'B', 'WEB_1'][(n * 2) % 3] ?? '',
    sourceId: `windows/system/${n + 1}`,
  };
  return { member, input: member === 'disconnect' ? { ...fields, ...ofDisconnect(n) } : fields };
});

/** The nodes that the list should return, oldest first. */
const NODES: readonly Listed[] = ITEMS.map(({ member, input }, n) => {
  const node = { __typename: TYPES[member], ...input };
  if (member !== 'disconnect') return node;
  const names = isBare(n)
    ? { userDomain: null, userName: null }
    : { userDomain: 'CORP', userName: `u${n % 2}` };
  return { user: null, loginId: null, srcIp: null, ...node, ...names };
});

const FIELDS =
  '__typename time hostname sourceId ... on Disconnect { user userDomain userName loginId srcIp }';
const LIST = `query ($filter: ContextEventFilter, $order: TimeOrder! = NEWEST_FIRST, $first: Int, $after: String, $last: Int, $before: String) {
  contextEvents(filter: $filter, order: $order, first: $first, after: $after, last: $last, before: $before) {
    totalCount { value relation }
    nodes { ${FIELDS} }
    edges { cursor node { sourceId } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const list = async (variables: object): Promise<any> => (await ask(api(), LIST, variables)).contextEvents;

beforeAll(async () => {
  // Unordered, and each of them twice.
  const events = [...ITEMS, ...ITEMS].map((_, n) => {
    const { member, input } = ITEMS[(n * 17) % ITEMS.length] ?? ITEMS[0]!;
    return { [member]: input };
  });
  const { ingestContextEvents } = await ask(api(), INGEST_CONTEXT, { events });
  expect(ingestContextEvents).toMatchObject({
    accepted: ITEMS.length,
    duplicates: ITEMS.length,
    rejected: 0,
  });
});

test('the events of this test are of all kinds, with all fields and without', () => {
  for (const type of Object.values(TYPES))
    expect(NODES.filter(({ __typename }) => __typename === type).length).toBeGreaterThan(10);
  expect(NODES.filter(({ loginId }) => loginId === null).length).toBeGreaterThan(1);
});

describe('contextEvents', () => {
  test.each([
    ['NEWEST_FIRST', 'first', 7],
    ['NEWEST_FIRST', 'last', 8],
    ['OLDEST_FIRST', 'first', 1000],
    ['OLDEST_FIRST', 'first', 20],
    ['OLDEST_FIRST', 'last', 1],
  ] as const)('%s, pages by %s of %i concatenate to the whole', async (order, paging, size) => {
    const walked: Listed[] = [];
    for (let cursor: string | null = null; ;) {
      const at = paging === 'first' ? { after: cursor } : { before: cursor };
      const { nodes, edges, pageInfo, totalCount } = await list({ order, [paging]: size, ...at });
      expect(edges.map(({ node }: any) => node.sourceId)).toEqual(
        nodes.map(({ sourceId }: Listed) => sourceId),
      );
      expect(totalCount).toEqual({ value: 60, relation: 'EQUAL' });
      if (paging === 'first') walked.push(...nodes);
      else walked.unshift(...nodes);
      expect(paging === 'first' ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(cursor !== null);
      if (!(paging === 'first' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
      cursor = paging === 'first' ? pageInfo.endCursor : pageInfo.startCursor;
    }
    expect(walked).toEqual(order === 'OLDEST_FIRST' ? NODES : NODES.toReversed());
  });

  test.each<[object, (event: Listed) => boolean]>([
    [{ hostname: { eq: 'web_1.corp.example' } }, ({ hostname }) => hostname === 'WEB_1'],
    [{ hostname: { startsWith: 'web_' } }, ({ hostname }) => hostname === 'WEB_1'],
    [{ not: { hostname: { in: ['a', 'B'] } } }, ({ hostname }) => hostname === 'WEB_1'],
    [{ time: { from: '2026-10-13T03:04:05.000001Z' } }, ({ time }) => time >= '2026-10-13T03:04:05.000001Z'],
    [{ time: { until: '2026-10-13T03:04:05.000001Z' } }, ({ time }) => time < '2026-10-13T03:04:05.000001Z'],
    [
      { or: [{ hostname: { eq: 'A' } }, { hostname: { contains: '_' } }] },
      ({ hostname }) => hostname !== 'B',
    ],
    [
      { and: [{ hostname: { eq: 'a' } }, { time: { from: '2026-11-01T00:00:00Z' } }] },
      ({ hostname, time }) => hostname === 'A' && time > '2026-11',
    ],
    [{ kind: { eq: 'HOST_START' } }, ({ __typename }) => __typename === 'HostStart'],
    [{ kind: { eq: 'DISCONNECT' } }, ({ __typename }) => __typename === 'Disconnect'],
    [
      { kind: { in: ['HOST_STOP', 'HOST_SEEN'] } },
      ({ __typename }) => __typename === 'HostStop' || __typename === 'HostSeen',
    ],
    [{ user: { eq: 'U1' } }, ({ userName }) => userName === 'u1'],
    [{ user: { eq: 'u1@corp.example' } }, ({ userName }) => userName === 'u1'],
    [{ user: { startsWith: 'u' } }, ({ userName }) => typeof userName === 'string'],
    [{ user: { isNull: true } }, ({ userName }) => typeof userName !== 'string'],
    [{ loginId: { eq: 2 } }, ({ loginId }) => loginId === '0x2'],
    [{ not: { loginId: { in: ['0x1', '0x3'] } } }, ({ loginId }) => loginId !== '0x1' && loginId !== '0x3'],
    [{ loginId: { isNull: false } }, ({ loginId }) => typeof loginId === 'string'],
    [{ srcIp: { eq: '::ffff:10.0.0.7' } }, ({ srcIp }) => srcIp === '10.0.0.7'],
    [{ srcIp: { inCidr: ['203.0.113.0/24'] } }, ({ srcIp }) => srcIp === '203.0.113.9'],
    [{ srcIp: { isPrivate: true } }, ({ srcIp }) => srcIp === '10.0.0.7'],
  ])('%j', async (filter, matches) => {
    const { nodes, totalCount } = await list({ filter, order: 'OLDEST_FIRST', first: 1000 });
    const expected = NODES.filter(matches);
    expect(expected.length).toBeGreaterThan(0);
    expect(nodes).toEqual(expected);
    expect(totalCount.value).toBe(expected.length);
  });

  test('pages with a range relative to now keep the time of the first page', async () => {
    const filter = { time: { last: 'P36500D' } };
    const { pageInfo } = await list({ filter, first: 59 });
    expect((await list({ filter, first: 59, after: pageInfo.endCursor })).nodes).toEqual([NODES[0]]);
  });

  test('have their hosts, and each can be found by its id', async () => {
    const { contextEvents } = await ask(
      api(),
      `{ contextEvents(first: 60) { nodes { id ingestedAt ${FIELDS} host { id hostname } } } }`,
    );
    const listed: readonly any[] = contextEvents.nodes;
    const { nodes } = await ask(
      api(),
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ContextEvent { id ingestedAt ${FIELDS} host { id hostname } } } }`,
      { ids: listed.map(({ id }) => id) },
    );
    expect(new Set(listed.map(({ id }) => id)).size).toBe(60);
    expect(nodes).toEqual(listed);
    for (const { hostname, host } of listed) expect(host.hostname).toBe(hostname);
  });

  test.each([
    [{ filter: { hostname: { eq: null } } }, 'BAD_FILTER', 'filter.hostname.eq'],
    [{ filter: { or: [] } }, 'BAD_FILTER', 'filter.or'],
    [{ filter: { kind: { in: [] } } }, 'BAD_FILTER', 'filter.kind.in'],
    [{ filter: { kind: { eq: 'LOCK' } } }, 'BAD_USER_INPUT', 'filter.kind.eq'],
    [{ filter: { time: { from: 'yesterday' } } }, 'INVALID_TIME', 'filter.time.from'],
    [{ filter: { loginId: { eq: 'f61f3' } } }, 'INVALID_LOGIN_ID', 'filter.loginId.eq'],
    [{ filter: { uid: { eq: '1000' } } }, 'BAD_USER_INPUT', 'filter'],
    [{ first: 1001 }, 'BAD_PAGE', 'first'],
    [{ after: 'x' }, 'BAD_CURSOR', 'after'],
  ])('%j is refused as %s', async (variables, code, field) => {
    const answer = await api().query(LIST, variables);
    expectRefusedQuery(answer, code);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code, field });
  });

  test.each([
    ['another filter', { filter: { hostname: { eq: 'A' } } }],
    ['another order', { order: 'OLDEST_FIRST' }],
  ])('a cursor with %s is refused', async (_, other) => {
    const { pageInfo } = await list({ first: 5 });
    const { errors } = await api().query(LIST, { ...other, after: pageInfo.endCursor });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_CURSOR', field: 'after' });
  });

  test('a cursor of events is refused', async () => {
    await ask(
      api(),
      'mutation { ingestSessionEvents(events: [{ lock: { time: "2026-11-16T09:00:00Z", hostname: "A" } }]) { accepted } }',
    );
    const { sessionEvents } = await ask(api(), '{ sessionEvents { pageInfo { endCursor } } }');
    const { errors } = await api().query(LIST, { after: sessionEvents.pageInfo.endCursor });
    expect(errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
  });
});

describe('the context events of a host', () => {
  test('are those of the list with its name', async () => {
    const { hosts } = await ask(
      api(),
      `{ hosts { nodes { hostname firstSeenAt contextEvents(order: OLDEST_FIRST, first: 1000) { totalCount { value } nodes { ${FIELDS} } } } } }`,
    );
    expect(hosts.nodes.map(({ hostname }: any) => hostname)).toEqual(
      expect.arrayContaining(['A', 'B', 'WEB_1']),
    );
    for (const { hostname, contextEvents } of hosts.nodes) {
      const expected = NODES.filter((node) => node.hostname === hostname);
      expect(contextEvents).toEqual({ totalCount: { value: expected.length }, nodes: expected });
    }
    // No session event was recorded on it.
    expect(hosts.nodes.find(({ hostname }: any) => hostname === 'B').firstSeenAt).toBeNull();
  });

  test('can be filtered', async () => {
    const { host } = await ask(
      api(),
      '{ host(hostname: "A") { contextEvents(filter: { kind: { eq: HOST_STOP } }) { nodes { hostname __typename } } } }',
    );
    const expected = NODES.filter(
      ({ hostname, __typename: type }) => hostname === 'A' && type === 'HostStop',
    );
    expect(host.contextEvents.nodes).toEqual(
      expected.map(({ hostname, __typename }) => ({ hostname, __typename })),
    );
  });
});
