import { createHash } from 'node:crypto';
import { access, chmod, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { EmbeddedError, formatReason } from './EmbeddedError.ts';
import { getOsUser } from './getOsUser.ts';
import { type OsUser, runProgram } from './runProgram.ts';

/** The folder that root uses for files that the operating system user cannot reach elsewhere: data in `data/`, binaries in `binaries/`. */
export const STATE_FOLDER = '/var/lib/sessionscope';

/** The folder of the cluster `postgres/`, its lock and its log, and the user that Postgres runs as. */
export type DataLocation = {
  readonly folder: string;
  readonly cluster: string;
  /** Null for the user of this process. */
  readonly osUser: OsUser | null;
};

/**
 * Decides where the data is stored and which user runs Postgres, and creates the folder.
 *
 * An ordinary user gets `dataDir` and runs Postgres. Root must run Postgres as another user, who may be unable to reach a `dataDir` below
 * /root, for example; then the data is stored below /var/lib/sessionscope, in a separate folder for each `dataDir`. Existing data in either
 * place takes precedence, so that a permission that changed between two starts never leads to an empty database. Access is tested as that
 * user, not computed.
 *
 * @throws EmbeddedError NO_ACCESS if the folder cannot be created or used; NO_ACCOUNT from getOsUser.
 */
export const getDataLocation = async (
  dataDir: string,
  log: (message: string) => void,
): Promise<DataLocation> => {
  const folder = await makeDataFolder(resolve(dataDir));
  return isRoot() ? getLocationOfRoot(folder, log) : getOwnLocation(folder);
};

const isRoot = (): boolean => process.getuid?.() === 0;

const makeDataFolder = async (dataDir: string): Promise<string> => {
  try {
    // The umask of root may be closed, but the user of Postgres must be able to enter the folder; the cluster in it has mode 0700 anyway.
    await (isRoot() ? makeOpenFolder(dataDir) : mkdir(dataDir, { recursive: true }));
    await access(dataDir, constants.W_OK);
    return await realpath(dataDir);
  } catch (error) {
    throw new EmbeddedError(
      'NO_ACCESS',
      `The data folder ${dataDir} cannot be written (${formatReason(error)}). Set DATA_DIR to a folder that can.`,
      { cause: error },
    );
  }
};

const getOwnLocation = async (folder: string): Promise<DataLocation> => {
  const location = makeLocation(folder, null);
  const owner = await findOwner(location.cluster);
  if (owner === null || process.platform === 'win32' || owner.uid === process.getuid?.()) return location;
  throw new EmbeddedError(
    'NO_ACCESS',
    `The data in ${location.cluster} belongs to another user (uid ${owner.uid}). ` +
      'Start as that user or as root, or set DATA_DIR to another folder.',
  );
};

const getLocationOfRoot = async (folder: string, log: (message: string) => void): Promise<DataLocation> => {
  const movedFolder = join(STATE_FOLDER, 'data', formatFolderName(folder));
  const owner = await findClusterOwner(join(folder, 'postgres'));
  if (owner !== null) {
    const location = makeLocation(folder, owner);
    if (await canEnter(location.cluster, owner)) return location;
    throw new EmbeddedError(
      'NO_ACCESS',
      `Postgres runs as uid ${owner.uid}, which cannot reach its data in ${location.cluster}: a parent folder is closed to ` +
        `others. Open it, or move the data: mkdir -p ${movedFolder} && mv '${location.cluster}' ${movedFolder}/postgres`,
    );
  }
  const movedOwner = await findClusterOwner(join(movedFolder, 'postgres'));
  const osUser = movedOwner ?? (await getOsUser(log));
  if (movedOwner === null && (await canEnter(folder, osUser))) return makeLocation(folder, osUser);
  await makeOpenFolder(movedFolder);
  log(
    `Postgres runs as uid ${osUser.uid}, which cannot reach ${folder}; the data is in ${movedFolder} instead.`,
  );
  return makeLocation(movedFolder, osUser);
};

const makeLocation = (folder: string, osUser: OsUser | null): DataLocation => ({
  folder,
  cluster: join(folder, 'postgres'),
  osUser,
});

/** Returns the owner of a folder; null if there is no such folder. */
const findOwner = async (folder: string): Promise<OsUser | null> => {
  try {
    const { uid, gid } = await stat(folder);
    return { uid, gid };
  } catch {
    return null;
  }
};

const findClusterOwner = async (cluster: string): Promise<OsUser | null> => {
  const version = await findOwner(join(cluster, 'PG_VERSION'));
  const owner = version === null ? null : await findOwner(cluster);
  if (owner === null || process.platform === 'win32' || owner.uid !== 0) return owner;
  throw new EmbeddedError(
    'NO_ACCESS',
    `The data in ${cluster} belongs to root, and Postgres refuses to run as root. ` +
      `Change the owner to the user that will run it: chown -R postgres: '${cluster}'`,
  );
};

const canEnter = async (folder: string, osUser: OsUser): Promise<boolean> => {
  const { exitCode } = await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], osUser);
  return exitCode === 0;
};

/** Returns a name that is readable and differs for each path, regardless of its length: `root-work-data-1a2b3c4d5e6f`. */
const formatFolderName = (path: string): string => {
  const readable = path.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(-40);
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return `${readable}-${hash}`.replace(/^-/, '');
};

/** Creates a folder that every user can enter, regardless of the umask. Does not change an existing folder. */
export const makeOpenFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755);
};
