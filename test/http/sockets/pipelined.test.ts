import { connect } from 'node:net';

import { expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { awaitWaiting, withEventsLocked } from '../../support/lockedEvents.ts';

const database = useDatabase();
const api = useApi(database);

/** More than may be in flight. */
const COUNT = 70;

const makeRequest = (query: string): string => {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
};

test('pipelined requests of a connection that ends hold no slot', async () => {
  await withEventsLocked(database(), async () => {
    const { hostname, port } = new URL(api().url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    // The first waits for the lock, and the responses to the others wait behind it.
    socket.write(
      makeRequest('{ sessionEvents { nodes { id } } }') + makeRequest('{ __typename }').repeat(COUNT),
    );
    await awaitWaiting(database(), 1);
    const refused = async (): Promise<number> => (await api().query('{ __typename }')).status;
    await awaitUntil('no slot is free', async () => (await refused()) === 503);
    socket.destroy();
  });
  await awaitUntil(
    'the slots are free again',
    async () => (await api().query('{ __typename }')).status === 200,
  );
  const requests = Array.from({ length: 40 }, async () => api().query('{ __typename }'));
  expect(new Set((await Promise.all(requests)).map(({ status }) => status))).toEqual(new Set([200]));
});
