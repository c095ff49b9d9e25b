import { once } from 'node:events';
import { connect } from 'node:net';

import { expect, test } from '@jest/globals';
import pino from 'pino';

import { makeServer } from '../../src/http/server.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { LENIENT_LIMITS } from '../support/lenientLimits.ts';

const database = useDatabase();

test('a closing server does not wait for unused connections', async () => {
  const server = await makeServer({
    access: { kind: 'OPEN' },
    serverContext: { database: database(), makeRules: () => RULES },
    introspection: true,
    // A connection that the server waits for would outlast the test.
    socketLimits: LENIENT_LIMITS,
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
