import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { EmbeddedError } from './EmbeddedError.ts';
import type { Binaries } from './getBinaries.ts';
import type { DataLocation } from './getDataLocation.ts';
import { runProgram } from './runProgram.ts';

/** The name of the file in the cluster with the password of the superuser. Postgres ignores unknown files. */
export const PASSWORD_FILE = 'sessionscope.password';

/** Reports about a start of the embedded Postgres. */
export type Progress = {
  /** Receives the few messages for the operator. */
  readonly log: (message: string) => void;
  /** Called when initdb or Postgres has been started, and again when another one has: from now on this process only waits. */
  readonly onWaiting?: (() => void) | undefined;
};

const STAGING_PREFIX = 'postgres.init-';

/**
 * Creates a new cluster with a random password. The caller holds the lock of the data folder.
 *
 * The cluster is built in a folder beside its destination and renamed when it is complete and on disk. A start that is killed before leaves
 * only a folder that the next start deletes. The sync of initdb is kept although it takes 0.2 s: without it, a power failure soon
 * afterwards could lose the catalogs of rows that Postgres has already acknowledged.
 *
 * UTF8 and the builtin C.UTF-8 locale do not depend on the operating system or on LANG.
 *
 * @throws EmbeddedError INIT_FAILED with the message of initdb, for example that the disk is full.
 */
export const initCluster = async (
  location: DataLocation,
  binaries: Binaries,
  { log, onWaiting }: Progress,
): Promise<void> => {
  log(`Creating a new Postgres ${binaries.version} database in ${location.cluster}.`);
  await removeStaging(location.folder);
  const staging = await mkdtemp(join(location.folder, STAGING_PREFIX));
  try {
    const passwordFile = join(staging, 'password');
    await writePassword(passwordFile);
    if (location.osUser !== null) {
      const { uid, gid } = location.osUser;
      await chown(passwordFile, uid, gid);
      await chown(staging, uid, gid);
    }
    const data = join(staging, 'data');
    const running = runInitdb(location, binaries, { data, passwordFile });
    onWaiting?.();
    await running;
    await rename(passwordFile, join(data, PASSWORD_FILE));
    await syncFolder(data);
    await rename(data, location.cluster);
    await syncFolder(location.folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
};

const writePassword = async (path: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(24).toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
};

type Paths = { readonly data: string; readonly passwordFile: string };

const runInitdb = async (
  location: DataLocation,
  binaries: Binaries,
  { data, passwordFile }: Paths,
): Promise<void> => {
  const { exitCode, output } = await runProgram(
    join(binaries.folder, 'bin', 'initdb'),
    [
      ['--pgdata', data],
      ['--username', 'postgres'],
      ['--pwfile', passwordFile],
      ['--auth', 'scram-sha-256'],
      ['--encoding', 'UTF8'],
      ['--locale', 'C'],
      ['--locale-provider', 'builtin'],
      ['--builtin-locale', 'C.UTF-8'],
      ['--no-instructions'],
    ].flat(),
    location.osUser,
  );
  if (exitCode === 0) return;
  const end = output.trim().split('\n').slice(-8).join('\n');
  const remedy = end.includes('could not look up effective user ID')
    ? 'Run as a user that has a name: initdb requires an entry in /etc/passwd, which a container with only a uid lacks.'
    : 'If the cause is the disk (full, or without Unix permissions), set DATA_DIR to a folder on another one.';
  throw new EmbeddedError(
    'INIT_FAILED',
    `Postgres could not create its database in ${location.folder}:\n${end}\n${remedy}`,
  );
};

/** Deletes the folders of killed starts. An orphaned initdb may still be writing there; if deleting fails, the next start tries again. */
const removeStaging = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(STAGING_PREFIX)) continue;
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
};

/** Makes renames within the folder survive a power failure. Windows cannot open folders, and does not need this. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
