import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST, useApi } from '../support/api.ts';
import { ask } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';
import { eventFilters } from '../support/eventFilters.ts';
import { aLock, aLogin, aLogout, aReconnect } from '../support/events.ts';
import { matches } from '../support/filterOracle.ts';
import { graphOf } from '../support/logonGraphOracle.ts';
import type { GraphEvent } from '../support/logonGraphOracle.ts';
import { samples } from '../support/samples.ts';

const api = useApi(useDatabase());

/** Two accounts without a domain have the name of one in a domain. */
const USERS = [
  'CORP\\ana',
  'corp.example\\ANA',
  'ana',
  'LAB\\ana',
  'CORP\\ben',
  'ben',
  'WEB$',
  'NT AUTHORITY\\SYSTEM',
  null,
];
const HOSTS = ['HOST1', 'host2', 'WEB_1', 'WS5'];
/** The name of a source may look like an address, and be that of a host. */
const SOURCES = [
  { srcIp: '10.0.0.5' },
  { srcIp: '10.0.0.5', srcHostname: 'WS5' },
  { srcHostname: '10.0.0.5' },
  { srcHostname: 'WS5' },
  { srcHostname: 'KALI' },
  { srcIp: '203.0.113.7' },
  { srcIp: 'fe80::1' },
  {},
];
const BUILDERS = [aLogin, aLogin, aReconnect, aLogout, aLock];
const TIMES = [
  '2019-02-01T00:00:00Z',
  '2024-12-31T23:59:59.999999Z',
  '2025-01-01T00:00:00Z',
  '2025-01-01T00:00:00.000001Z',
  '2026-03-05T08:00:00Z',
  '2026-11-01T00:00:00Z',
];

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;

/** 300 events whose values are combined by coprime steps, so that most pairs occur. */
const events = Array.from({ length: 300 }, (_, n) => {
  const builder = pick(BUILDERS, n);
  const { srcHostname, ...source }: { srcIp?: string; srcHostname?: string } = pick(
    SOURCES,
    Math.floor(n / 3),
  );
  return builder({
    time: pick(TIMES, Math.floor(n / 4)),
    hostname: pick(HOSTS, Math.floor(n / 7)),
    user: pick(USERS, Math.floor(n / 2)),
    uid: pick(['S-1-5-18', '1000', null, null], Math.floor(n / 5)),
    sourceId: `source/${n}`,
    ...(builder !== aLock && { loginType: 'REMOTE', ...source }),
    ...((builder === aLogin || builder === aReconnect) && { srcHostname }),
    ...(builder === aLogin && { loginSuccessful: n % 11 > 4 }),
  });
});

const FIELDS = `id time action hostname user userDomain userName uid loginId sourceId
  ... on RemoteCapableEvent { loginType srcIp srcPort destIp } ... on LoginEvent { loginSuccessful srcHostname } ... on ReconnectEvent { srcHostname }`;

let stored: GraphEvent[] = [];

beforeAll(async () => {
  const { ingestSessionEvents } = await ask(api(), INGEST, { events });
  expect(ingestSessionEvents.accepted).toBe(events.length);
  stored = (await ask(api(), `{ sessionEvents(first: 1000) { nodes { ${FIELDS} } } }`)).sessionEvents.nodes;
});

const MEASURES = 'count successes failures reconnects firstAt lastAt';
const QUERY = `query ($range: TimeRange!, $filter: SessionEventFilter, $kinds: [LogonNodeKind!]!, $excludeNoise: Boolean!, $order: LogonGraphOrder!, $first: Int!) {
  logonGraph(range: $range, filter: $filter, kinds: $kinds, excludeNoise: $excludeNoise, order: $order, first: $first) {
    count edgelessCount nodeTotalCount { value } edgeTotalCount { value }
    nodes { key kind name edgeCount ${MEASURES} }
    edges { from to ${MEASURES} events(first: 300, order: OLDEST_FIRST) { nodes { sourceId } } }
  } }`;

const EVER = { from: '2000-01-01T00:00:00Z', until: '2026-12-31T00:00:00Z' };
const someQuestion = fc.record({
  range: fc.constantFrom(EVER, { from: TIMES[1]!, until: TIMES[3]! }, { from: TIMES[2]!, until: TIMES[5]! }),
  filter: fc.option(eventFilters(TIMES).filter, { nil: undefined }),
  kinds: fc.shuffledSubarray(['SOURCE', 'ACCOUNT', 'HOST'], { minLength: 2 }),
  excludeNoise: fc.boolean(),
  order: fc.record({
    field: fc.constantFrom('COUNT', 'FAILURES', 'FIRST_AT', 'LAST_AT'),
    direction: fc.constantFrom('ASCENDING', 'DESCENDING'),
  }),
  first: fc.constantFrom(1, 4, 50),
});

