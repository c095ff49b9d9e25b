import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { explainStartError } from '../../src/commands/openPostgres.ts';
import { readConfig } from '../../src/config/config.ts';
import { selectApiKeys } from '../../src/db/access/selectApiKeys.ts';
import { openDatabase } from '../../src/db/client.ts';
import type { Database } from '../../src/db/client.ts';
import { UnknownOutcomeError } from '../../src/db/errors.ts';
import { migrate } from '../../src/db/migrate.ts';
import { addKey, revokeKey } from '../../src/domain/access/addKey.ts';
import { eraseEvents } from '../../src/domain/eraseEvents.ts';
import { INGEST, useApi } from '../support/api.ts';
import type { Answer, Api } from '../support/api.ts';
import { awaitConnection } from '../support/awaitConnection.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { aNumberedLogin } from '../support/events.ts';
import { awaitWaiting, withEventsLocked, withSessionsLocked } from '../support/lockedEvents.ts';
import { makeOwnPostgres } from '../support/ownPostgres.ts';
import type { OwnPostgres } from '../support/ownPostgres.ts';

let postgres: OwnPostgres;
/** A server with a long deadline, for writes that should succeed. */
let database: Database;
/** A server with a short deadline, for writes that should exceed it. */
let hasty: Database;
/** A server whose deadline is long enough to reach the commit. */
let patient: Database;

beforeAll(async () => {
  postgres = await makeOwnPostgres();
  await migrate(postgres.url);
  const sizes = { url: postgres.url, readConnections: 2, writeConnections: 4, deadlineMs: 60_000 };
  database = openDatabase({ ...sizes, writeDeadlineMs: 60_000 });
  hasty = openDatabase({ ...sizes, writeDeadlineMs: 500 });
  patient = openDatabase({ ...sizes, writeDeadlineMs: 5000 });
});

const api = useApi(() => database);
const hastyApi = useApi(() => hasty);
const patientApi = useApi(() => patient);

afterEach(() => postgres.thaw());

afterAll(async () => {
  await Promise.all([database, hasty, patient].map(async ({ close }) => close()));
  await postgres.remove();
});

let lastHost = 0;
let events: readonly object[] = [];
beforeEach(() => {
  lastHost += 1;
  events = Array.from({ length: 20 }, (_, n) => aNumberedLogin(n, { hostname: `HOST${lastHost}` }));
});

type Send = (to: Api) => Promise<Answer>;

/** The two ways to store events, with a common form of the answer. */
const WAYS: readonly (readonly [string, Send])[] = [
  ['a mutation', async (to) => to.query(INGEST, { events })],
  [
    '/ingest',
    async (to) => {
      const body = events.map((event) => JSON.stringify(event)).join('\n');
      const response = await fetch(new URL('/ingest', to.url), { method: 'POST', body });
      const text = await response.text();
      const { errors, ...counts } = JSON.parse(text);
      return {
        status: response.status,
        headers: response.headers,
        data: errors?.length === 0 ? { ingestSessionEvents: counts } : null,
        errors,
        text,
      };
    },
  ],
];

const countStored = async (): Promise<number> => {
  const { rows } = await database.keyPool.query<{ count: number }>(
    'select count(*)::integer from session_event where hostname = $1',
    [`HOST${lastHost}`],
  );
  return rows[0]?.count ?? Number.NaN;
};

const expectRetry = (answer: Answer): void => {
  const { status, headers, data, errors, text } = answer;
  expect([status, data]).toEqual([503, null]);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(errors).toMatchObject([{ extensions: { retryable: true } }]);
  expect(text).not.toMatch(/commit;|insert|session_event|127\.0\.0\.1|\.ts|stack/i);
};

const expectNothingDone = (answer: Answer): void => {
  expectRetry(answer);
  expect(answer.errors).toMatchObject([
    {
      message: expect.stringMatching(/changed nothing; try again\.$/),
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    },
  ]);
  expect(answer.text).not.toContain('outcome');
};

const expectUnknown = (answer: Answer): void => {
  expectRetry(answer);
  expect(answer.errors).toMatchObject([
    {
      message: expect.stringMatching(/may have been stored; send the same again/),
      extensions: { code: 'SERVICE_UNAVAILABLE', outcome: 'UNKNOWN' },
    },
  ]);
  expect(answer.text).not.toContain('nothing');
};

const expectCounts = (answer: Answer, accepted: number, duplicates: number): void => {
  expect(answer.data?.ingestSessionEvents).toMatchObject({ accepted, duplicates });
};

