import pino from 'pino';

import type { Database } from '../../src/db/client.ts';
import { makeServer } from '../../src/http/server.ts';
import type { Server } from '../../src/http/server.ts';

import { RULES } from './database.ts';
import { LENIENT_LIMITS } from './lenientLimits.ts';

/** Starts a server that everyone may use, for a test that closes it, on a free port or on this one. */
export const openServer = async (
  database: Database,
  port = 0,
): Promise<{ readonly server: Server; readonly url: string }> => {
  const server = await makeServer({
    access: { kind: 'OPEN' },
    serverContext: { database, makeRules: () => RULES },
    introspection: true,
    socketLimits: LENIENT_LIMITS,
    logger: pino({ level: 'silent' }),
  });
  return { server, url: await server.listen({ host: '127.0.0.1', port }) };
};
