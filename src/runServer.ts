import type { Logger } from 'pino';

import { makeLogger } from './http/log.ts';
import { makeServer } from './http/server.ts';

import { recordDemo } from './domain/recordDemo.ts';

import { checkDatabase } from './db/checkDatabase.ts';
import { openDatabase } from './db/client.ts';
import type { Database } from './db/client.ts';
import { startEmbedded } from './db/embedded/startEmbedded.ts';
import { maintainPartitions } from './db/maintainPartitions.ts';
import { migrate } from './db/migrate.ts';

import { isLoopback } from './model/access/isLoopback.ts';
import type { InputRules } from './model/readField.ts';
import { formatTime } from './model/values/time.ts';

import type { Config } from './config.ts';
import { makeAccess } from './makeAccess.ts';
import { explain, openPostgres, StartError } from './openPostgres.ts';
import { startImport } from './startImport.ts';

const READERS = 10;
const WRITERS = 6;
const DEADLINE_MS = 10_000;
const MAINTENANCE_MS = 6 * 3_600_000;

/** How to start. */
export type Start = {
  /** Whether to serve the demo's database. */
  readonly isDemo: boolean;
  /** The command line of an import to run once it serves; empty for none. */
  readonly importWords: readonly string[];
};

/** Opens the database, brings it up to date, serves the API, and stops in order at SIGTERM or SIGINT. */
export const runServer = async (config: Config, { isDemo, importWords }: Start): Promise<void> => {
  const logger = makeLogger(config.logLevel);
  const undo: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    stopping ??= undoAll(undo);
    return stopping;
  };
  const stopAndExit = (): void => {
    logger.info('Stopping: requests in flight finish first.');
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  try {
    checkTls(config, { importWords, logger });
    const embeddedOptions = { dataDir: config.dataDir, log: (message: string) => logger.info(message) };
    const url = await openPostgres(config, { isDemo, undo, startOwn: () => startEmbedded(embeddedOptions) });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stopAndExit);
    await migrate(url);
    const database = openDatabase({ url, readers: READERS, writers: WRITERS, deadlineMs: DEADLINE_MS });
    undo.push(database.close);
    await check(database, config, logger);
    const makeRules = (): InputRules => rulesAt(config, Date.now());
    undo.push(maintain(database, () => expiryAt(config, Date.now()), logger));
    if (isDemo) await recordDemo(database, makeRules());
    const { access, notice, ownKey } = await makeAccess(config, database);
    const server = await makeServer({
      access,
      workplace: { database, makeRules },
      introspection: config.introspection,
      limits: config.limits,
      corsOrigins: config.corsOrigins,
      tlsFiles: config.tlsFiles,
      logger,
    });
    undo.push(server.close);
    const address = await server.listen(config);
    const greet = (): unknown =>
      process.stdout.write(`\n  Sessionscope is at ${address}/graphql\n  ${notice}\n\n`);
    greet();
    if (importWords.length > 0) {
      const endpoint = { url: `${address}/graphql`, key: ownKey };
      undo.push(startImport(importWords, endpoint, greet));
    }
  } catch (error) {
    const isSignalled = stopping !== null;
    await stop();
    // What failed because the process was told to stop while it started is no problem; stopAndExit ends it.
    if (isSignalled) return;
    process.stderr.write(`Sessionscope cannot start: ${explain(error, config)}\n`);
    process.exit(1);
  }
};

const checkTls = (
  { access, host, tlsFiles }: Config,
  { importWords, logger }: Pick<Start, 'importWords'> & { readonly logger: Logger },
): void => {
  // The certificate is not for the address by which it would ask itself.
  if (tlsFiles !== null && importWords.length > 0) {
    throw new StartError(
      'with TLS it cannot import into itself; start it without files, then npm run import -- --url https://NAME:PORT/graphql FILE….',
    );
  }
  if (tlsFiles === null && access === 'GUARDED' && !isLoopback(host)) {
    logger.warn(
      'Keys travel in the clear to this HOST: set TLS_CERT_FILE and TLS_KEY_FILE, unless a proxy before it does TLS.',
    );
  }
};

const undoAll = async (undo: (() => Promise<void>)[]): Promise<void> => {
  for (const step of undo.splice(0).toReversed()) await step();
};

const check = async (database: Database, config: Config, logger: Logger): Promise<void> => {
  const { problems, warnings } = await checkDatabase(database, config.hostnames);
  for (const warning of warnings) logger.warn(warning);
  if (problems.length > 0) throw new StartError(problems.join(' '));
};

/** The bounds of time at a moment; retention moves the earliest on. */
const rulesAt = (config: Config, nowMs: number): InputRules => {
  const expiry = expiryAt(config, nowMs);
  return {
    timeBounds: {
      earliest: expiry !== null && expiry > config.earliest ? expiry : config.earliest,
      latest: formatTime(nowMs + config.maxFutureMs),
    },
    hostnames: config.hostnames,
  };
};

/** What retention no longer keeps; null keeps everything. EARLIEST refuses events, and drops none that are stored. */
const expiryAt = ({ retentionMs }: Config, nowMs: number): string | null =>
  retentionMs === null ? null : formatTime(nowMs - retentionMs);

/** Maintains the partitions now and every six hours; gives what stops it. */
const maintain = (
  database: Database,
  getExpiry: () => string | null,
  logger: Logger,
): (() => Promise<void>) => {
  const run = async (): Promise<void> => {
    try {
      const dropped = await maintainPartitions(database, getExpiry());
      if (dropped.length > 0) logger.info({ dropped }, 'Retention dropped partitions.');
    } catch (error) {
      logger.warn({ err: error }, 'Maintenance of the partitions failed; it is tried again in six hours.');
    }
  };
  let running = run();
  const timer = setInterval(() => {
    running = run();
  }, MAINTENANCE_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
};
