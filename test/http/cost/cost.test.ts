import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';

import { recordDemo } from '../../../src/demo/recordDemo.ts';
import { DEFAULT_COST_LIMITS } from '../../../src/http/cost/limits.ts';
import { INGEST, INGEST_CONTEXT, useApi } from '../../support/api.ts';
import { RULES, useDatabase } from '../../support/database.ts';
import { aNumberedLogin } from '../../support/events.ts';
import { guardedBy, keyFor } from '../../support/keys.ts';

const database = useDatabase();
const api = useApi(database);
const strict = useApi(database, {
  limits: { perRequest: 500, perMinute: 1000, maxResponseBytes: 2000 },
});
const guarded = useApi(database, {
  access: async () => guardedBy(database()),
  limits: { ...DEFAULT_COST_LIMITS, perMinute: 1000 },
});

type Key = Awaited<ReturnType<typeof keyFor>>;
let [spender, other, writer, twin]: Key[] = [];

beforeAll(async () => {
  await recordDemo(database(), RULES);
  // Created before the first request, because the server looks for new keys only from time to time.
  spender = await keyFor(database(), 'events:read', 'events:write');
  other = await keyFor(database(), 'events:read');
  writer = await keyFor(database(), 'events:write');
  // Has the same name as the writer's key.
  twin = await keyFor(database(), 'events:write');
});

const costOf = ({ text }: { readonly text: string }): { requested: number; actual: number } =>
  JSON.parse(text).extensions.cost;

describe('the cost of a query is in its answer', () => {
  test('one per returned object', async () => {
    const answer = await api().query(
      '{ hosts(first: 1000) { nodes { hostname lastLogin { id } sessions(first: 2) { edges { node { id } } } } } }',
    );
    const { nodes } = answer.data.hosts;
    const rows = nodes.map(
      ({ lastLogin, sessions }: any) => 1 + (lastLogin ? 1 : 0) + 1 + 2 * sessions.edges.length,
    );
    const actual = 1 + rows.reduce((sum: number, row: number) => sum + row, 0);
    expect(nodes.length).toBeGreaterThan(3);
    expect(costOf(answer)).toEqual({ requested: 1 + 1000 * (1 + 1 + 1 + 2 * 2), actual });
  });

  test('through fragments on types and aliases, and never more than requested', async () => {
    const answer = await api().query(
      `{ newest: sessionEvents(first: 9) { nodes { __typename ...Event ... on LoginEvent { host { hostname } } } totalCount(mode: EXACT) { value } } }
       fragment Event on SessionEvent { of: session { id } }`,
    );
    const { nodes } = answer.data.newest;
    const objects = nodes.map(({ of, host }: any) => 1 + (of ? 1 : 0) + (host ? 1 : 0));
    const actual = 1 + objects.reduce((sum: number, row: number) => sum + row, 0) + 50 + 1;
    expect(costOf(answer)).toEqual({ requested: 1 + 9 * 3 + 51, actual });
    expect(costOf(answer).actual).toBeLessThanOrEqual(costOf(answer).requested);
  });

  test('sent events cost 1 each, regardless of the selected fields', async () => {
    const events = Array.from({ length: 40 }, (_, n) => aNumberedLogin(n, { hostname: 'COSTS' }));
    expect(costOf(await api().query(INGEST, { events }))).toEqual({ requested: 41, actual: 41 });
    const starts = events.map(({ login: { time, hostname } }) => ({ hostStart: { time, hostname } }));
    expect(costOf(await api().query(INGEST_CONTEXT, { events: starts }))).toEqual({
      requested: 41,
      actual: 41,
    });
  });
});

describe('a query whose possible cost is too high', () => {
  test('is refused before it runs, with the field that costs most', async () => {
    const { status, data, errors, text } = await strict().query(
      'query ($first: Int) { hosts(first: 10) { nodes { sessions(first: $first) { nodes { id } } } } }',
      { first: 1000 },
    );
    expect([status, data, errors?.map(({ extensions }) => extensions)]).toEqual([
      400,
      undefined,
      [{ code: 'QUERY_TOO_COSTLY' }],
    ]);
    expect(errors?.[0]?.message).toBe(
      'The query may cost 10021; the most is 500. Most of that is hosts.sessions. Request a smaller first, or fewer lists within lists.',
    );
    expect(text).not.toContain('stack');
  });

  test('1,000 x 1,000 x 1,000 is refused by default', async () => {
    const { status, errors } = await api().query(
      '{ hosts(first: 1000) { nodes { sessions(first: 1000) { nodes { events(first: 1000) { nodes { id } } } } } } }',
    );
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COSTLY']);
    expect(errors?.[0]?.message).toContain('hosts.sessions.events');
  });

  test('a mutation is not refused, and its answer has no size limit, so that the results are reported', async () => {
    const events = Array.from({ length: 600 }, (_, n) => aNumberedLogin(n, { hostname: 'MANY' }));
    const { data } = await strict().query(INGEST, { events });
    expect(data.ingestSessionEvents.accepted).toBe(600);
  });
});

