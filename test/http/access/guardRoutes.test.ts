import { expect, test } from '@jest/globals';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';

import { guardRoutes } from '../../../src/http/access/guardRoutes.ts';

test('an address that nobody named is open to nobody, not even where everyone gets in', async () => {
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
    { errors: [{ message: '/forgotten is open to nobody.', extensions: { code: 'FORBIDDEN' } }] },
  ]);
  expect(asked).toBe(0);
  await app.close();
});

test('a handler at a public address learns of no caller', async () => {
  const app = fastify() as unknown as FastifyInstance;
  const callerOf = guardRoutes(app, { kind: 'OPEN' });
  app.get('/livez', (request, reply) => reply.send(callerOf(request)));
  expect((await app.inject('/livez')).statusCode).toBe(500);
  await app.close();
});