describe.each(WAYS)('%s', (_way, send) => {
  test('whose commit is not answered may have been stored, and is stored once when it is sent again', async () => {
    postgres.loseAnswers();
    expectUnknown(await send(api()));
    postgres.thaw();
    expect(await countStored()).toBe(20);
    expectCounts(await send(api()), 0, 20);
    expect(await countStored()).toBe(20);
  });

  test('whose connection breaks before its commit changed nothing', async () => {
    await withSessionsLocked(database, async () => {
      const waiting = send(api());
      await awaitWaiting(database, 1);
      postgres.cut();
      expectNothingDone(await waiting);
    });
    expect(await countStored()).toBe(0);
    expectCounts(await send(api()), 20, 0);
  });

  test('that Postgres terminates changed nothing', async () => {
    await withSessionsLocked(database, async () => {
      const waiting = send(api());
      await awaitWaiting(database, 1);
      await database.keyPool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'`,
      );
      expectNothingDone(await waiting);
    });
    expectCounts(await send(api()), 20, 0);
  });

  test.each([
    ['the events', withEventsLocked],
    ['the sessions', withSessionsLocked],
  ])('that waits for a lock on %s gives up at its deadline, and changed nothing', async (_, withLocked) => {
    await awaitConnection(hasty.writePool);
    await withLocked(database, async () => {
      expectNothingDone(await send(hastyApi()));
      await awaitWaiting(database, 0);
    });
    expect(await countStored()).toBe(0);
    expectCounts(await send(api()), 20, 0);
  });

  test('to a suspended Postgres gives up at its deadline; nothing is stored later', async () => {
    await send(hastyApi());
    lastHost += 1;
    events = events.map((event) => ({
      login: { ...Object.values(event)[0], hostname: `HOST${lastHost}` },
    }));
    const resume = await postgres.pause();
    try {
      const { errors, ...answer } = await send(hastyApi());
      expectRetry({ ...answer, errors });
      expect(errors?.[0]?.message).toMatch(/changed nothing; try again\.$/);
      // The cached list of partitions is refreshed from time to time, even if Postgres does not answer.
      hasty.partitions.forget();
      expectRetry(await send(hastyApi()));
    } finally {
      resume();
    }
    expectCounts(await send(api()), 20, 0);
    expect(await countStored()).toBe(20);
  });

  test('whose client disconnects is stored nevertheless', async () => {
    const disconnect = new AbortController();
    await withSessionsLocked(database, async () => {
      const body = JSON.stringify({ query: INGEST, variables: { events } });
      const sent = fetch(api().url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: disconnect.signal,
      });
      await awaitWaiting(database, 1);
      disconnect.abort();
      await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    });
    expectCounts(await send(api()), 0, 20);
  });

  test.each([
    [
      'is read-only',
      '25006',
      'set default_transaction_read_only = on',
      'reset default_transaction_read_only',
    ],
    ['accepts no connections', '55000', 'allow_connections false', 'allow_connections true'],
  ])('to a Postgres that %s (%s) changed nothing', async (_, code, fault, mend) => {
    await alterDatabase(fault);
    try {
      expectNothingDone(await send(api()));
      const line = api()
        .log()
        .findLast((logged) => logged.includes('cannot be reached'));
      expect(JSON.parse(line ?? '{}')).toMatchObject({ error: { code } });
    } finally {
      await alterDatabase(mend);
    }
    expectCounts(await send(api()), 20, 0);
  });
});

test('a commit that is not answered before the deadline may have been completed', async () => {
  postgres.withholdAnswers();
  expectUnknown(await patientApi().query(INGEST, { events }));
  postgres.thaw();
  expectCounts(await api().query(INGEST, { events }), 0, 20);
});

test('in a request with two mutations only the failed one has an error, and the status says to retry', async () => {
  const both = `mutation ($one: [SessionEventInput!]!, $two: [SessionEventInput!]!) {
    one: ingestSessionEvents(events: $one) { accepted } two: ingestSessionEvents(events: $two) { accepted } }`;
  await withSessionsLocked(database, async () => {
    const variables = { one: [aNumberedLogin(0, { hostname: '' })], two: events };
    const { status, headers, errors } = await hastyApi().query(both, variables);
    expect([status, Number(headers.get('retry-after'))]).toEqual([503, expect.any(Number)]);
    expect(errors).toMatchObject([
      { path: ['two'], message: expect.stringContaining('The field changed nothing') },
    ]);
  });
});

describe('a command whose commit is not answered reports that it may be done', () => {
  const CONFIG = readConfig({});

  const expectMayBeDone = async (work: Promise<unknown>): Promise<void> => {
    const error = await work.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    expect(explainStartError(error, CONFIG)).toMatch(
      /^The database did not confirm the commit\. .*may have been completed/,
    );
  };

  test('keys add and revoke', async () => {
    postgres.loseAnswers();
    await expectMayBeDone(addKey(database, { name: 'lost', scopes: ['admin'], lifetimeMs: null }));
    postgres.thaw();
    const [key] = await selectApiKeys(database);
    expect(key).toMatchObject({ name: 'lost', revokedAt: null });
    postgres.loseAnswers();
    await expectMayBeDone(revokeKey(database, key?.id ?? ''));
    postgres.thaw();
    expect((await selectApiKeys(database))[0]?.revokedAt).not.toBeNull();
  });

  test('erase', async () => {
    await api().query(INGEST, { events });
    const erasure = { hostname: `HOST${lastHost}`, account: null, from: null, until: null, source: null };
    postgres.loseAnswers();
    await expectMayBeDone(eraseEvents(database, erasure));
    postgres.thaw();
    await eraseEvents(database, erasure);
    expect(await countStored()).toBe(0);
  });
});

/** Changes the database, and ends open connections so that new ones are affected. */
const alterDatabase = async (change: string): Promise<void> => {
  const url = new URL(postgres.url);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`alter database ${name} ${change}`);
  await client.query('select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = $1', [
    name,
  ]);
  await client.end();
  await awaitUntil('the pool has noticed it', async () => database.writePool.totalCount === 0);
};
