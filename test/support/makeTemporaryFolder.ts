import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const NEEDED_BYTES = 4 * 1024 ** 3;

/**
 * Makes the folder of all temporary files of a test run. Returns a function that removes it. It is in memory if there is enough of it: the tests
 * create hundreds of databases, which takes half the kernel time there, and syncing them takes none.
 */
export const makeTemporaryFolder = async (): Promise<() => Promise<void>> => {
  const parent = (await hasSpace(MEMORY)) ? MEMORY : tmpdir();
  const folder = await mkdtemp(join(parent, 'sessionscope-test-'));
  // Like /tmp: Postgres runs as another user when the tests run as root.
  await chmod(folder, 0o1777);
  process.env['TMPDIR'] = folder;
  return async () => rm(folder, { recursive: true, force: true });
};

const hasSpace = async (folder: string): Promise<boolean> => {
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.min(bavail * bsize, process.availableMemory()) > NEEDED_BYTES;
  } catch {
    return false;
  }
};
