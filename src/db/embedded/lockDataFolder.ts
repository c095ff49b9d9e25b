import { access, chown, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { EmbeddedError, hasCode } from './EmbeddedError.ts';
import { isRunning, type ProcessIdentity, readStartTime } from './readStartTime.ts';

const GIVE_WAY_TIMEOUT_MS = 1_000;
const GIVE_WAY_POLL_MS = 20;

/** Releases the lock. */
export type ReleaseLock = () => Promise<void>;

/**
 * Claims a data folder for this process, so that only one server at a time supervises its Postgres.
 *
 * Each process first creates a file in `postgres.lock/`, named after its pid and start time, and only then looks for the files of others.
 * If two start at the same instant, at least one sees the other. No process takes over the file of another, so there is no race. The file
 * of a process that is gone (kill -9, power failure) is removed. Of two new processes, the one with the smaller name waits, and the other
 * one gives up.
 *
 * Processes are distinguished within one machine or container; two containers that share a folder do not see each other.
 *
 * @throws EmbeddedError DATA_IN_USE if another process, or this one, has the lock; NO_ACCESS if it cannot be written.
 */
export const lockDataFolder = async (dataFolder: string): Promise<ReleaseLock> => {
  const lockFolder = lockFolderOf(dataFolder);
  const claim = await formatOwnClaim();
  await writeClaim(lockFolder, claim);
  const unlock: ReleaseLock = () => rm(join(lockFolder, claim), { force: true });
  const deadlineMs = Date.now() + GIVE_WAY_TIMEOUT_MS;
  for (;;) {
    const others = (await listLiveClaims(lockFolder)).filter((other) => other !== claim);
    const [first] = others.sort();
    if (first === undefined) return unlock;
    if (first < claim || Date.now() > deadlineMs) {
      await unlock();
      throw makeInUseError(lockFolder, first);
    }
    await sleep(GIVE_WAY_POLL_MS);
  }
};

/** Whether this process still has the lock. It does not if the folder is gone or was restored without the lock. */
export const holdsDataFolder = async (dataFolder: string): Promise<boolean> =>
  access(join(lockFolderOf(dataFolder), await formatOwnClaim())).then(
    () => true,
    () => false,
  );

const lockFolderOf = (dataFolder: string): string => join(dataFolder, 'postgres.lock');

const formatOwnClaim = async (): Promise<string> =>
  formatClaim({ pid: process.pid, startTime: (await readStartTime(process.pid)) ?? 'unknown' });

const formatClaim = ({ pid, startTime }: ProcessIdentity): string => `${pid}-${startTime}`;

const parseClaim = (claim: string): ProcessIdentity => {
  const dash = claim.indexOf('-');
  return { pid: Number(claim.slice(0, dash)), startTime: claim.slice(dash + 1) };
};

const writeClaim = async (lockFolder: string, claim: string): Promise<void> => {
  try {
    const isNew = (await mkdir(lockFolder, { recursive: true })) !== undefined;
    // If root uses the folder of another user, that user must be able to take the lock later.
    const { uid, gid } = await stat(join(lockFolder, '..'));
    if (isNew && uid !== process.getuid?.()) await chown(lockFolder, uid, gid);
    await writeFile(join(lockFolder, claim), '', { flag: 'wx' });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw makeInUseError(lockFolder, claim);
    throw new EmbeddedError(
      'NO_ACCESS',
      `The lock ${lockFolder} cannot be written. Set DATA_DIR to a folder of your own.`,
      { cause: error },
    );
  }
};

const listLiveClaims = async (lockFolder: string): Promise<string[]> => {
  const live: string[] = [];
  for (const claim of await readdir(lockFolder)) {
    if (await isRunning(parseClaim(claim))) live.push(claim);
    else await rm(join(lockFolder, claim), { force: true });
  }
  return live;
};

const makeInUseError = (lockFolder: string, claim: string): EmbeddedError =>
  new EmbeddedError(
    'DATA_IN_USE',
    `The data in ${join(lockFolder, '..')} is in use by process ${parseClaim(claim).pid}. Stop that server first, or set ` +
      `DATA_DIR to another folder. (If that process is not a Sessionscope server, delete ${join(lockFolder, claim)}.)`,
  );
