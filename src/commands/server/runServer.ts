import { setFlagsFromString } from 'node:v8';

import type { Logger } from 'pino';

import type { Config } from '../../config/config.ts';

import { makeLogger } from '../../http/log.ts';
import { makeServer } from '../../http/server.ts';

import { recordDemo } from '../../demo/recordDemo.ts';

import { maintainDatabase } from '../../domain/maintainDatabase.ts';
import type { Expiries } from '../../domain/maintainDatabase.ts';

import { checkDatabase } from '../../db/checkDatabase.ts';
import { openDatabase } from '../../db/client.ts';
import type { Database } from '../../db/client.ts';
import { startEmbedded } from '../../db/embedded/startEmbedded.ts';
import { isMigrated } from '../../db/migrate.ts';
import { checkLogins } from '../../db/roles/checkLogins.ts';

import { onStopSignal } from '../../client/onStopSignal.ts';

import { isLoopback } from '../../model/values/ipAddress.ts';
import type { InputRules } from '../../model/readField.ts';
import { formatTime } from '../../model/values/time.ts';

import { expiriesAt } from '../expiriesAt.ts';
import { explainStartError, openPostgres, StartError } from '../openPostgres.ts';
import { startImport } from '../startImport.ts';
import { chooseLogins } from './chooseLogins.ts';
import { makeAccess } from './makeAccess.ts';
import { makeRestarts } from './makeRestarts.ts';
import { repeatMaintenance } from './repeatMaintenance.ts';

const READ_CONNECTIONS = 10;
const WRITE_CONNECTIONS = 6;
const DEADLINE_MS = 10_000;
const WRITE_DEADLINE_MS = 10_000;

/** The mode of a start. */
export type Start = {
  /** Whether to serve the demo's database. */
  readonly isDemo: boolean;
  /** The command line of an import to run once the server listens; empty for no import. */
  readonly importWords: readonly string[];
};

