import { expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import type { Answer } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';
import { aNumberedLogin } from '../support/events.ts';
import { awaitWaiting, withEventsLocked } from '../support/lockedEvents.ts';

const database = useDatabase();
const api = useApi(database);

const LIST = '{ sessionEvents { nodes { id } } }';

/** More events than requests have that share a transaction: each of these takes a connection. */
const MANY = 101;

const EVENTS = Array.from({ length: MANY }, (_, n) => aNumberedLogin(n));
const LOCKS = `${JSON.stringify({ lock: { time: '2026-11-16T09:00:00Z', hostname: 'WS9' } })}\n`.repeat(MANY);

const isProblem = (line: string): boolean => JSON.parse(line).level >= 50;

/** Waits until the log has a line with the code for each refused request. */
const expectLines = async (answers: readonly Pick<Answer, 'status' | 'headers'>[]): Promise<void> => {
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(0);
  const ids = new Set(refused.map(({ headers }) => headers.get('x-request-id')));
  const listLines = (): any[] =>
    api()
      .log()
      .map((line) => JSON.parse(line))
      .filter(({ reqId }) => ids.has(reqId));
  await awaitUntil('each has a line', async () => listLines().length >= ids.size);
  expect(ids.size).toBe(refused.length);
  expect(listLines()).toHaveLength(refused.length);
  for (const line of listLines()) {
    expect(line).toMatchObject({ status: 503, errorCodes: ['OVERLOADED'], msg: 'Request ended.' });
  }
};

/** Counts the busy backends of the database, except the one of this statement. */
const countActive = async (): Promise<number> => {
  const { rows } = await database().keyPool.query<{ count: number }>(
    `select count(*)::integer from pg_stat_activity
     where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
  );
  return rows[0]?.count ?? Number.NaN;
};

/** Expects that no request waits or runs, and that a new one is answered; then waits until the audit log needs no connection. */
const expectCalm = async (): Promise<void> => {
  await awaitUntil('nothing runs any more', async () => (await countActive()) === 0);
  const { readPool, writePool, keyPool } = database();
  for (const pool of [readPool, writePool, keyPool]) {
    await awaitUntil('all connections are given back', async () => pool.idleCount === pool.totalCount);
    expect([pool.countWaiting(), pool.waitingCount]).toEqual([0, 0]);
    expect(pool.totalCount).toBeLessThanOrEqual(pool.options.max);
  }
  expect((await api().query(LIST)).status).toBe(200);
  await awaitUntil('the audit log is written', async () => {
    const metrics = await (await fetch(new URL('/metrics', api().url))).text();
    return metrics.includes('\nsessionscope_audit_entries_waiting 0\n');
  });
};

const expectAnsweredOrRefused = ({ status, headers, data, errors }: Answer): void => {
  if (status === 200) {
    expect([errors, typeof data]).toEqual([undefined, 'object']);
    return;
  }
  const retryAfterSeconds = Number(headers.get('retry-after'));
  expect([status, retryAfterSeconds]).toEqual([503, expect.any(Number)]);
  expect(retryAfterSeconds).toBeGreaterThan(0);
  expect(errors).toMatchObject([{ extensions: { code: 'OVERLOADED', retryable: true, retryAfterSeconds } }]);
};

test('every request of a flood is answered or refused, and afterwards the server is idle', async () => {
  let asked: readonly Promise<Answer>[] = [];
  await withEventsLocked(database(), async () => {
    asked = Array.from({ length: 400 }, async (_, n) =>
      n % 4 === 0 ? api().query(INGEST, { events: EVENTS }) : api().query(LIST),
    );
    await awaitWaiting(database(), 16);
    await Promise.any(asked.map(async (answer) => expect((await answer).status).toBe(503)));
  });
  const answers = await Promise.all(asked);
  for (const answer of answers) expectAnsweredOrRefused(answer);
  const admitted = answers.filter(({ status }) => status === 200).length;
  expect(admitted).toBeGreaterThan(0);
  expect(admitted).toBeLessThan(400);
  await expectLines(answers);
  await expectCalm();
  expect(api().log().filter(isProblem)).toEqual([]);
});

const MAX_WRITING = 8 + 32;

test('a mutation beyond the queue for connections is refused immediately, and those in the queue are stored', async () => {
  const send = async (): Promise<Answer> => api().query(INGEST, { events: EVENTS });
  let sent: readonly Promise<Answer>[] = [];
  await withEventsLocked(database(), async () => {
    sent = Array.from({ length: MAX_WRITING }, send);
    await awaitUntil('the queue is full', async () => database().writePool.countWaiting() === 32);
    const refused = await send();
    expect(refused.status).toBe(503);
    expectAnsweredOrRefused(refused);
    await expectLines([refused]);
  });
  for (const { status, errors } of await Promise.all(sent))
    expect([status, errors]).toEqual([200, undefined]);
  await expectCalm();
  expect(api().log().filter(isProblem)).toEqual([]);
});

/** Bodies of /ingest that are read and stored concurrently. */
const MAX_BODIES = 16;

test('further bodies of /ingest wait, and are answered or refused', async () => {
  const send = async (): Promise<Answer> => {
    const response = await fetch(new URL('/ingest', api().url), { method: 'POST', body: LOCKS });
    const { errors, ...data } = JSON.parse(await response.text());
    const { status, headers } = response;
    return { status, headers, data, errors: status === 200 ? undefined : errors, text: '' };
  };
  let sent: readonly Promise<Answer>[] = [];
  await withEventsLocked(database(), async () => {
    sent = Array.from({ length: MAX_WRITING }, send);
    await awaitUntil(
      'the limit of concurrent bodies is reached',
      async () => database().writePool.countWaiting() === MAX_BODIES - 8,
    );
    await awaitWaiting(database(), 8);
    expect(database().writePool.countWaiting()).toBe(MAX_BODIES - 8);
  });
  const answers = await Promise.all(sent);
  for (const answer of answers) expectAnsweredOrRefused(answer);
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  await expectCalm();
  expect(api().log().filter(isProblem)).toEqual([]);
});
