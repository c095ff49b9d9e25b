import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { openDatabase } from '../../src/db/client.ts';
import type { Database } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { INGEST, useApi } from '../support/api.ts';
import type { Answer, Api } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { aNumberedLogin } from '../support/events.ts';
import { expectRefusedQuery } from '../support/expectRefusedQuery.ts';
import { awaitWaiting, withEventsLocked } from '../support/lockedEvents.ts';
import { makeOwnPostgres } from '../support/ownPostgres.ts';
import type { OwnPostgres } from '../support/ownPostgres.ts';
import { NO_DEADLINE_MS } from '../support/timeLimits.ts';

/** Independent of DATABASE_URL, because a Postgres that the tests stop cannot be shared. */
let postgres: OwnPostgres;
let database: Database;

/** The same database with a deadline that is short enough for a test. */
let impatient: Database;

const SHORT_DEADLINE_MS = 1500;

beforeAll(async () => {
  postgres = await makeOwnPostgres();
  await migrate(postgres.url);
  const options = { url: postgres.url, readConnections: 4, writeConnections: 4 };
  database = openDatabase({ ...options, deadlineMs: NO_DEADLINE_MS });
  impatient = openDatabase({ ...options, deadlineMs: SHORT_DEADLINE_MS });
});

const api = useApi(() => database);
const impatientApi = useApi(() => impatient);

afterAll(async () => {
  await Promise.all([database.close(), impatient.close()]);
  await postgres.remove();
});

/** Values that must not appear in an answer or in the log. */
const SECRET = 'Hunter2-never-log';

let lastHost = 0;
let hostname = '';
beforeEach(() => {
  lastHost += 1;
  hostname = `HOST${lastHost}`;
});

const batchOf = (first: number, count: number): readonly object[] =>
  Array.from({ length: count }, (_, n) => aNumberedLogin(first + n, { hostname, user: SECRET }));

const ingest = async (events: readonly object[]): Promise<Answer> => api().query(INGEST, { events });

const LIST = `query ($hostname: String!) { sessionEvents(first: 1000, filter: { hostname: { eq: $hostname } }) {
  totalCount(mode: EXACT) { value } nodes { sourceId } } }`;

const list = async (): Promise<Answer> => api().query(LIST, { hostname });

const countStored = async (): Promise<number> => (await list()).data.sessionEvents.totalCount.value;

const health = async (path: string): Promise<number> => (await fetch(new URL(path, api().url))).status;

/** Expects that the answer says to retry, without internal details, and that the log has the same id and no values. */
const expectOutage = (
  answer: Answer,
  message = /^The database is unavailable\./,
  { log }: Pick<Api, 'log'> = api(),
): void => {
  const { status, headers, data, errors, text } = answer;
  expect(status).toBe(503);
  expect(data).toBeNull();
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  const [error] = errors ?? [];
  expect(error).toMatchObject({
    message: expect.stringMatching(message),
    extensions: {
      code: 'SERVICE_UNAVAILABLE',
      retryable: true,
      retryAfterSeconds: Number(headers.get('retry-after')),
      errorId: expect.stringMatching(/^[\da-f-]{36}$/),
    },
  });
  expect(text).not.toMatch(
    /insert|select|session_event|unnest|\$1|postgres|127\.0\.0\.1|localhost|ECONN|stack|\.ts|node_modules|faults/i,
  );
  expect(text).not.toContain(`:${new URL(postgres.url).port}`);
  expect(text).not.toContain(SECRET);
  const errorId = error?.extensions.errorId ?? 'none';
  expect(log().filter((line) => line.includes(`"errorId":"${errorId}"`))).toHaveLength(1);
  expect(log().join('\n')).not.toContain(SECRET);
};

