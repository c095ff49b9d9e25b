import { describe, expect, test } from '@jest/globals';

import { openDatabase } from '../../../src/db/client.ts';
import { NO_RESTARTS } from '../../../src/http/observe/addRestarts.ts';
import { makeMetrics } from '../../../src/http/observe/makeMetrics.ts';
import { printMetrics } from '../../../src/http/observe/metricsOfProcess.ts';
import { INGEST, INGEST_CONTEXT, useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { aLogin, aNumberedLogin } from '../../support/events.ts';
import { guardedBy, keyFor } from '../../support/keys.ts';
import { withSessionsLocked } from '../../support/lockedEvents.ts';

const database = useDatabase();
const api = useApi(database);
const guarded = useApi(database, { access: async () => guardedBy(database()) });

const scrape = async (headers: Record<string, string> = {}, of = api): Promise<Response> =>
  fetch(new URL('/metrics', of().url), { headers });

/** Returns the value of a series; undefined when it does not exist. */
const valueOf = (text: string, series: string): number | undefined => {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};

test('is only for admins', async () => {
  const [admin, reader] = [
    await keyFor(database(), 'admin'),
    await keyFor(database(), 'events:read', 'events:write'),
  ];
  expect((await scrape({}, guarded)).status).toBe(401);
  expect((await scrape(reader, guarded)).status).toBe(403);
  const answer = await scrape(admin, guarded);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
});

test('counts requests, costs and operations by name', async () => {
  await api().query('query Hosts { hosts { nodes { hostname } } }');
  await api().query('query Hosts { hosts { nodes { hostname } } }');
  await api().query('{ overview { hosts { value } } }');
  await api().query('{ nothing }');
  const text = await (await scrape()).text();
  const requests = (labels: string): number | undefined =>
    valueOf(text, `sessionscope_requests_total{${labels}}`);
  expect(requests('route="/graphql",status="200",outcome="ok"')).toBe(3);
  expect(requests('route="/graphql",status="400",outcome="refused"')).toBe(1);
  const seen = (name: string): number | undefined =>
    valueOf(text, `sessionscope_operation_duration_seconds_count{operation="${name}"}`);
  expect([seen('Hosts'), seen('anonymous')]).toEqual([2, 1]);
  // hosts: the connection and 50 nodes, twice; overview: two objects.
  expect(valueOf(text, 'sessionscope_operation_cost_sum{kind="requested"}')).toBe(2 * 51 + 2);
  expect(valueOf(text, 'sessionscope_operation_cost_sum{kind="actual"}')).toBe(2 * 1 + 2);
  expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
});

test('counts verdicts and stitching, and shows the age of the newest event', async () => {
  const time = new Date(Date.now() - 3_600_000).toISOString();
  const event = aLogin({ time, hostname: 'SECRETHOST', user: 'secretuser', srcIp: '10.9.8.7' });
  const bad = { login: { ...event.login, time: 'never' } };
  await api().query(INGEST, { events: [event, bad] });
  const seen = { hostSeen: { time, hostname: 'SECRETHOST' } };
  const disconnect = { disconnect: { time, hostname: 'SECRETHOST', user: 'secretuser', loginId: 1 } };
  const badSeen = { hostSeen: { time: 'never', hostname: 'SECRETHOST' } };
  await api().query(INGEST_CONTEXT, { events: [seen, disconnect, seen, badSeen] });
  await fetch(new URL('/ingest', api().url), { method: 'POST', body: JSON.stringify([event]) });
  const text = await (await scrape()).text();
  const items = (verdict: string): number | undefined =>
    valueOf(text, `sessionscope_ingested_items_total{verdict="${verdict}"}`);
  const verdicts = ['accepted', 'duplicate', 'rejected', 'skipped', 'unrelated', 'not_understood'];
  expect(verdicts.map(items)).toEqual([3, 2, 2, 0, 0, 0]);
  const lag = valueOf(text, 'sessionscope_event_lag_seconds') ?? 0;
  expect(lag).toBeGreaterThanOrEqual(3600);
  expect(lag).toBeLessThan(3660);
  expect(valueOf(text, 'sessionscope_stitch_duration_seconds_count')).toBeGreaterThanOrEqual(1);
  expect(valueOf(text, 'sessionscope_partitions')).toBe(1);
  expect(valueOf(text, 'sessionscope_partitions_ahead_seconds')).toBeGreaterThan(-3600);
  expect(valueOf(text, 'sessionscope_pool_connections{pool="read",state="busy"}')).toBe(0);
  expect(text).not.toMatch(/secrethost|secretuser|10\.9\.8\.7/i);
});

test('counts shared transactions that wait for too long, whose requests are then stored alone', async () => {
  const countFailed = async (): Promise<number | undefined> =>
    valueOf(await (await scrape()).text(), 'sessionscope_shared_transactions_failed_total');
  expect(await countFailed()).toBe(0);
  const answers: Promise<unknown>[] = [];
  await withSessionsLocked(database(), async () => {
    answers.push(...[0, 1, 2].map(async (n) => api().query(INGEST, { events: [aNumberedLogin(n)] })));
    await awaitUntil('the shared transaction has failed', async () => (await countFailed()) === 1);
  });
  for (const answer of answers)
    expect(await answer).toMatchObject({ data: { ingestSessionEvents: { accepted: 1 } } });
  expect(await countFailed()).toBe(1);
});

test('shows how long the event loop was blocked, since the last scrape and since the start', async () => {
  const longest = (text: string, since: string): number =>
    valueOf(text, `sessionscope_event_loop_longest_block_seconds{since="${since}"}`) ?? Number.NaN;
  // The next scrape has all delays from here on.
  await scrape();
  const answer = scrape();
  const endMs = performance.now() + 300;
  while (performance.now() < endMs);
  const blocked = await (await answer).text();
  const [median, slowest] = [0.5, 0.99].map((quantile) =>
    valueOf(blocked, `sessionscope_event_loop_delay_seconds{quantile="${quantile}"}`),
  );
  expect(longest(blocked, 'scrape')).toBeGreaterThan(0.29);
  expect(longest(blocked, 'start')).toBeGreaterThanOrEqual(longest(blocked, 'scrape'));
  expect(slowest).toBeLessThanOrEqual(longest(blocked, 'scrape'));
  expect(median).toBeLessThanOrEqual(slowest ?? Number.NaN);
  await awaitUntil('a later scrape starts again', async () => {
    const later = await (await scrape()).text();
    expect(longest(later, 'start')).toBeGreaterThanOrEqual(longest(blocked, 'scrape'));
    return longest(later, 'scrape') < 0.29;
  });
});

test('has a series for at most a hundred names', async () => {
  for (let index = 0; index < 110; index += 1) await api().query(`query Many${index} { __typename }`);
  const text = await (await scrape()).text();
  expect(text.match(/operation_duration_seconds_count\{/g)?.length).toBe(101);
  expect(
    valueOf(text, 'sessionscope_operation_duration_seconds_count{operation="other"}'),
  ).toBeGreaterThanOrEqual(10);
});

describe('while Postgres is down', () => {
  test('reports that, and omits the metrics from Postgres', async () => {
    const away = openDatabase({
      url: 'postgres://x@127.0.0.1:1/x',
      readConnections: 1,
      writeConnections: 1,
      deadlineMs: 1000,
    });
    const metrics = makeMetrics(away, () => NO_RESTARTS);
    const text = await printMetrics([await metrics.collect()]);
    expect(valueOf(text, 'sessionscope_database_up')).toBe(0);
    expect(valueOf(text, 'sessionscope_partitions')).toBeUndefined();
    expect(valueOf(text, 'sessionscope_partitions_ahead_seconds')).toBeUndefined();
    expect(valueOf(text, 'sessionscope_pool_waiting{pool="read"}')).toBe(0);
    metrics.close();
    await away.close();
  });

  test('waits at most a second for a Postgres that hangs', async () => {
    const held = await database().keyPool.connect();
    try {
      // The connection is not released meanwhile, so an answer that waited for it would never arrive.
      expect(valueOf(await (await scrape()).text(), 'sessionscope_database_up')).toBe(0);
    } finally {
      held.release();
    }
    expect(valueOf(await (await scrape()).text(), 'sessionscope_database_up')).toBe(1);
  });
});
