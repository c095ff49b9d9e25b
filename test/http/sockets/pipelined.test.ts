import { connect } from 'node:net';

import { expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { awaitWaiting, withEventsLocked } from '../../support/lockedEvents.ts';

const database = useDatabase();
const api = useApi(database);

/** It waits while the events are locked. */
const SLOW = '{ sessionEvents { nodes { id } } }';
/** More than may be in flight. */
const COUNT = 70;

const makeRequest = (query: string): string => {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
};

/** Of so many requests none may be refused while nothing else is in flight. */
const FEWER = 60;

/** Counts how many of the requests are refused that are in flight at the same time. */
const countRefused = async (): Promise<number> => {
  const { readPool } = database();
  let refused = 0;
  let asked: readonly Promise<void>[] = [];
  await withEventsLocked(database(), async () => {
    asked = Array.from({ length: FEWER }, async () => {
      const { status } = await api().query(SLOW);
      if (status === 503) refused += 1;
    });
    await awaitUntil(
      'each waits or is refused',
      async () => readPool.totalCount - readPool.idleCount + readPool.countWaiting() + refused >= FEWER,
    );
  });
  await Promise.all(asked);
  return refused;
};

test('pipelined requests of a connection that ends hold no slot', async () => {
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
  expect(await countRefused()).toBe(0);
});
