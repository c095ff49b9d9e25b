import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST, useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { eventFilters } from '../support/eventFilters.ts';
import { aLock, aLogin, aLogout, anUnlock, aReconnect } from '../support/events.ts';
import { matches } from '../support/filterOracle.ts';
import type { StoredEvent } from '../support/filterOracle.ts';
import { samples } from '../support/samples.ts';

const api = useApi(useDatabase());

const USERS = ['CORP\\ana', 'corp.example\\ANA', 'ana', 'LAB\\ana', 'CORP\\ben', 'CORP\\an%a', null];
const HOSTS = ['HOST1', 'host2', 'WEB_1'];
const ADDRESSES = ['10.0.0.5', '10.0.1.5', '192.168.1.5', '203.0.113.7', null];
const BUILDERS = [aLogin, aLogout, aReconnect, aLock, anUnlock];
/** Over eight years and so over many partitions, some of them in the same microsecond. */
const TIMES = [
  '2019-02-01T00:00:00Z',
  '2021-07-01T12:00:00.000001Z',
  '2024-12-31T23:59:59.999999Z',
  '2025-01-01T00:00:00Z',
].concat(
  '2025-01-01T00:00:00.000001Z',
  '2026-03-05T08:00:00Z',
  '2026-03-05T08:00:00Z',
  '2026-11-01T00:00:00Z',
);

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;

/** 240 events whose values are combined by coprime steps, so that most pairs occur. */
const events = Array.from({ length: 240 }, (_, n) => {
  const builder = pick(BUILDERS, n);
  const isRemoteCapable = builder !== aLock && builder !== anUnlock;
  return builder({
    time: pick(TIMES, Math.floor(n / 3)),
    hostname: pick(HOSTS, Math.floor(n / 7)),
    user: pick(USERS, Math.floor(n / 2)),
    uid: pick(['S-1-5-18', '1000', null], n),
    loginId: pick(['0x1f4', '0x3e7', null], Math.floor(n / 5)),
    sourceId: `source/${n}`,
    ...(isRemoteCapable && {
      loginType: pick(['RDP', 'REMOTE', null], n),
      srcIp: pick(ADDRESSES, Math.floor(n / 4)),
      srcPort: pick([22, 3389, null], n),
    }),
    ...(builder === aLogin && { loginSuccessful: n % 2 === 0 }),
  });
});

const FIELDS = `id time action hostname user userDomain userName uid loginId sourceId
  ... on RemoteCapableEvent { loginType srcIp srcPort destIp destPort } ... on LoginEvent { loginSuccessful }`;

const LIST = `query List($filter: SessionEventFilter, $order: TimeOrder! = NEWEST_FIRST, $first: Int, $after: String, $last: Int, $before: String) {
  sessionEvents(filter: $filter, order: $order, first: $first, after: $after, last: $last, before: $before) {
    totalCount(mode: EXACT) { value relation }
    edges { cursor node { ${FIELDS} } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const list = async (variables: object): Promise<any> => {
  const { data, errors } = await api().query(LIST, variables);
  expect(errors).toBeUndefined();
  return data.sessionEvents;
};

const nodesOf = (connection: any): StoredEvent[] => connection.edges.map(({ node }: any) => node);

let all: StoredEvent[] = [];

beforeAll(async () => {
  const { data } = await api().query(INGEST, { events });
  expect(data.ingestSessionEvents.accepted).toBe(events.length);
  all = nodesOf(await list({ first: 1000, order: 'OLDEST_FIRST' }));
});

const { comparator, filter } = eventFilters(TIMES);

describe('sessionEvents', () => {
  test('has every event once, ordered by time and then by the life cycle of a session', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(events.length);
    expect(all.map(({ time }) => time)).toEqual(all.map(({ time }) => time).toSorted());
  });

  test('a list and its count match the filter like the oracle', async () => {
    await fc.assert(
      fc.asyncProperty(filter, async (given) => {
        const connection = await list({ filter: given, order: 'OLDEST_FIRST', first: 1000 });
        const expected = all.filter((event) => matches(event, given));
        expect(nodesOf(connection).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        expect(connection.totalCount).toEqual({ value: expected.length, relation: 'EQUAL' });
      }),
      samples(150),
    );
  });

  test('pages concatenate to the whole, in both orders and both directions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(comparator, { nil: undefined }),
        fc.constantFrom('NEWEST_FIRST', 'OLDEST_FIRST'),
        fc.boolean(),
        fc.integer({ min: 7, max: 90 }),
        async (given, order, isForward, size) => {
          const whole = all.filter((event) => matches(event, given ?? {})).map(({ id }) => id);
          const expected = order === 'OLDEST_FIRST' ? whole : whole.toReversed();
          const walked: string[] = [];
          for (let cursor: string | undefined; ;) {
            const paging = isForward ? { first: size, after: cursor } : { last: size, before: cursor };
            const { edges, pageInfo } = await list({ filter: given, order, ...paging });
            const ids = edges.map(({ node }: any) => node.id);
            if (isForward) walked.push(...ids);
            else walked.unshift(...ids);
            expect(isForward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(cursor !== undefined);
            if (!(isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
            expect(ids).toHaveLength(size);
            cursor = isForward ? pageInfo.endCursor : pageInfo.startCursor;
          }
          expect(walked).toEqual(expected);
        },
      ),
      samples(40),
    );
  });

  test('a page between two cursors', async () => {
    const { edges } = await list({ first: 50 });
    const between = await list({ after: edges[9].cursor, before: edges[20].cursor });
    expect(nodesOf(between).map(({ id }) => id)).toEqual(edges.slice(10, 20).map(({ node }: any) => node.id));
    const tail = await list({ last: 3, after: edges[9].cursor, before: edges[20].cursor });
    expect(nodesOf(tail).map(({ id }) => id)).toEqual(edges.slice(17, 20).map(({ node }: any) => node.id));
  });

  test('events that arrive between pages neither repeat nor hide others', async () => {
    const first = await list({ first: 100 });
    await api().query(INGEST, { events: [aLogin({ hostname: 'LATE', time: '2026-11-20T00:00:00Z' })] });
    const second = await list({ first: 1000, after: first.pageInfo.endCursor });
    const walked = [...nodesOf(first), ...nodesOf(second)].map(({ id }) => id);
    expect(walked).toEqual(all.toReversed().map(({ id }) => id));
  });

  test('a null comparator is ignored, so that optional variables work', async () => {
    const query =
      'query ($host: String) { sessionEvents(first: 1, filter: { hostname: { eq: $host }, user: null }) { totalCount { value } } }';
    const { data } = await api().query(query);
    expect(data.sessionEvents.totalCount.value).toBeGreaterThanOrEqual(events.length);
  });
});

describe('node and nodes', () => {
  test('find events by id, in order, null for an unknown id', async () => {
    const [first, second] = all;
    const unknown = Buffer.from(
      `event1 2026-01-01T00:00:00.000000Z ${'0'.repeat(8)}-0000-8000-8000-${'0'.repeat(12)} NOBODY`,
    ).toString('base64url');
    const { data } = await api().query(
      'query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } node(id: $id) { id __typename } }',
      {
        ids: [second?.['id'], unknown, first?.['id'], second?.['id']],
        id: first?.['id'],
      },
    );
    expect(data.nodes).toEqual([{ id: second?.['id'] }, null, { id: first?.['id'] }, { id: second?.['id'] }]);
    expect(data.node.id).toBe(first?.['id']);
  });
});
