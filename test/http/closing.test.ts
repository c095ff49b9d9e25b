import { once } from 'node:events';
import { connect } from 'node:net';

import { expect, test } from '@jest/globals';

import { useDatabase } from '../support/database.ts';
import { openServer } from '../support/openServer.ts';

const database = useDatabase();

test('a closing server does not wait for unused connections', async () => {
  // Its limits are lenient: a connection that it waits for would outlast the test.
  const { server, url } = await openServer(database());
  const { hostname, port } = new URL(url);
  const [unused, used] = [connect(Number(port), hostname), connect(Number(port), hostname)];
  await Promise.all([once(unused, 'connect'), once(used, 'connect')]);
  used.write(`GET /livez HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`);
  await once(used, 'data');
  const ends = Promise.all([once(unused, 'close'), once(used, 'close')]);
  await server.close();
  await ends;
  expect([unused.destroyed, used.destroyed]).toEqual([true, true]);
});

test('a closing server does not wait for a client that it answers meanwhile', async () => {
  const { server, url } = await openServer(database());
  const { hostname, port } = new URL(url);
  const client = connect(Number(port), hostname);
  const body = '{"query":"{ __typename }"}';
  client.write(
    `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  // The server has the request once it answers another one.
  expect((await fetch(new URL('/livez', url))).status).toBe(200);
  const closed = server.close();
  client.write(body.slice(5));
  const [answer] = (await once(client, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 200 [^]*\r\nconnection: close\r\n/i);
  await closed;
});
