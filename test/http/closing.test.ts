import { once } from 'node:events';
import { connect } from 'node:net';

import { expect, test } from '@jest/globals';
import pino from 'pino';

import { makeServer } from '../../src/http/server.ts';
import { SOCKET_LIMITS } from '../../src/http/sockets/socketLimits.ts';
import { RULES, useDatabase } from '../support/database.ts';

const database = useDatabase();
const HOUR_MS = 3_600_000;

test('a closing server does not wait for unused connections', async () => {
  const server = await makeServer({
    access: { kind: 'OPEN' },
    serverContext: { database: database(), makeRules: () => RULES },
    introspection: true,
    // A connection that the server waits for would outlast the test.
    socketLimits: { ...SOCKET_LIMITS, headersMs: HOUR_MS, requestMs: HOUR_MS, keepAliveMs: HOUR_MS },
    logger: pino({ level: 'silent' }),
  });
  const { hostname, port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  const [unused, used] = [connect(Number(port), hostname), connect(Number(port), hostname)];
  await Promise.all([once(unused, 'connect'), once(used, 'connect')]);
  used.write(`GET /livez HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`);
  await once(used, 'data');
  const ends = Promise.all([once(unused, 'close'), once(used, 'close')]);
  await server.close();
  await ends;
  expect([unused.destroyed, used.destroyed]).toEqual([true, true]);
});
