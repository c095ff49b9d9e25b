import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Progress } from './initCluster.ts';
import { awaitReady } from './awaitReady.ts';
import { EmbeddedError } from './EmbeddedError.ts';
import { endOrphans, findPostmaster } from './findPostmaster.ts';
import type { Binaries } from './getBinaries.ts';
import type { Settings } from './makeSettings.ts';
import type { Cluster } from './openCluster.ts';
import type { PostgresLog } from './openLog.ts';
import { readPidFile } from './readPidFile.ts';
import { type ProcessIdentity, readStartTime } from './readStartTime.ts';
import { formatOsUser, PROGRAM_ENVIRONMENT } from './runProgram.ts';
import { stopPostmaster } from './stopPostmaster.ts';

const PORT_ATTEMPTS = 5;
const ORPHANS_TIMEOUT_MS = 30_000;
const ORPHANS_POLL_MS = 500;
const HALF_WRITTEN_MS = 200;

/** The parameters of a start of Postgres. */
export type Launch = Progress & {
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  readonly settings: Settings;
  readonly postgresLog: PostgresLog;
};

/** A Postgres that this process started, ready at `port`. */
export type StartedPostmaster = {
  readonly identity: ProcessIdentity;
  readonly port: number;
  readonly child: ChildProcess;
};

/** `port` is null for any free port. `signal` aborts the start. */
export type StartOptions = { readonly port: number | null; readonly signal?: AbortSignal };

/**
 * Starts Postgres on a cluster on which none runs, and waits until it accepts connections.
 *
 * The process has a session of its own, so that Ctrl-C in the terminal reaches only the server, which then stops Postgres in an orderly
 * way. It does not keep our event loop alive and survives this process; the next start adopts it. Two failures are retried: the port was
 * taken between finding and using it, and the last processes of a Postgres killed with -9 hold its shared memory until they end.
 *
 * @throws EmbeddedError START_FAILED with the last lines of the log of Postgres.
 */
export const startPostmaster = async (
  launch: Launch,
  { port: wantedPort, signal }: StartOptions,
): Promise<StartedPostmaster> => {
  const orphansDeadlineMs = Date.now() + ORPHANS_TIMEOUT_MS;
  let orphansSignal: 'SIGQUIT' | 'SIGKILL' = 'SIGQUIT';
  for (let attempt = 1; ;) {
    const port = wantedPort ?? (await findFreePort());
    const readTail = await launch.postgresLog.mark();
    const { child, identity } = await spawnPostmaster(launch, port);
    launch.onWaiting?.();
    if (await becomesReady(launch, identity, signal)) return { child, identity, port };
    const failure = (await readTail()) || 'It wrote nothing.';
    if (
      signal?.aborted !== true &&
      failure.includes('could not bind') &&
      wantedPort === null &&
      attempt < PORT_ATTEMPTS
    ) {
      attempt += 1;
    } else if (
      signal?.aborted !== true &&
      failure.includes('pre-existing shared memory block') &&
      Date.now() < orphansDeadlineMs
    ) {
      if (orphansSignal === 'SIGQUIT')
        launch.log('Waiting for the last processes of a killed Postgres to end.');
      await endOrphans(launch.cluster.cluster, orphansSignal);
      orphansSignal = 'SIGKILL';
      await sleep(ORPHANS_POLL_MS);
    } else {
      throw new EmbeddedError(
        'START_FAILED',
        `Postgres did not start; the end of ${launch.postgresLog.path}:\n${failure}`,
      );
    }
  }
};

/** Whether Postgres accepts connections; otherwise it is gone. */
const becomesReady = async (
  { cluster, log }: Launch,
  postmaster: ProcessIdentity,
  signal: AbortSignal | undefined,
): Promise<boolean> => {
  const stop = (): void => void stopPostmaster(postmaster, log).catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    if (signal?.aborted === true) stop();
    const ready = await awaitReady(cluster.cluster, postmaster, log).catch(() => null);
    if (ready !== null && signal?.aborted !== true) return true;
    await stopPostmaster(postmaster, log);
    return false;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
};

const spawnPostmaster = async (
  { cluster, binaries, settings, postgresLog }: Launch,
  port: number,
): Promise<Omit<StartedPostmaster, 'port'>> => {
  const values = Object.entries({ ...settings.values, port: String(port) });
  const child = spawn(
    join(binaries.folder, 'bin', 'postgres'),
    ['-D', cluster.cluster, ...values.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: '/',
      env: { ...PROGRAM_ENVIRONMENT, ...(await readStalePid(cluster.cluster)) },
      detached: true,
      windowsHide: true,
      stdio: ['ignore', postgresLog.fileDescriptor, postgresLog.fileDescriptor],
      ...formatOsUser(cluster.osUser),
    },
  );
  await once(child, 'spawn');
  child.unref();
  const pid = child.pid ?? 0;
  return { child, identity: { pid, startTime: (await readStartTime(pid)) ?? 'ended' } };
};

/**
 * Prevents Postgres from refusing to start because of a stale pid file whose pid now belongs to another process of its user, as happens in
 * a restarted container. Postgres ignores the pid that it is told is the pid of its grandparent, and still checks for running processes in
 * its shared memory. An empty file, as left by a power failure, would always make it refuse.
 */
const readStalePid = async (cluster: string): Promise<Readonly<Record<string, string>>> => {
  const stale = await readPidFile(cluster);
  // A Postgres that someone else has started meanwhile must keep this one from starting.
  if (stale !== null && (await findPostmaster(cluster)) !== null) return {};
  if (stale !== null) return { PG_GRANDPARENT_PID: String(stale.pid) };
  const path = join(cluster, 'postmaster.pid');
  if (!(await isEmptyFile(path))) return {};
  await sleep(HALF_WRITTEN_MS);
  if (await isEmptyFile(path)) await rm(path);
  return {};
};

const isEmptyFile = async (path: string): Promise<boolean> =>
  (await readFile(path).catch(() => null))?.length === 0;

const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port');
  return address.port;
};
