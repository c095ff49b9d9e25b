import { beforeAll, describe, expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { ask } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';
import { expectRefusedQuery } from '../support/expectRefusedQuery.ts';

const api = useApi(useDatabase());

type Start = { readonly time: string; readonly hostname: string; readonly sourceId: string };

/** Sixty starts of three hosts, three at each time; the number at the end of the source id orders those. */
const STARTS: readonly Start[] = Array.from({ length: 60 }, (_, n) => ({
  time: `2026-1${Math.floor(n / 30)}-1${Math.floor(n / 3) % 10}T03:04:05.000001Z`,
  hostname: ['A', 'B', 'WEB_1'][(n * 2) % 3] ?? '',
  sourceId: `windows/system/${n + 1}`,
}));

const LIST = `query ($filter: HostStartFilter, $order: TimeOrder! = NEWEST_FIRST, $first: Int, $after: String, $last: Int, $before: String) {
  hostStarts(filter: $filter, order: $order, first: $first, after: $after, last: $last, before: $before) {
    totalCount { value relation }
    nodes { time hostname sourceId }
    edges { cursor node { sourceId } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const list = async (variables: object): Promise<any> => (await ask(api(), LIST, variables)).hostStarts;

beforeAll(async () => {
  // Unordered.
  const starts = STARTS.map((_, n) => STARTS[(n * 17) % STARTS.length]);
  const { ingestHostStarts } = await ask(
    api(),
    'mutation ($starts: [HostStartInput!]!) { ingestHostStarts(starts: $starts) { accepted } }',
    { starts },
  );
  expect(ingestHostStarts.accepted).toBe(STARTS.length);
});

describe('hostStarts', () => {
  test.each([
    ['NEWEST_FIRST', 'first', 7],
    ['NEWEST_FIRST', 'last', 8],
    ['OLDEST_FIRST', 'first', 1000],
    ['OLDEST_FIRST', 'first', 20],
    ['OLDEST_FIRST', 'last', 1],
  ] as const)('%s, pages by %s of %i concatenate to the whole', async (order, paging, size) => {
    const expected = order === 'OLDEST_FIRST' ? STARTS : STARTS.toReversed();
    const walked: Start[] = [];
    for (let cursor: string | null = null; ;) {
      const at = paging === 'first' ? { after: cursor } : { before: cursor };
      const { nodes, edges, pageInfo, totalCount } = await list({ order, [paging]: size, ...at });
      expect(edges.map(({ node }: any) => node.sourceId)).toEqual(
        nodes.map(({ sourceId }: Start) => sourceId),
      );
      expect(totalCount).toEqual({ value: 60, relation: 'EQUAL' });
      if (paging === 'first') walked.push(...nodes);
      else walked.unshift(...nodes);
      expect(paging === 'first' ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(cursor !== null);
      if (!(paging === 'first' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
      cursor = paging === 'first' ? pageInfo.endCursor : pageInfo.startCursor;
    }
    expect(walked).toEqual(expected);
  });

  test.each<[object, (start: Start) => boolean]>([
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
  ])('%j', async (filter, matches) => {
    const { nodes, totalCount } = await list({ filter, order: 'OLDEST_FIRST', first: 1000 });
    const expected = STARTS.filter(matches);
    expect(expected.length).toBeGreaterThan(0);
    expect(nodes).toEqual(expected);
    expect(totalCount.value).toBe(expected.length);
  });

  test('pages with a range relative to now keep the time of the first page', async () => {
    const filter = { time: { last: 'P36500D' } };
    const { pageInfo } = await list({ filter, first: 59 });
    expect((await list({ filter, first: 59, after: pageInfo.endCursor })).nodes).toEqual([STARTS[0]]);
  });

  test('have their hosts', async () => {
    const { hostStarts } = await ask(
      api(),
      '{ hostStarts(first: 1) { nodes { hostname host { id hostname } } } }',
    );
    const { host } = await ask(
      api(),
      `{ host(hostname: "${hostStarts.nodes[0].hostname}") { id hostname } }`,
    );
    expect(hostStarts.nodes[0].host).toEqual(host);
  });

  test.each([
    [{ filter: { hostname: { eq: null } } }, 'BAD_FILTER', 'filter.hostname.eq'],
    [{ filter: { or: [] } }, 'BAD_FILTER', 'filter.or'],
    [{ filter: { time: { from: 'yesterday' } } }, 'INVALID_TIME', 'filter.time.from'],
    [{ filter: { user: { eq: 'ana' } } }, 'BAD_USER_INPUT', 'filter'],
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