/** Opens and migrates the database, serves the API, and stops gracefully at SIGTERM, SIGINT or SIGHUP. */
export const runServer = async (config: Config, { isDemo, importWords }: Start): Promise<void> => {
  // By default V8's heap grows to four times the live objects; under load that was over 1 GiB instead of 0.3 GiB.
  setFlagsFromString('--heap-growing-percent=50');
  const logger = makeLogger(config.logLevel);
  const undo: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | null = null;
  // A Postgres that is still starting can be stopped only once it runs.
  let opening: Promise<string | null> = Promise.resolve(null);
  const stop = async (): Promise<void> => {
    stopping ??= opening.catch(() => null).then(async () => undoAll(undo));
    return stopping;
  };
  const stopAndExit = (exitCode: 0 | 1): void => {
    // Ctrl-C reaches npm, its shell and this process, and is often pressed twice.
    if (stopping !== null) return;
    logger.info('Stopping, after the requests in flight are answered.');
    stop().then(
      () => process.exit(exitCode),
      () => process.exit(1),
    );
  };
  try {
    checkTls(config, { importWords, logger });
    const { restarts, countRestarts } = makeRestarts(logger, () => stopAndExit(1));
    const log = (message: string): void => logger.info(message);
    const startOwn = () => startEmbedded({ dataDir: config.dataDir, log, restarts });
    onStopSignal(() => stopAndExit(0));
    if (!isWithoutOwner(config, isDemo)) opening = openPostgres(config, { isDemo, undo, startOwn });
    const url = await opening;
    logger.info('Preparing the database: migrations and roles.');
    const { logins, warning } = await chooseLogins(config, url);
    if (warning !== null) logger.warn(warning);
    const sizes = {
      readConnections: READ_CONNECTIONS,
      writeConnections: WRITE_CONNECTIONS,
      deadlineMs: DEADLINE_MS,
      writeDeadlineMs: WRITE_DEADLINE_MS,
    };
    const database = openDatabase({ logins, ...sizes, silenceUs: config.silenceUs, aliases: config.aliases });
    undo.push(database.close);
    await check(database, config, logger);
    const makeRules = (): InputRules => rulesAt(config, Date.now());
    if (url !== null) {
      undo.push(maintain({ database, ownerUrl: url }, () => expiriesAt(config, Date.now()), logger));
    }
    if (isDemo) {
      logger.info('Recording the events of the demo.');
      await recordDemo(database, makeRules());
    }
    const { access, notice, ownKey } = await makeAccess(config, database);
    const server = await makeServer({
      access,
      serverContext: { database, makeRules },
      introspection: config.introspection,
      limits: config.limits,
      corsOrigins: config.corsOrigins,
      tlsFiles: config.tlsFiles,
      countRestarts,
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
    // A stop signal during the start makes the start fail. That is not a problem to report: stopAndExit ends the process.
    if (isSignalled) return;
    process.stderr.write(`Sessionscope cannot start: ${explainStartError(error, config)}\n`);
    process.exit(1);
  }
};

const checkTls = (
  { access, host, tlsFiles }: Config,
  { importWords, logger }: Pick<Start, 'importWords'> & { readonly logger: Logger },
): void => {
  // The certificate is not valid for the address at which the process would connect to itself.
  if (tlsFiles !== null && importWords.length > 0) {
    throw new StartError(
      'with TLS the server cannot import into itself; start it without files, then run npm run import -- --url https://NAME:PORT/graphql FILE….',
    );
  }
  if (tlsFiles === null && access === 'GUARDED' && !isLoopback(host)) {
    logger.warn(
      'Keys are sent to this HOST without encryption: set TLS_CERT_FILE and TLS_KEY_FILE, unless a proxy in front of the server terminates TLS.',
    );
  }
};

const undoAll = async (undo: (() => Promise<void>)[]): Promise<void> => {
  for (const step of undo.splice(0).toReversed()) await step();
};

/** Whether the settings have only the logins of reader and writer. The demo is excluded: openPostgres reports that it needs the embedded Postgres. */
const isWithoutOwner = ({ databaseUrl, readerUrl }: Config, isDemo: boolean): boolean =>
  databaseUrl === null && readerUrl !== null && !isDemo;

const check = async (database: Database, config: Config, logger: Logger): Promise<void> => {
  const unfit = config.readerUrl === null ? [] : await checkLogins(database);
  if (unfit.length > 0) throw new StartError(unfit.join(' '));
  if (!(await isMigrated(database))) throw new StartError(OLD);
  const { problems, warnings } = await checkDatabase(database, config);
  for (const warning of warnings) logger.warn(warning);
  if (problems.length > 0) throw new StartError(problems.join(' '));
};

const OLD =
  'the tables are of an older version, and this server cannot migrate them without DATABASE_URL; migrate as their owner: DATABASE_URL=… npm run maintain.';

/** The bounds for the time of events, as of now; retention advances the lower bound. */
const rulesAt = (config: Config, nowMs: number): InputRules => {
  const { events: expiry } = expiriesAt(config, nowMs);
  return {
    timeBounds: {
      earliest: expiry !== null && expiry > config.earliest ? expiry : config.earliest,
      latest: formatTime(nowMs + config.maxFutureMs),
    },
    hostnames: config.hostnames,
  };
};

/**
 * Maintains the database regularly; returns a function that stops it. It works as the owner, since no other role may detach a partition, on
 * connections that no request uses and that are closed after each run.
 */
const maintain = (
  { database, ownerUrl }: { readonly database: Database; readonly ownerUrl: string },
  getExpiries: () => Expiries,
  logger: Logger,
): (() => Promise<void>) =>
  repeatMaintenance({
    run: async () => {
      // One connection for the lock, two for a host's sessions.
      const owner = openDatabase({
        url: ownerUrl,
        readConnections: 1,
        writeConnections: 3,
        deadlineMs: DEADLINE_MS,
      });
      try {
        const dropped = await maintainDatabase({ ...database, writePool: owner.writePool }, getExpiries());
        const { partitions, disconnects, auditEntries } = dropped;
        if (partitions.length + disconnects + auditEntries > 0) logger.info(dropped, 'Retention.');
      } finally {
        await owner.close();
      }
    },
    onFailure: (error, retryMs) =>
      logger.warn(
        { err: error },
        `Maintenance failed; it is retried in ${Math.round(retryMs / 60_000)} min.`,
      ),
  });
