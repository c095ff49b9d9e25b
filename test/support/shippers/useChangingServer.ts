import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { afterAll, beforeAll } from '@jest/globals';
import pino from 'pino';

import { openDatabase } from '../../../src/db/client.ts';
import type { Database } from '../../../src/db/client.ts';
import { DEFAULT_COST_LIMITS } from '../../../src/http/cost/limits.ts';
import { makeServer } from '../../../src/http/server.ts';
import type { Server, ServerOptions } from '../../../src/http/server.ts';

import { awaitUntil } from '../awaitUntil.ts';
import { RULES } from '../database.ts';
import { guardedBy } from '../keys.ts';
import { LENIENT_LIMITS } from '../lenientLimits.ts';
import { makeCertificate } from '../makeCertificate.ts';
import { PATIENT } from '../timeLimits.ts';

/**
 * What the server does with requests: it stores them, requires a key that the shipper does not have (401), gives each caller a budget for a
 * single request (429), or has no Postgres (503).
 */
export type Behaviour = 'STORING' | 401 | 429 | 503;

/** A server that restarts with another behaviour, on the same port. */
export type ChangingServer = {
  readonly port: number;
  /** The self-signed certificate, if the server speaks TLS. */
  readonly certificate: string;
  readonly restart: (behaviour: Behaviour) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Waits until the server has answered this many more requests with the status. */
  readonly awaitAnswers: (status: number, count: number) => Promise<void>;
};

type Options = { readonly tlsFolder?: () => string };

/** Runs such a server during the tests of a file. */
export const useChangingServer = (
  database: () => Database,
  { tlsFolder }: Options = {},
): (() => ChangingServer) => {
  let unreachable: Database | undefined;
  let running: ChangingServer | undefined;
  beforeAll(async () => {
    unreachable = openDatabase({
      url: `postgres://nobody@127.0.0.1:${await findFreePort()}/none`,
      readConnections: 1,
      writeConnections: 1,
      ...PATIENT,
    });
    running = makeChangingServer({
      database: database(),
      unreachable,
      port: await findFreePort(),
      tlsFolder: tlsFolder?.() ?? null,
    });
  });
  afterAll(async () => {
    await running?.stop();
    await unreachable?.close();
  });
  return () => {
    if (running === undefined) throw new Error('The server only runs during tests.');
    return running;
  };
};

type Parts = {
  readonly database: Database;
  readonly unreachable: Database;
  readonly port: number;
  readonly tlsFolder: string | null;
};

const makeChangingServer = ({ database, unreachable, port, tlsFolder }: Parts): ChangingServer => {
  let server: Server | undefined;
  const answers: number[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => noteStatus(answers, line) });
  const { cert, key } = makeCertificate();
  const tlsFiles = tlsFolder === null ? null : writeCertificate(tlsFolder, { cert, key });
  const stop = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  const restart: ChangingServer['restart'] = async (behaviour) => {
    await stop();
    server = await makeServer({
      ...optionsOf(behaviour, { database, unreachable }),
      introspection: false,
      socketLimits: LENIENT_LIMITS,
      tlsFiles,
      logger,
    });
    await server.listen({ host: '127.0.0.1', port });
  };
  const awaitAnswers: ChangingServer['awaitAnswers'] = async (status, count) => {
    const before = countOf(answers, status);
    await awaitUntil(
      `${count} more answers ${status}`,
      async () => countOf(answers, status) >= before + count,
    );
  };
  return { port, certificate: cert, restart, stop, awaitAnswers };
};

const countOf = (answers: readonly number[], status: number): number =>
  answers.filter((answer) => answer === status).length;

const noteStatus = (answers: number[], line: string): void => {
  const { status } = JSON.parse(line) as { readonly status?: number };
  if (status !== undefined) answers.push(status);
};

const optionsOf = (
  behaviour: Behaviour,
  { database, unreachable }: Pick<Parts, 'database' | 'unreachable'>,
): Pick<ServerOptions, 'access' | 'serverContext' | 'limits'> => ({
  access: behaviour === 401 ? guardedBy(database) : { kind: 'OPEN' },
  serverContext: { database: behaviour === 503 ? unreachable : database, makeRules: () => RULES },
  // A full budget pays for one request of any cost. Its debt is refilled by one record per minute, and refuses the next requests.
  limits: { ...DEFAULT_COST_LIMITS, perMinute: behaviour === 429 ? 1 : null },
});

const writeCertificate = (
  folder: string,
  { cert, key }: { readonly cert: string; readonly key: string },
): { readonly certFile: string; readonly keyFile: string } => {
  const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  writeFileSync(files.certFile, cert);
  writeFileSync(files.keyFile, key);
  return files;
};

const [LOWEST_PORT, PORTS] = [20_000, 10_000];

/** Finds a port that nobody uses. It is below those that the system gives to others, so that it stays free while the server is stopped. */
export const findFreePort = async (): Promise<number> => {
  for (;;) {
    const port = LOWEST_PORT + Math.floor(Math.random() * PORTS);
    if (await canListen(port)) return port;
  }
};

const canListen = async (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
