import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { EmbeddedError, hasCode } from './EmbeddedError.ts';
import type { Binaries } from './getBinaries.ts';
import type { DataLocation } from './getDataLocation.ts';
import { initCluster, PASSWORD_FILE } from './initCluster.ts';
import type { Progress } from './initCluster.ts';

/** A database cluster on disk: its folder, the user that owns and runs it, and the password of its superuser. */
export type Cluster = DataLocation & { readonly password: string };

/**
 * Returns the cluster of a data folder, which is created if it does not exist. The caller holds the lock of the data folder.
 *
 * @throws EmbeddedError OTHER_VERSION for data of another major version; FOREIGN_DATA if the folder contains something else; INIT_FAILED
 * from initCluster.
 */
export const openCluster = async (
  location: DataLocation,
  binaries: Binaries,
  progress: Progress,
): Promise<Cluster> => {
  const version = await readIfPresent(join(location.cluster, 'PG_VERSION'));
  if (version === null) {
    await refuseForeignFiles(location.cluster);
    await initCluster(location, binaries, progress);
  } else {
    checkVersion(location.cluster, version.trim(), binaries.version);
  }
  const password = await readIfPresent(join(location.cluster, PASSWORD_FILE));
  if (password !== null) return { ...location, password: password.trim() };
  throw new EmbeddedError(
    'FOREIGN_DATA',
    `${location.cluster} is a Postgres data folder that was not created by Sessionscope: it has no ${PASSWORD_FILE}. ` +
      'Set DATA_DIR to another folder, or run that Postgres yourself and set DATABASE_URL.',
  );
};

const checkVersion = (cluster: string, dataVersion: string, version: string): void => {
  const major = version.split(/\D/)[0];
  if (dataVersion === major) return;
  throw new EmbeddedError(
    'OTHER_VERSION',
    `The data in ${cluster} was created by Postgres ${dataVersion}; this Sessionscope contains Postgres ${version}, which cannot ` +
      `read it. Start the Sessionscope that created it and copy the data over (pg_dump), or run a Postgres ${dataVersion} on it ` +
      'and set DATABASE_URL, or set DATA_DIR to another folder to start with an empty database.',
  );
};

/** An empty folder is accepted, because rename replaces it. Anything else must not be overwritten. */
const refuseForeignFiles = async (cluster: string): Promise<void> => {
  const files = await readdir(cluster).catch(() => []);
  if (files.length === 0) return;
  throw new EmbeddedError(
    'FOREIGN_DATA',
    `${cluster} holds files but no Postgres data. Move it away, or set DATA_DIR to another folder.`,
  );
};

const readIfPresent = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
};