describe('an answer that is too large', () => {
  test('is refused completely, and one below the limit is sent completely', async () => {
    const few = await strict().query('{ sessionEvents(first: 3) { nodes { id user time } } }');
    expect([few.status, few.data.sessionEvents.nodes.length]).toEqual([200, 3]);
    const { status, data, errors } = await strict().query(
      '{ sessionEvents(first: 100) { nodes { id user time } } }',
    );
    expect([status, data, errors?.[0]?.extensions]).toEqual([400, undefined, { code: 'RESPONSE_TOO_LARGE' }]);
    expect(errors?.[0]?.message).toMatch(/over 2000 bytes.* smaller first/);
  });
});

describe('a budget', () => {
  const PAGE = '{ sessionEvents(first: 400) { nodes { id } } }';

  test('does not exist, and has no headers, unless it is set', async () => {
    const { headers } = await api().query(PAGE);
    expect([headers.get('ratelimit'), headers.get('ratelimit-policy')]).toEqual([null, null]);
  });

  // The refill is negligible, however long the test takes.
  beforeEach(() => {
    jest.spyOn(performance, 'now').mockReturnValue(performance.now());
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('is charged for a query whose answer an error removes, but not for a refused field', async () => {
    const torn =
      '{ hosts(first: 20) { nodes { events(first: 2) { nodes { id } } sessions(first: -1) { nodes { id } } } } }';
    const { data, text } = await api().query(torn);
    expect(data).toEqual({ hosts: null });
    const { requested, actual } = JSON.parse(text).extensions.cost;
    expect(actual).toBe(requested);
    const alone = await api().query(
      '{ sessions(first: -1) { nodes { id } } hosts(first: 1) { nodes { hostname } } }',
    );
    expect(JSON.parse(alone.text).extensions.cost.actual).toBeLessThan(5);
  });

  test('is separate for each key, gets unused cost back, and refuses callers who have spent it', async () => {
    const nothing =
      '{ sessionEvents(first: 900, filter: { hostname: { startsWith: "NOBODY" } }) { nodes { id } } }';
    for (let time = 0; time < 5; time += 1) {
      const { status, headers } = await guarded().query(nothing, {}, spender);
      expect([status, headers.get('ratelimit-policy')]).toEqual([200, '"cost";q=1000;w=60']);
      expect(Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])).toBeGreaterThan(980);
    }
    const events = Array.from({ length: 950 }, (_, n) => aNumberedLogin(n, { hostname: 'BUDGET' }));
    expect((await guarded().query(INGEST, { events }, spender)).status).toBe(200);
    const { status, data, errors, headers } = await guarded().query(INGEST, { events }, spender);
    expect([status, data, errors?.[0]?.extensions]).toEqual([
      429,
      undefined,
      { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: expect.any(Number) },
    ]);
    const wait = Number(headers.get('retry-after'));
    expect(errors?.[0]?.extensions.retryAfterSeconds).toBe(wait);
    expect(wait).toBeGreaterThan(40);
    expect(wait).toBeLessThanOrEqual(60);
    expect(headers.get('ratelimit')).toMatch(/^"cost";r=\d+;t=\d+$/);

    // The same bucket is charged for records of /ingest.
    const url = new URL('/ingest', guarded().url);
    const send = async (count: number): Promise<Response> =>
      fetch(url, {
        method: 'POST',
        headers: { ...spender, 'content-type': 'application/json' },
        body: JSON.stringify(events.slice(0, count)),
      });
    const refused = await send(900);
    const retryAfterSeconds = Number(refused.headers.get('retry-after'));
    expect(retryAfterSeconds).toBeGreaterThan(30);
    expect([refused.status, await refused.json()]).toMatchObject([
      429,
      { errors: [{ extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds } }] },
    ]);
    const taken = await send(2);
    expect([taken.status, taken.headers.get('ratelimit-policy')]).toEqual([200, '"cost";q=1000;w=60']);

    expect((await guarded().query(PAGE, {}, other)).status).toBe(200);
  });

  test('is not shared by keys of the same name', async () => {
    const events = Array.from({ length: 950 }, (_, n) => aNumberedLogin(n, { hostname: 'TWIN' }));
    expect((await guarded().query(INGEST, { events }, twin)).status).toBe(200);
    const { headers } = await guarded().query('{ __typename }', {}, writer);
    expect(headers.get('ratelimit')).toMatch(/^"cost";r=1000;/);
  });

  test('a forbidden query costs nothing', async () => {
    for (let time = 0; time < 4; time += 1) {
      expect((await guarded().query(PAGE, {}, writer)).status).toBe(403);
    }
    const { headers } = await guarded().query('{ __typename }', {}, writer);
    expect(headers.get('ratelimit')).toMatch(/^"cost";r=1000;/);
  });
});
