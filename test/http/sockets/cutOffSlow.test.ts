import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { Patience } from '../../../src/http/sockets/patience.ts';
import { INGEST, useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { aNumberedLogin } from '../../support/events.ts';

const database = useDatabase();
/** Much less of it than the server has otherwise. */
const IMPATIENT: Patience = {
  headersMs: 500,
  requestMs: 3000,
  bodyPauseMs: 500,
  bodyBytesPerSecond: 10_000,
  readPauseMs: 500,
  answerMs: 1500,
  keepAliveMs: 60_000,
  checkEveryMs: 50,
  renewEveryMs: 60_000,
  maxConnections: 100,
};
const api = useApi(database, { patience: IMPATIENT });
/** Patient with who reads at all, as the server otherwise is: for longer than a test. */
const patientApi = useApi(database, { patience: { ...IMPATIENT, answerMs: 60_000 } });
const smallApi = useApi(database, { patience: { ...IMPATIENT, maxConnections: 3 } });

let sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
});

type Talk = {
  readonly socket: Socket;
  readonly heard: () => string;
  /** How long it lasted, once it is over. */
  readonly lastedMs: Promise<number>;
};

const talk = async (to = api): Promise<Talk> => {
  const { hostname, port } = new URL(to().url);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  const startMs = performance.now();
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
  // Who goes on sending to a closed connection gets it reset.
  socket.on('error', () => undefined);
  const lastedMs = once(socket, 'close').then(() => performance.now() - startMs);
  await once(socket, 'connect');
  return { socket, heard: () => heard, lastedMs };
};

const headOf = (bytes: number): string =>
  `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${bytes}\r\n\r\n`;

/** Sends a piece each 100 ms until nobody takes it any more. */
const trickle = async ({ socket }: Talk, pieces: Iterable<string>): Promise<void> => {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    socket.write(piece);
    await sleep(100);
  }
};

describe('who is slow is cut off', () => {
  test('with a connection over which nothing comes', async () => {
    const { lastedMs } = await talk();
    expect(await lastedMs).toBeLessThan(1500);
  });

  test('with headers, and told so', async () => {
    const slow = await talk();
    void trickle(slow, `GET /livez HTTP/1.1\r\nHost: localhost\r\n${'X-Header: 1\r\n'.repeat(50)}`);
    expect(await slow.lastedMs).toBeLessThan(1500);
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(slow.heard()).toMatch(/"extensions":\{"code":"REQUEST_TIMEOUT"\}\}\]\}$/);
  });

  test.each([
    ['that pauses', 0],
    ['that trickles', 100],
  ])('with a body %s', async (_, bytes) => {
    const slow = await talk();
    slow.socket.write(headOf(1_000_000));
    void trickle(
      slow,
      Array.from({ length: 100 }, () => ' '.repeat(bytes)),
    );
    const lastedMs = await slow.lastedMs;
    expect(lastedMs).toBeGreaterThan(400);
    expect(lastedMs).toBeLessThan(2000);
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 408 .*"code":"REQUEST_TIMEOUT"/s);
    expect(
      api()
        .log()
        .filter((line) => JSON.parse(line).level >= 50),
    ).toEqual([]);
  });

  test('with a body that comes fast enough, but never ends', async () => {
    const endless = await talk();
    endless.socket.write(headOf(8_000_000));
    void trickle(
      endless,
      Array.from({ length: 100 }, () => ' '.repeat(5000)),
    );
    const lastedMs = await endless.lastedMs;
    expect(lastedMs).toBeGreaterThan(2500);
    expect(lastedMs).toBeLessThan(5000);
  });

  test.each([
    ['nothing', 0, api],
    ['a little now and then', 200, patientApi],
  ])('who reads %s of the answer', async (_, pauseMs, to) => {
    const events = Array.from({ length: 1000 }, (__, n) => aNumberedLogin(n, { user: 'u'.repeat(400) }));
    for (let n = 0; n < 2; n += 1) await api().query(INGEST, { events });
    const body = JSON.stringify({
      query: `{ ${Array.from({ length: 25 }, (__, n) => `a${n}: sessionEvents(first: 1000) { nodes { user userName id sourceId } }`).join(' ')} }`,
    });
    const slow = await talk(to);
    slow.socket.pause();
    slow.socket.write(headOf(body.length) + body);
    await awaitUntil('it is answered', async () => slow.socket.bytesRead > 0);
    const reading = setInterval(() => pauseMs > 0 && slow.socket.read(1000), pauseMs || 1000);
    // Longer than the server's patience; then all that it has sent is read.
    await sleep(2500);
    clearInterval(reading);
    slow.socket.resume();
    await slow.lastedMs;
    const [, length] = /content-length: (\d+)/i.exec(slow.heard()) ?? [];
    expect(Number(length)).toBeGreaterThan(20_000_000);
    expect(slow.heard().length).toBeLessThan(Number(length));
  });
});

test('who is neither is answered: a body with pauses, and an answer that is read late', async () => {
  const body = JSON.stringify({ query: '{ overview { hosts { value } } }' });
  const slow = await talk();
  slow.socket.write(headOf(body.length) + body.slice(0, 5));
  await sleep(300);
  slow.socket.pause();
  slow.socket.write(body.slice(5));
  await sleep(1000);
  slow.socket.resume();
  await awaitUntil('it is answered', async () => slow.heard().includes('"data"'));
  expect(slow.heard()).toMatch(/^HTTP\/1\.1 200 /);
  // Kept, for the next request.
  slow.socket.write(headOf(body.length) + body);
  await awaitUntil('the next is answered', async () => slow.heard().split('"data"').length === 3);
});

test('the page that strangers may have takes no place of those who ask', async () => {
  const readers = await Promise.all(Array.from({ length: 70 }, async () => talk(patientApi)));
  for (const { socket } of readers) {
    socket.pause();
    socket.write('GET /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n');
  }
  await awaitUntil('all are answered', async () => readers.every(({ socket }) => socket.bytesRead > 0));
  expect((await patientApi().query('{ __typename }')).status).toBe(200);
});

test('when all connections are taken, those are closed over which nothing is asked, and there is room', async () => {
  const idle = await Promise.all([talk(smallApi), talk(smallApi), talk(smallApi)]);
  for (const { socket } of idle) socket.write('GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await Promise.all(
    idle.map(async ({ heard }) => awaitUntil('it is answered', async () => heard().includes('ok'))),
  );
  const dropped = await talk(smallApi);
  await dropped.lastedMs;
  await Promise.all(idle.map(async ({ lastedMs }) => lastedMs));
  const { socket, heard } = await talk(smallApi);
  socket.write('GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await awaitUntil('it is answered', async () => heard().includes('ok'));
  expect(heard()).toMatch(/^HTTP\/1\.1 200 /);
});