describe('logonGraph', () => {
  test('has the edges and nodes of its events, and each edge lists its own, like the oracle', async () => {
    await fc.assert(
      fc.asyncProperty(someQuestion, async ({ range, filter, ...question }) => {
        const { logonGraph } = await ask(api(), QUERY, { range, filter, ...question });
        const inRange = stored.filter(
          (event) => matches(event, { time: range }) && matches(event, filter ?? {}),
        );
        const expected = graphOf(inRange, question);
        const sorted = (edges: any) =>
          edges.map(({ events: list, sourceIds, ...edge }: any) => ({
            ...edge,
            sourceIds: (sourceIds ?? list.nodes.map(({ sourceId }: any) => sourceId)).toSorted(),
          }));
        expect({ ...logonGraph, edges: sorted(logonGraph.edges) }).toEqual({
          ...expected,
          edges: sorted(expected.edges),
        });
      }),
      samples(60),
    );
  });

  test('echoes what it read', async () => {
    const { logonGraph } = await ask(
      api(),
      `{ logonGraph(range: { from: "2026-01-01T01:00:00+01:00", until: "2026-02-01T00:00:00Z" }, kinds: [HOST, SOURCE]) {
        range { from until } kinds excludeNoise count nodes { key } edges { from } } }`,
    );
    expect(logonGraph).toEqual({
      range: { from: '2026-01-01T00:00:00.000000Z', until: '2026-02-01T00:00:00.000000Z' },
      kinds: ['SOURCE', 'HOST'],
      excludeNoise: true,
      count: 0,
      nodes: [],
      edges: [],
    });
  });

  test('a node has what it stands for', async () => {
    const { logonGraph } = await ask(
      api(),
      `query ($range: TimeRange!) { logonGraph(range: $range, excludeNoise: false) {
        nodes { key srcIp srcHostname account { user } host { hostname } } } }`,
      { range: EVER },
    );
    const byKey = Object.fromEntries(logonGraph.nodes.map(({ key, ...node }: any) => [key, node]));
    const nothing = { srcIp: null, srcHostname: null, account: null, host: null };
    expect(byKey).toMatchObject({
      'address:10.0.0.5': { ...nothing, srcIp: '10.0.0.5' },
      'name:10.0.0.5': { ...nothing, srcHostname: '10.0.0.5' },
      'name:KALI': { ...nothing, srcHostname: 'KALI' },
      'name:WS5': { ...nothing, srcHostname: 'WS5', host: { hostname: 'WS5' } },
      'account:\\ana': { ...nothing, account: { user: 'ana' } },
      'account:CORP\\ana': { ...nothing, account: { user: 'CORP\\ana' } },
      'host:WS5': { ...nothing, host: { hostname: 'WS5' } },
    });
  });

  test.each([
    ['an empty range', { range: { from: EVER.until, until: EVER.from } }, 'BAD_PARAMETER', 'range.until'],
    [
      'a time that does not exist',
      { range: { ...EVER, from: '2026-02-30T00:00:00Z' } },
      'INVALID_TIME',
      'range.from',
    ],
    ['one kind', { kinds: ['HOST', 'HOST'] }, 'BAD_PARAMETER', 'kinds'],
    ['no edges', { first: 0 }, 'BAD_PAGE', 'first'],
    ['too many edges', { first: 1001 }, 'BAD_PAGE', 'first'],
    ['a bad filter', { filter: { srcIp: { eq: 'x' } } }, 'INVALID_IP_ADDRESS', 'filter.srcIp.eq'],
  ])('refuses %s', async (_, mistake, code, field) => {
    const { status, data, errors } = await api().query(QUERY, {
      range: EVER,
      kinds: ['ACCOUNT', 'HOST'],
      excludeNoise: true,
      order: { field: 'COUNT' },
      first: 5,
      ...mistake,
    });
    expect([status, data]).toEqual([200, { logonGraph: null }]);
    expect(errors).toEqual([expect.objectContaining({ path: ['logonGraph'], extensions: { code, field } })]);
  });

  test('costs a scan, and what its edges and nodes may hold', async () => {
    const { text } = await api().query(
      `query ($range: TimeRange!) { logonGraph(range: $range, first: 10) { nodes { key } edges { from events(first: 2) { nodes { id } } } } }`,
      { range: EVER },
    );
    // 1 for the graph, 20 nodes, and as many edges with a page of two events each.
    expect(JSON.parse(text).extensions.cost.requested).toBe(1000 + 1 + 20 + 20 * (1 + 1 + 2));
  });
});
