import { awaitReady } from './awaitReady.ts';
import { findPostmaster } from './findPostmaster.ts';
import { getBinaries } from './getBinaries.ts';
import { getHome } from './getHome.ts';
import { lockHome } from './lockHome.ts';
import { makeSettings } from './makeSettings.ts';
import { openCluster } from './openCluster.ts';
import { openLog } from './openLog.ts';
import { formatUrl, readFingerprint } from './readFingerprint.ts';
import type { ProcessIdentity } from './readStartTime.ts';
import { type Launch, startPostmaster } from './startPostmaster.ts';
import { stopPostmaster } from './stopPostmaster.ts';

/** A running Postgres that belongs to this process. */
export type EmbeddedPostgres = {
  /** Connection URL of the superuser's maintenance database `postgres`; replace the path for another database. */
  readonly url: string;
  /** Stops Postgres (fast shutdown, waits for the exit) and gives up the data folder's lock. Idempotent. */
  readonly stop: () => Promise<void>;
};

/** `log` takes the few sentences that a person at the terminal should read; Postgres' own log is a file. */
export type EmbeddedOptions = { readonly dataDir: string; readonly log: (message: string) => void };

/**
 * Starts a real Postgres on a data folder, or adopts the one that a killed server left running on it.
 *
 * Our own supervisor rather than the npm class beside the binaries, which hooks signals, makes an SQL_ASCII database when
 * LANG is unset and fails below a closed folder. It hooks nothing: whoever starts it stops it. If this process is killed,
 * Postgres lives on, with no acknowledged row lost, and the next start on the same folder finds it.
 *
 * @throws EmbeddedError with the problem and the remedy: see its codes.
 */
export const startEmbedded = async ({ dataDir, log }: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const home = await getHome(dataDir, log);
  const unlock = await lockHome(home.folder);
  try {
    const binaries = await getBinaries(home, log);
    const cluster = await openCluster(home, binaries, log);
    const settings = makeSettings(binaries.version);
    const postgresLog = await openLog(home.folder);
    const { identity, port, forget } = await mind({ cluster, binaries, settings, postgresLog, log });
    const stop = async (): Promise<void> => {
      forget();
      try {
        await stopPostmaster(identity, log);
      } finally {
        await postgresLog.close();
        await unlock();
      }
    };
    return { url: formatUrl(cluster, port), stop: once(stop) };
  } catch (error) {
    await unlock();
    throw error;
  }
};

/** A ready Postgres; `forget` is called before it is stopped on purpose. */
type Minded = { readonly identity: ProcessIdentity; readonly port: number; readonly forget: () => void };

const mind = async (launch: Launch): Promise<Minded> => {
  try {
    return (await adopt(launch)) ?? (await start(launch));
  } catch (error) {
    await launch.postgresLog.close();
    throw error;
  }
};

/** Takes over a Postgres that runs here with our settings; stops one that has others, or is on its way down. */
const adopt = async ({ cluster, settings, log }: Launch): Promise<Minded | null> => {
  const identity = await findPostmaster(cluster.cluster);
  if (identity === null) return null;
  const ready = await awaitReady(cluster.cluster, identity, log);
  const fingerprint = ready === null ? null : await readFingerprint(cluster, ready.port);
  if (ready !== null && fingerprint === settings.fingerprint) {
    log(`Postgres (process ${identity.pid}) was still running on ${cluster.cluster} and is used again.`);
    return { identity, port: ready.port, forget: () => undefined };
  }
  log(`Postgres (process ${identity.pid}) was still running on ${cluster.cluster}; it is restarted.`);
  await stopPostmaster(identity, log);
  return null;
};

const start = async (launch: Launch): Promise<Minded> => {
  const { child, identity, port } = await startPostmaster(launch);
  try {
    await readFingerprint(launch.cluster, port);
  } catch (error) {
    await stopPostmaster(identity, launch.log);
    throw error;
  }
  const onExit = (exitCode: number | null, signal: string | null): void =>
    void reportExit(launch, signal ?? `exit code ${exitCode}`);
  child.once('exit', onExit);
  return { identity, port, forget: () => child.off('exit', onExit) };
};

const reportExit = async ({ postgresLog, log }: Launch, how: string): Promise<void> => {
  const tail = await postgresLog.readTail().catch(() => '');
  log(`Postgres has ended by itself (${how}). The end of its log:\n${tail}`);
};

const once = (task: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  return () => (running ??= task());
};
