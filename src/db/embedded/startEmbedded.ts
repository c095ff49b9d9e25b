import { getBinaries } from './getBinaries.ts';
import { getDataLocation } from './getDataLocation.ts';
import type { Progress } from './initCluster.ts';
import { keepRunning, type Restarts } from './keepRunning.ts';
import { lockDataFolder } from './lockDataFolder.ts';
import { makeSettings } from './makeSettings.ts';
import { openCluster } from './openCluster.ts';
import { openLog } from './openLog.ts';
import { formatUrl } from './readFingerprint.ts';
import { type RunningPostmaster, runPostmaster } from './runPostmaster.ts';
import type { Launch } from './startPostmaster.ts';
import { stopPostmaster } from './stopPostmaster.ts';

/** A running Postgres that this process supervises. */
export type EmbeddedPostgres = {
  /** The connection URL of the superuser for the maintenance database `postgres`; replace the path for another database. */
  readonly url: string;
  /** Stops Postgres (fast shutdown, waits for the exit) and releases the lock of the data folder. Idempotent. */
  readonly stop: () => Promise<void>;
};

/**
 * The log of Postgres is a file, `log` receives other messages. With `restarts`, a Postgres that ends is started again
 * on the same port; without it, for commands and tests, it is not.
 */
export type EmbeddedOptions = Progress & {
  readonly dataDir: string;
  readonly restarts?: Restarts;
};

/**
 * Starts a Postgres on a data folder, or adopts the one that a killed server left running there.
 *
 * This replaces the class in the npm package of the binaries, which hooks signals, creates an SQL_ASCII database if LANG is unset, and
 * fails below a closed folder. It hooks nothing: the caller stops it. If this process is killed, Postgres continues without losing an
 * acknowledged row, and the next start on the same folder adopts it.
 *
 * @throws EmbeddedError with the problem and the remedy; see its codes.
 */
export const startEmbedded = async ({
  dataDir,
  log,
  onWaiting,
  restarts,
}: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const location = await getDataLocation(dataDir, log);
  const unlock = await lockDataFolder(location.folder);
  try {
    const binaries = await getBinaries(location, log);
    const cluster = await openCluster(location, binaries, { log, onWaiting });
    const settings = makeSettings(binaries.version);
    const postgresLog = await openLog(location.folder);
    const launch = { cluster, binaries, settings, postgresLog, log, onWaiting };
    const postgres = await runPostmaster(launch, { port: null }).catch(async (error: unknown) => {
      await postgresLog.close();
      throw error;
    });
    const stopPostgres =
      restarts === undefined ? reportEnd(launch, postgres) : keepRunning(launch, postgres, restarts);
    const stop = async (): Promise<void> => {
      try {
        await stopPostgres();
      } finally {
        await postgresLog.close();
        await unlock();
      }
    };
    return { url: formatUrl(cluster, postgres.port), stop: once(stop) };
  } catch (error) {
    await unlock();
    throw error;
  }
};

/** Reports when Postgres ends by itself. Returns a function that stops it. */
const reportEnd = ({ postgresLog, log }: Launch, postgres: RunningPostmaster): (() => Promise<void>) => {
  let isStopping = false;
  const report = async (): Promise<void> => {
    const how = await postgres.awaitEnd();
    if (isStopping) return;
    const tail = await postgresLog.readTail().catch(() => '');
    log(`Postgres has ended unexpectedly (${how}). The end of its log:\n${tail}`);
  };
  void report();
  return async () => {
    isStopping = true;
    await stopPostmaster(postgres.identity, log);
  };
};

const once = (task: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  return () => (running ??= task());
};
