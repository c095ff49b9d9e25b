import { connect } from 'node:net';

import { expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { countRefused, SLOW } from '../../support/countRefused.ts';
import { awaitWaiting, withEventsLocked } from '../../support/lockedEvents.ts';

const database = useDatabase();
const api = useApi(database);

/** More than the limit of requests in flight. */
const COUNT = 70;

const makeRequest = (query: string): string => {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
};

test('pipelined requests of an ended connection occupy no slot', async () => {
  await withEventsLocked(database(), async () => {
    const { hostname, port } = new URL(api().url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    // The first waits for the lock, and the responses to the others wait behind it.
    socket.write(makeRequest(SLOW) + makeRequest('{ __typename }').repeat(COUNT));
    await awaitWaiting(database(), 1);
    await awaitUntil('no slot is free', async () => (await api().query('{ __typename }')).status === 503);
    socket.destroy();
  });
  await awaitUntil('a slot is free again', async () => (await api().query('{ __typename }')).status === 200);
  expect(await countRefused(api(), database())).toBe(0);
});

/** Returns the highest number of log lines between two turns of the event loop while work runs. */
const countLinesPerTurn = async (work: () => Promise<void>): Promise<number> => {
  let most = 0;
  let before = api().log().length;
  let isOver = false;
  const look = (): void => {
    const { length } = api().log();
    most = Math.max(most, length - before);
    before = length;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isOver = true;
  return most;
};

/** Sends a text over one connection; returns the number of answers once all have arrived or the connection is closed. */
const sendPipelined = async (text: string, count: number): Promise<number> => {
  const { hostname, port } = new URL(api().url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  let answers = 0;
  socket.on('data', (chunk) => {
    answers += chunk.toString('latin1').split('HTTP/1.1 ').length - 1;
    if (answers >= count) socket.destroy();
  });
  socket.write(text);
  await new Promise((resolve) => {
    socket.once('close', resolve);
  });
  return answers;
};

test('a hundred pipelined requests are answered', async () => {
  expect(await sendPipelined(makeRequest('{ __typename }').repeat(100), 100)).toBe(100);
});

test.each([
  ['POST /graphql', makeRequest('{ __typename }')],
  ['GET /', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['a path that cannot be decoded', 'GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n'],
])('20,000 pipelined requests end their connection, after at most 100 in a turn: %s', async (_, request) => {
  const before = api().log().length;
  const most = await countLinesPerTurn(async () => {
    await sendPipelined(request.repeat(20_000), 20_000);
  });
  // One line per request, and one for the connection.
  expect(most).toBeLessThanOrEqual(101);
  const closed = api()
    .log()
    .slice(before)
    .filter((line) => line.includes('TOO_MANY_PIPELINED'));
  expect(closed).toHaveLength(1);
});
