import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

import { describe, expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { countTimers } from '../support/countTimers.ts';
import { useDatabase } from '../support/database.ts';
import { aNumberedLogin } from '../support/events.ts';
import { awaitWaiting, withEventsLocked } from '../support/lockedEvents.ts';
import { LONG_WAIT_MS } from '../support/timeLimits.ts';

const database = useDatabase();
const api = useApi(database);
const closedApi = useApi(database, { introspection: false });

const MAX_IN_FLIGHT = 64;
const MAX_BODY = 8 * 1_048_576;
const JSON_TYPE = { 'content-type': 'application/json' };
const LIST = '{ sessionEvents { nodes { id } } }';

/** Returns the code of a refusal, and checks that the answer reveals nothing internal. */
const codeOf = (body: string): string => {
  expect(body).not.toMatch(/stack|node_modules|\.ts\b|\.js\b/);
  return JSON.parse(body).errors[0].extensions.code;
};

describe('a body', () => {
  /** Makes a query of exactly this size in bytes. */
  const bodyOf = (bytes: number): string => {
    const body = JSON.stringify({ query: '{ __typename }' });
    return body + ' '.repeat(bytes - body.length);
  };

  test('over 8 MiB is refused, with or without a content-length', async () => {
    const answer = await untilAnswered(async () => api().post(bodyOf(MAX_BODY + 1)));
    expect([answer.status, codeOf(answer.text)]).toEqual([413, 'BODY_TOO_LARGE']);
    const chunked = await untilAnswered(async () =>
      send(
        `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n` +
          `${(MAX_BODY + 1).toString(16)}\r\n${bodyOf(MAX_BODY + 1)}\r\n0\r\n\r\n`,
      ),
    );
    expect(chunked).toMatch(/^HTTP\/1\.1 413 /);
    expect(chunked).toContain('BODY_TOO_LARGE');
  });

  test('of a query over 1 MiB is refused; ingest accepts up to 8', async () => {
    const filter = { user: { in: Array.from({ length: 10_000 }, (_, n) => `${'u'.repeat(100)}${n}`) } };
    const query = 'query ($filter: SessionEventFilter) { sessionEvents(filter: $filter) { nodes { id } } }';
    const answer = await api().query(query, { filter });
    expect([answer.status, codeOf(answer.text)]).toEqual([413, 'VARIABLES_TOO_LARGE']);

    const chunked = JSON.stringify({ query, variables: { filter } });
    const response = await fetch(api().url, {
      method: 'POST',
      headers: JSON_TYPE,
      body: new Blob([chunked]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect([response.status, codeOf(await response.text())]).toEqual([413, 'VARIABLES_TOO_LARGE']);

    const events = Array.from({ length: 4000 }, (_, n) => aNumberedLogin(n, { user: 'u'.repeat(500) }));
    const { status, data } = await api().query(INGEST, { events });
    expect([status, data.ingestSessionEvents.accepted]).toEqual([200, 4000]);
  });

  test.each([
    ['is not JSON', '{"query": "{ __typename }"', 400, 'BAD_JSON'],
    ['is empty', '', 400, 'BAD_JSON'],
    ['is a number', '7', 400, 'BAD_REQUEST'],
    ['has a query that is not a string', '{"query": 7}', 400, 'BAD_REQUEST'],
    ['has no query', '{}', 400, 'BAD_REQUEST'],
    ['is a batch', `[{"query": "{ __typename }"}, {"query": "{ __typename }"}]`, 400, 'BAD_REQUEST'],
    ['sets a prototype', '{"query": "{ __typename }", "__proto__": {"x": 1}}', 400, 'BAD_JSON'],
  ])('that %s is refused', async (_, body, status, code) => {
    const answer = await api().post(body);
    expect([answer.status, answer.data]).toEqual([status, undefined]);
    expect(codeOf(answer.text)).toBe(code);
  });
});

test.each(['/nothing', '/graphql/more', '/..%2f..%2fetc/passwd'])('%s is not found', async (path) => {
  const response = await fetch(new URL(path, api().url));
  expect([response.status, codeOf(await response.text())]).toEqual([404, 'NOT_FOUND']);
});

test.each(['DELETE', 'PUT', 'PATCH'])('%s is refused', async (method) => {
  const response = await fetch(api().url, { method });
  expect([404, 405]).toContain(response.status);
  codeOf(await response.text());
});

describe('malformed HTTP', () => {
  test.each([
    ['a Host with a space', 'GET /graphql HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['a Host of brackets', 'GET /graphql?query=%7B HTTP/1.1\r\nHost: [[[\r\nConnection: close\r\n\r\n'],
    [
      'a Host with a bad port',
      'POST /graphql HTTP/1.1\r\nHost: a:99999999\r\nContent-Type: application/json\r\nContent-Length: 27\r\nConnection: close\r\n\r\n{"query": "{ __typename }"}',
    ],
    ['no Host', 'GET /graphql HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a path that cannot be decoded', 'GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['garbage', '\x16\x03\x01\x02\x00\x01\r\n\r\n'],
    ['a header of 20 KB', `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('%s gets an answer without internal details', async (_, request) => {
    const answer = await send(request);
    expect(answer).toMatch(/^HTTP\/1\.1 [2345]\d\d /);
    expect(answer).not.toMatch(/stack|node_modules|\.ts\b|\/src\//);
  });
});

describe('more concurrent requests than the limit', () => {
  test('are refused with 503 and Retry-After before they do anything; afterwards requests are answered', async () => {
    await withEventsLocked(database(), async () => {
      const slow = Array.from({ length: MAX_IN_FLIGHT }, async () => api().query(LIST));
      await awaitWaiting(database(), 8);
      const { status, headers, errors } = await untilOverloaded();
      expect([status, headers.get('retry-after')]).toEqual([503, '1']);
      expect(errors).toMatchObject([
        { extensions: { code: 'OVERLOADED', retryable: true, retryAfterSeconds: 1 } },
      ]);
      expect((await fetch(new URL('/livez', api().url))).status).toBe(200);
      answers = Promise.all(slow);
    });
    expect((await answers).map(({ status }) => status)).toEqual(
      Array.from({ length: MAX_IN_FLIGHT }, () => 200),
    );
    expect((await api().query(LIST)).status).toBe(200);
  });

  let answers: Promise<readonly { status: number }[]> = Promise.resolve([]);

  /** Slow requests may still be in flight. */
  const untilOverloaded = async () => {
    let answer = await api().query('{ __typename }');
    await awaitUntil('a request is refused', async () => {
      answer = await api().query('{ __typename }');
      return answer.status !== 200;
    });
    return answer;
  };

  test('free their slots when they disconnect, and leave no timer behind', async () => {
    const before = countTimers();
    await withEventsLocked(database(), async () => {
      const sockets = Array.from({ length: MAX_IN_FLIGHT }, () => sendQuery({ query: LIST }));
      await awaitWaiting(database(), 8);
      await untilOverloaded();
      for (const socket of sockets) socket.destroy();
      let answer = await api().query('{ __typename }');
      await awaitUntil('a slot is free again', async () => {
        answer = await api().query('{ __typename }');
        return answer.status !== 503;
      });
      expect(answer.data).toEqual({ __typename: 'Query' });
    });
    await awaitUntil('their timers are gone', async () => countTimers() < before + MAX_IN_FLIGHT / 2);
  });
});

test('a client that disconnects stops its query, which does not count as an outage', async () => {
  const before = api().log().length;
  await withEventsLocked(database(), async () => {
    const socket = sendQuery({ query: LIST });
    await awaitWaiting(database(), 1);
    socket.destroy();
    // The lock is still held, and the deadline is longer than the wait, so only the disconnection can stop the query.
    await awaitWaiting(database(), 0);
  });
  expect(api().log().slice(before).filter(isProblem)).toEqual([]);
  expect((await api().query(LIST)).status).toBe(200);
});

test('the events of a shipper that disconnects are stored nevertheless', async () => {
  const events = [aNumberedLogin(1, { hostname: 'HANGUP' })];
  await withEventsLocked(database(), async () => {
    const socket = sendQuery({ query: INGEST, variables: { events } });
    await awaitWaiting(database(), 1);
    socket.destroy();
  });
  const list = async (): Promise<readonly { sourceId: string }[]> =>
    (await api().query('{ sessionEvents(filter: { hostname: { eq: "HANGUP" } }) { nodes { sourceId } } }'))
      .data.sessionEvents.nodes;
  await awaitUntil('an event is stored', async () => (await list()).length > 0);
  expect(await list()).toEqual([{ sourceId: 'windows/security/1' }]);
});

test('introspection can be disabled', async () => {
  const query = '{ __schema { queryType { name } } }';
  expect((await api().query(query)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  const { status, data, errors } = await closedApi().query(query);
  expect([status, data, errors?.length]).toEqual([400, undefined, 1]);
  expect((await closedApi().query(LIST)).status).toBe(200);
  expect((await closedApi().query('{ __typename }')).data).toEqual({ __typename: 'Query' });
});

test('liveness and readiness are separate', async () => {
  for (const [path, more] of [
    ['/livez', {}],
    ['/readyz', { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) }],
  ] as const) {
    const response = await fetch(new URL(path, api().url));
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', ...more }]);
  }
});

/** Sends bytes over a separate socket, for requests that fetch cannot send; returns the whole answer. */
const send = async (request: string): Promise<string> => {
  const socket = openSocket();
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  socket.end(request, 'latin1');
  await once(socket, 'close');
  return answer;
};

/** Repeats a request while the server closes the connection before the client has read its answer, because it does not read refused bodies. */
const untilAnswered = async <T>(request: () => Promise<T>): Promise<T> => {
  let answer: T | undefined;
  await awaitUntil('the answer is read', async () => {
    answer = (await request().catch(() => undefined)) || undefined;
    return answer !== undefined;
  });
  return answer!;
};

/** Sends a query without waiting, for clients that disconnect. */
const sendQuery = (body: object): Socket => {
  const text = JSON.stringify(body);
  const head = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${text.length}`;
  const socket = openSocket();
  socket.write(`${head}\r\n\r\n${text}`);
  return socket;
};

const openSocket = (): Socket => {
  const { hostname, port } = new URL(api().url);
  const socket = connect(Number(port), hostname);
  // A server that does not read the rest of a refused body may reset the connection after its answer.
  socket.on('error', () => undefined);
  return socket.setTimeout(LONG_WAIT_MS, () => void socket.destroy());
};

const isProblem = (line: string): boolean => JSON.parse(line).level >= 40;
