import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, test } from '@jest/globals';

import { INGEST, useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { aNumberedLogin } from '../../support/events.ts';
import { LENIENT_LIMITS } from '../../support/lenientLimits.ts';

const database = useDatabase();
const api = useApi(database);
const headersApi = useApi(database, { socketLimits: { ...LENIENT_LIMITS, headersMs: 500 } });
const bodyApi = useApi(database, { socketLimits: { ...LENIENT_LIMITS, bodyPauseMs: 500 } });
const requestApi = useApi(database, {
  socketLimits: { ...LENIENT_LIMITS, headersMs: 1000, requestMs: 1000 },
});
const readPauseApi = useApi(database, { socketLimits: { ...LENIENT_LIMITS, readPauseMs: 500 } });
const answerApi = useApi(database, { socketLimits: { ...LENIENT_LIMITS, answerMs: 1500 } });
const smallApi = useApi(database, { socketLimits: { ...LENIENT_LIMITS, maxConnections: 3 } });

let sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
});

type Talk = {
  readonly socket: Socket;
  readonly heard: () => string;
  /** Settles when the connection is closed. */
  readonly closed: Promise<unknown>;
};

const talk = async (to = api): Promise<Talk> => {
  const { hostname, port } = new URL(to().url);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
  // Sending to a closed connection causes a reset.
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  return { socket, heard: () => heard, closed };
};

const headOf = (bytes: number): string =>
  `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${bytes}\r\n\r\n`;

/** Sends a piece every 100 ms until the connection is closed. */
const trickle = async ({ socket }: Talk, piece: string): Promise<void> => {
  while (!socket.destroyed) {
    socket.write(piece);
    await sleep(100);
  }
};

describe('a slow client is disconnected', () => {
  test('when it sends nothing over its connection', async () => {
    const { closed, heard } = await talk(headersApi);
    await closed;
    expect(heard()).not.toContain('200');
  });

  test('when it sends its headers too slowly, with an answer', async () => {
    const slow = await talk(headersApi);
    slow.socket.write('GET /livez HTTP/1.1\r\nHost: localhost\r\n');
    void trickle(slow, 'X-Header: 1\r\n');
    await slow.closed;
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(slow.heard()).toMatch(/"extensions":\{"code":"REQUEST_TIMEOUT"\}\}\]\}$/);
  });

  test.each([
    ['that pauses', ''],
    ['that trickles', ' '.repeat(10)],
  ])('when it sends a body %s', async (_, piece) => {
    const slow = await talk(bodyApi);
    slow.socket.write(headOf(1_000_000));
    void trickle(slow, piece);
    await slow.closed;
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 408 .*"code":"REQUEST_TIMEOUT"/s);
    expect(
      bodyApi()
        .log()
        .filter((line) => JSON.parse(line).level >= 50),
    ).toEqual([]);
  });

  test('when its body arrives fast enough but never ends', async () => {
    const endless = await talk(requestApi);
    endless.socket.write(headOf(8_000_000));
    void trickle(endless, ' '.repeat(5000));
    await endless.closed;
    expect(endless.heard()).not.toContain('"data"');
  });

  test.each([
    ['nothing', 0, 1000, readPauseApi],
    ['a little from time to time', 1000, 200, readPauseApi],
    ['steadily, but not everything in time', 65_536, 50, answerApi],
  ])('when it reads of the answer %s', async (_, bytes, everyMs, to) => {
    const events = Array.from({ length: 1000 }, (__, n) => aNumberedLogin(n, { user: 'u'.repeat(400) }));
    await api().query(INGEST, { events });
    const body = JSON.stringify({
      query: `{ ${Array.from({ length: 25 }, (__, n) => `a${n}: sessionEvents(first: 1000) { nodes { user userName id sourceId } }`).join(' ')} }`,
    });
    const isCutOff = (line: string): boolean => JSON.parse(line).outcome === 'HUNG_UP';
    const before = to().log().filter(isCutOff).length;
    const slow = await talk(to);
    slow.socket.pause();
    slow.socket.write(headOf(body.length) + body);
    const reading = setInterval(() => bytes > 0 && slow.socket.read(bytes), everyMs);
    await awaitUntil('it is cut off', async () => to().log().filter(isCutOff).length > before);
    clearInterval(reading);
    // Everything that was sent before is read.
    slow.socket.resume();
    await slow.closed;
    const [, length] = /content-length: (\d+)/i.exec(slow.heard()) ?? [];
    expect(Number(length)).toBeGreaterThan(20_000_000);
    expect(slow.heard().length).toBeLessThan(Number(length));
  });
});

test('a body that pauses after it was ahead of its rate, and a short answer that is read late, are not slow', async () => {
  const body = JSON.stringify({ query: '{ overview { hosts { value } } }' }).padStart(600_000);
  const early = await talk(bodyApi);
  // The received bytes are enough for ten minutes.
  early.socket.write(headOf(body.length) + body.slice(0, -5));
  // Three times the pause that is allowed without being ahead of the rate.
  await sleep(1500);
  early.socket.write(body.slice(-5));
  await awaitUntil('it is answered', async () => early.heard().includes('"data"'));

  const request = JSON.stringify({ query: '{ overview { hosts { value } } }' });
  const late = await talk(readPauseApi);
  late.socket.pause();
  late.socket.write(headOf(request.length) + request);
  await sleep(1500);
  late.socket.resume();
  await awaitUntil('it is answered', async () => late.heard().includes('"data"'));

  for (const { socket, heard } of [early, late]) {
    expect(heard()).toMatch(/^HTTP\/1\.1 200 /);
    // Kept alive for the next request.
    socket.write(headOf(request.length) + request);
    await awaitUntil('the next is answered', async () => heard().split('"data"').length === 3);
  }
});

test("the playground's page, which needs no key, occupies no slot", async () => {
  const readers = await Promise.all(Array.from({ length: 70 }, async () => talk(api)));
  for (const { socket } of readers) {
    socket.pause();
    socket.write('GET /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n');
  }
  await awaitUntil('all are answered', async () => readers.every(({ socket }) => socket.bytesRead > 0));
  expect((await api().query('{ __typename }')).status).toBe(200);
});

test('when all connections are taken, idle ones are closed, so that new ones are accepted', async () => {
  const idle = await Promise.all([talk(smallApi), talk(smallApi), talk(smallApi)]);
  for (const { socket } of idle) socket.write('GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await Promise.all(
    idle.map(async ({ heard }) => awaitUntil('it is answered', async () => heard().includes('ok'))),
  );
  const dropped = await talk(smallApi);
  await dropped.closed;
  await Promise.all(idle.map(async ({ closed }) => closed));
  const { socket, heard } = await talk(smallApi);
  socket.write('GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await awaitUntil('it is answered', async () => heard().includes('ok'));
  expect(heard()).toMatch(/^HTTP\/1\.1 200 /);
});
