import type { Logger } from 'pino';

import type { Config } from '../../config/config.ts';

import { makeLogger } from '../../http/log.ts';

import { startEmbedded } from '../../db/embedded/startEmbedded.ts';

import { onStopSignal } from '../../client/onStopSignal.ts';

import { isLoopback } from '../../model/values/ipAddress.ts';

import { explainStartError, openPostgres, StartError } from '../openPostgres.ts';
import { makeRestarts } from './makeRestarts.ts';
import type { Workers } from './workers/forkWorkers.ts';

/** The mode of a start. */
export type Start = {
  /** Whether to serve the demo's database. */
  readonly isDemo: boolean;
  /** The command line of an import to run once the server listens; empty for no import. */
  readonly importWords: readonly string[];
};

/** Opens and migrates the database, serves the API, and stops gracefully at SIGTERM, SIGINT or SIGHUP. */
export const runServer = async (config: Config, { isDemo, importWords }: Start): Promise<void> => {
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
    const { restarts, countRestarts: countPostgresRestarts } = makeRestarts(logger, () => stopAndExit(1));
    const log = (message: string): void => logger.info(message);
    let onWaiting: (() => void) | undefined;
    const waiting = new Promise<void>((resolve) => {
      onWaiting = resolve;
    });
    const startOwn = () => startEmbedded({ dataDir: config.dataDir, log, onWaiting, restarts });
    onStopSignal(() => stopAndExit(0));
    const workers = await startWorkers(config, { countPostgresRestarts, logger });
    // For a start that fails. Once they serve, serveDatabase has them stopped before their database.
    if (workers !== null) undo.push(workers.stop);
    if (!isWithoutOwner(config, isDemo)) opening = openPostgres(config, { isDemo, undo, startOwn });
    // The rest of the code loads while Postgres starts, and not sooner, because it would delay that.
    await Promise.race([waiting, opening]);
    const [ownerUrl, { serveDatabase }] = await Promise.all([opening, import('./serveDatabase.ts')]);
    const { address, notice, ownKey } = await serveDatabase({
      config,
      isDemo,
      ownerUrl,
      workers,
      countPostgresRestarts,
      logger,
      undo,
    });
    const greet = (): unknown =>
      process.stdout.write(
        `\n  Sessionscope is at ${address}/\n  The API is at ${address}/graphql\n  ${notice}\n\n`,
      );
    greet();
    if (importWords.length > 0) {
      const endpoint = { url: `${address}/graphql`, key: ownKey };
      const { startImport } = await import('../startImport.ts');
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

/** Starts the worker processes, which load their code while Postgres starts. Returns null if this process is to serve alone. */
const startWorkers = async (
  { workers }: Config,
  options: { readonly countPostgresRestarts: () => number; readonly logger: Logger },
): Promise<Workers | null> => {
  if (workers === 1) return null;
  const { forkWorkers } = await import('./workers/forkWorkers.ts');
  return forkWorkers({ count: workers, ...options });
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
