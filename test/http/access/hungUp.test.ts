import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

import { expect, test } from '@jest/globals';

import { makeKey } from '../../../src/model/access/apiKey.ts';
import { useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { countTimers } from '../../support/countTimers.ts';
import { useDatabase } from '../../support/database.ts';
import { bearer } from '../../support/keys.ts';

const database = useDatabase();
const { key, text } = makeKey({ name: 'ana', scopes: ['events:read'], lifetimeMs: null }, Date.now());

/** The test controls how slowly the keys are read. */
let gate: Promise<void> = Promise.resolve();
let asked = 0;
const find = async () => {
  asked += 1;
  await gate;
  return key;
};
const api = useApi(database, {
  access: async () => ({ kind: 'GUARDED', keys: { find }, ownKey: null, verifyToken: null }),
});

const COUNT = 80;

const ask = () => {
  const { hostname, port } = new URL(api().url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${bearer(text).authorization}\r\n` +
      `Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"query": "${randomBytes(8).toString('hex')}`,
  );
  return socket;
};

test('a client that disconnects during its authentication occupies no slot, and leaves no timer behind', async () => {
  const before = countTimers();
  let open = (): void => undefined;
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const sockets = Array.from({ length: COUNT }, ask);
  await awaitUntil('all are waited for', async () => asked === COUNT);
  for (const socket of sockets) socket.destroy();
  const hungUp = () =>
    api()
      .log()
      .filter((line) => line.includes('HUNG_UP')).length;
  await awaitUntil('the server has noticed', async () => hungUp() === COUNT);
  open();
  const headers = { 'content-type': 'application/json', ...bearer(text) };
  const { status, data } = await api().post('{"query": "{ __typename }"}', headers);
  expect([status, data]).toEqual([200, { __typename: 'Query' }]);
  await awaitUntil('their timers are gone', async () => countTimers() < before + COUNT / 2);
});
