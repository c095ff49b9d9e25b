import { expect, test } from '@jest/globals';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';

import { guardRoutes } from '../../../src/http/access/guardRoutes.ts';

test('a route without an access rule is denied, even on an open server', async () => {
  const app = fastify() as unknown as FastifyInstance;
  guardRoutes(app, { kind: 'OPEN' });
  let asked = 0;
  app.get('/forgotten', async () => {
    asked += 1;
    return {};
  });
  const { statusCode, body } = await app.inject('/forgotten');
  expect([statusCode, JSON.parse(body)]).toEqual([
    403,
    { errors: [{ message: 'No scope grants access to /forgotten.', extensions: { code: 'FORBIDDEN' } }] },
  ]);
  expect(asked).toBe(0);
  await app.close();
});

test('a handler of a public route cannot request the caller', async () => {
  const app = fastify() as unknown as FastifyInstance;
  const { callerOf } = guardRoutes(app, { kind: 'OPEN' });
  app.get('/livez', (request, reply) => reply.send(callerOf(request)));
  expect((await app.inject('/livez')).statusCode).toBe(500);
  await app.close();
});
