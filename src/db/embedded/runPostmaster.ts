import { setTimeout as sleep } from 'node:timers/promises';

import { awaitReady } from './awaitReady.ts';
import { findPostmaster } from './findPostmaster.ts';
import { readFingerprint } from './readFingerprint.ts';
import { isRunning, type ProcessIdentity } from './readStartTime.ts';
import { type Launch, type StartOptions, startPostmaster } from './startPostmaster.ts';
import { stopPostmaster } from './stopPostmaster.ts';

/** A ready Postgres. */
export type RunningPostmaster = {
  readonly identity: ProcessIdentity;
  readonly port: number;
  /** Waits until it ends, and returns how it ended. */
  readonly awaitEnd: () => Promise<string>;
};

/**
 * Ensures that a Postgres runs on a cluster: adopts one that runs with our settings at the requested port, stops one with other settings or
 * that is shutting down, and starts one if none is left.
 *
 * @throws EmbeddedError START_FAILED
 */
export const runPostmaster = async (launch: Launch, options: StartOptions): Promise<RunningPostmaster> =>
  (await adopt(launch, options)) ?? (await start(launch, options));

const adopt = async (
  { cluster, settings, log }: Launch,
  { port }: StartOptions,
): Promise<RunningPostmaster | null> => {
  const identity = await findPostmaster(cluster.cluster);
  if (identity === null) return null;
  const ready = await awaitReady(cluster.cluster, identity, log);
  const isAtPort = ready !== null && (port === null || port === ready.port);
  if (isAtPort && (await readFingerprint(cluster, ready.port)) === settings.fingerprint) {
    log(`Postgres (process ${identity.pid}) was still running on ${cluster.cluster} and was adopted.`);
    return { identity, port: ready.port, awaitEnd: async () => awaitEndOfOther(identity) };
  }
  log(`Postgres (process ${identity.pid}) was still running on ${cluster.cluster} and will be restarted.`);
  await stopPostmaster(identity, log);
  return null;
};

const start = async (launch: Launch, options: StartOptions): Promise<RunningPostmaster> => {
  const { child, identity, port } = await startPostmaster(launch, options);
  const ended = new Promise<string>((resolve) => {
    const tell = (): void => resolve(child.signalCode ?? `exit code ${child.exitCode}`);
    if (child.exitCode !== null || child.signalCode !== null) tell();
    else child.once('exit', tell);
  });
  try {
    await readFingerprint(launch.cluster, port);
  } catch (error) {
    await stopPostmaster(identity, launch.log);
    throw error;
  }
  return { identity, port, awaitEnd: async () => ended };
};

const POLL_MS = 500;

/** It is not a child of this process, so its end is not reported. */
const awaitEndOfOther = async (identity: ProcessIdentity): Promise<string> => {
  while (await isRunning(identity)) await sleep(POLL_MS, undefined, { ref: false });
  return 'it is not known how, since an earlier server started it';
};