describe('the database is stopped', () => {
  test('before a batch: nothing is acknowledged, reads fail too, and after a start both work', async () => {
    expect((await ingest(batchOf(0, 3))).data.ingestSessionEvents.accepted).toBe(3);
    await postgres.end('STOP');
    for (const request of [ingest(batchOf(3, 5)), list(), list(), api().query('{ overview { firstAt } }')]) {
      expectOutage(await request);
    }
    // The cached list of partitions is refreshed from time to time, even if Postgres does not answer.
    database.partitions.forget();
    expectOutage(await list());
    expectOutage(await ingest(batchOf(3, 5)));
    expect(await health('/readyz')).toBe(503);
    expect(await health('/livez')).toBe(200);

    await postgres.start();
    expect(await health('/readyz')).toBe(200);
    expect((await ingest(batchOf(3, 5))).data.ingestSessionEvents).toMatchObject({
      accepted: 5,
      duplicates: 0,
    });
    expect(await countStored()).toBe(8);
  });

  test('requests without the database are answered', async () => {
    await postgres.end('STOP');
    const { status, data } = await ingest([aNumberedLogin(1, { hostname: '' })]);
    expect({ status, rejected: data.ingestSessionEvents.rejected }).toEqual({ status: 200, rejected: 1 });
    expect((await api().query('{ __typename }')).status).toBe(200);
    await postgres.start();
  });

  test('only the fields of a query that need the database fail, unless all of them do', async () => {
    await postgres.end('STOP');
    const partly = await api().query(
      '{ nodes(ids: []) { id } overview { firstAt } hosts { nodes { hostname } } }',
    );
    expect([partly.status, partly.data]).toEqual([
      200,
      { nodes: [], overview: { firstAt: null }, hosts: null },
    ]);
    const retryable = { extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true, retryAfterSeconds: 2 } };
    expect(partly.errors).toHaveLength(2);
    expect(partly.errors).toMatchObject([retryable, retryable]);
    expectOutage(await api().query('{ overview { __typename firstAt } hunts { __typename } }'));
    await postgres.start();
  });

  test('after a batch: acknowledged events are stored, and duplicates when they are sent again', async () => {
    expect((await ingest(batchOf(0, 50))).data.ingestSessionEvents.accepted).toBe(50);
    await postgres.end('CRASH');
    expectOutage(await list());
    await postgres.start();
    expect((await ingest(batchOf(0, 50))).data.ingestSessionEvents).toMatchObject({
      accepted: 0,
      duplicates: 50,
    });
    expect(await countStored()).toBe(50);
  });
});

test.each(['STOP', 'CRASH'] as const)(
  'a %s during batches: acknowledged ones are stored, and the others are stored once when they are sent again',
  async (how) => {
    const size = 40;
    const batches = Array.from({ length: 24 }, (_, n) => batchOf(n * size, size));
    const answers: Answer[] = [];
    const unsent = [...batches.entries()];
    const failed: (readonly object[])[] = [];
    let isEnding: Promise<void> | undefined;
    const ship = async (): Promise<void> => {
      for (let next = unsent.shift(); next !== undefined; next = unsent.shift()) {
        const [place, batch] = next;
        // In the middle, with four batches in flight.
        if (place === 10) isEnding = postgres.end(how);
        const answer = await ingest(batch);
        if (answer.status !== 200) failed.push(batch);
        answers.push(answer);
      }
    };
    await Promise.all([ship(), ship(), ship(), ship()]);
    await isEnding;
    const [acknowledged, refused] = [200, 503].map((wanted) =>
      answers.filter(({ status }) => status === wanted),
    );
    expect(acknowledged?.length).toBeGreaterThan(0);
    expect(refused?.length).toBeGreaterThan(0);
    expect(answers).toHaveLength(batches.length);
    for (const answer of acknowledged ?? []) expect(answer.data.ingestSessionEvents.accepted).toBe(size);
    // When Postgres ends during a commit, the outcome is unknown.
    for (const answer of refused ?? [])
      expectOutage(answer, /^The database (is unavailable|did not confirm the commit)\./);

    await postgres.start();
    expect(await countStored()).toBeGreaterThanOrEqual((acknowledged?.length ?? 0) * size);
    for (const batch of failed) {
      const { accepted, duplicates } = (await ingest(batch)).data.ingestSessionEvents;
      expect(accepted + duplicates).toBe(size);
    }
    expect(await countStored()).toBe(batches.length * size);
  },
);

describe('the network', () => {
  test('breaks during a query: it fails, and the next one is answered', async () => {
    await list();
    await withEventsLocked(database, async () => {
      const waiting = [list(), list(), api().query('{ overview { firstAt } }')];
      await awaitWaiting(database, 3);
      postgres.cut();
      for (const answer of await Promise.all(waiting)) expectOutage(answer);
    });
    expect((await list()).status).toBe(200);
  });

  test('drops all packets: queries give up, and work again afterwards', async () => {
    const listSoon = async (): Promise<Answer> => impatientApi().query(LIST, { hostname });
    await awaitUntil('a query is answered', async () => (await listSoon()).status === 200);
    postgres.freeze();
    const [answer, readiness] = await Promise.all([listSoon(), health('/readyz')]);
    expectOutage(answer, undefined, impatientApi());
    expect(readiness).toBe(503);
    expect(await health('/livez')).toBe(200);
    postgres.thaw();
    await awaitUntil('a query is answered again', async () => (await listSoon()).status === 200);
    await awaitUntil('it is ready', async () => (await health('/readyz')) === 200);
  });
});

test('a query that reaches the deadline is refused, and its backend is idle again', async () => {
  await withEventsLocked(database, async () => {
    const answer = await impatientApi().query(LIST, { hostname });
    expectRefusedQuery(answer, 'DEADLINE_EXCEEDED');
    expect(answer.headers.get('retry-after')).toBeNull();
    await awaitWaiting(database, 0);
  });
  expect((await list()).status).toBe(200);
});
