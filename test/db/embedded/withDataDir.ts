import { access, chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

import { readStartTime } from '../../../src/db/embedded/readStartTime.ts';
import { startEmbedded } from '../../../src/db/embedded/startEmbedded.ts';
import { copyCluster } from '../../support/clusterTemplate.ts';

/**
 * Works with a new data folder below a folder that every user can enter. Removes it afterwards, together with any Postgres that the test left
 * running on it.
 */
export const withDataDir = async (work: (dataDir: string) => Promise<void>): Promise<void> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'embedded test é ')));
  await chmod(folder, 0o755);
  const dataDir = join(folder, 'data');
  try {
    await work(dataDir);
  } finally {
    if (await isPresent(join(dataDir, 'postgres', 'postmaster.pid'))) {
      // A clean stop, also after a kill, because shared memory would stay allocated.
      await startEmbedded({ dataDir, log: () => undefined }).then((postgres) => postgres.stop());
    }
    await rm(folder, { recursive: true, force: true });
  }
};

/** Like withDataDir, for tests that are not about the creation of a cluster: the folder has an empty one. */
export const withCluster = async (work: (dataDir: string) => Promise<void>): Promise<void> =>
  withDataDir(async (dataDir) => {
    await copyCluster(dataDir);
    await work(dataDir);
  });

const isPresent = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Returns the process id of the Postgres that runs on a data folder; null if none does. */
export const findPostmasterPid = async (dataDir: string): Promise<number | null> => {
  const text = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return pid > 0 && (await isAlive(pid)) ? pid : null;
};

/** Whether a process is running. A process that has ended but was not reaped yet is not. */
export const isAlive = async (pid: number): Promise<boolean> => (await readStartTime(pid)) !== null;

/** Runs one statement and returns its rows. */
export const query = async <Row extends object>(url: string, sql: string): Promise<readonly Row[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Kills all processes of a Postgres with -9 and waits until they are gone. */
export const killPostgres = async (dataDir: string, url: string): Promise<void> => {
  const rows = await query<{ pid: number }>(
    url,
    'select pid from pg_stat_activity where pid <> pg_backend_pid()',
  );
  const pids = [await findPostmasterPid(dataDir), ...rows.map(({ pid }) => pid)].filter(
    (pid) => pid !== null,
  );
  for (const pid of pids) if (await isAlive(pid)) process.kill(pid, 'SIGKILL');
  for (const pid of pids) while (await isAlive(pid)) await sleep(10);
};
