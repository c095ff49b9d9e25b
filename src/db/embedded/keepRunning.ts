import { setTimeout as sleep } from 'node:timers/promises';

import { EmbeddedError, formatReason } from './EmbeddedError.ts';
import { holdsDataFolder } from './lockDataFolder.ts';
import { type RunningPostmaster, runPostmaster } from './runPostmaster.ts';
import type { Launch } from './startPostmaster.ts';
import { stopPostmaster } from './stopPostmaster.ts';

/** Reports about a Postgres that ended by itself. `failures` counts its ends and failed starts since it last ran well. */
export type RestartEvent =
  | { readonly kind: 'ENDED'; readonly how: string; readonly failures: number; readonly postgresLog: string }
  | { readonly kind: 'START_FAILED'; readonly reason: string; readonly failures: number }
  | { readonly kind: 'RUNNING'; readonly pid: number; readonly downMs: number };

export type Restarts = {
  readonly policy?: RestartPolicy;
  readonly onEvent: (event: RestartEvent) => void;
  /** Called once, when it will not be started again. */
  readonly onGivenUp: (error: EmbeddedError) => void;
};

export type RestartPolicy = {
  /** The wait before the first restart. Each further wait is twice as long, up to the maximum. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** The number of failures in a row after which it is not started again. */
  readonly maxFailures: number;
  /** The time after which a running Postgres counts as well, and earlier failures no longer count. */
  readonly healthyMs: number;
};

/** Two minutes in total: long enough for an operator to free disk space, and short enough to report the failure soon. */
const POLICY: RestartPolicy = {
  firstDelayMs: 500,
  maxDelayMs: 30_000,
  maxFailures: 10,
  healthyMs: 600_000,
};

/**
 * Starts a Postgres again, on the same port, whenever it ends: killed, after its WAL disk was full, or stopped by an administrator. Stops
 * trying after too many failures, and when this process no longer has the lock of the data folder, so that two servers never start one.
 *
 * @returns a function that stops Postgres in any state.
 */
export const keepRunning = (
  launch: Launch,
  first: RunningPostmaster,
  { policy = POLICY, onEvent, onGivenUp }: Restarts,
): (() => Promise<void>) => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { port } = first;
  const stopped = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  let current: RunningPostmaster | null = first;
  let failures = 0;

  /** Null if it should not run any more. */
  const restart = async (): Promise<RunningPostmaster | null> => {
    for (let lastReason = 'It ended.'; ;) {
      if (failures >= policy.maxFailures) {
        onGivenUp(giveUp(`Postgres failed ${failures} times in a row. ${lastReason}`));
        return null;
      }
      const delayMs = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (failures - 1));
      await sleep(delayMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return null;
      if (!(await holdsDataFolder(launch.cluster.folder))) {
        onGivenUp(giveUp(`${launch.cluster.folder} is gone, or another server has taken it.`));
        return null;
      }
      try {
        return await runPostmaster(launch, { port, signal });
      } catch (error) {
        if (signal.aborted) return null;
        failures += 1;
        lastReason = withoutValues(formatReason(error));
        onEvent({ kind: 'START_FAILED', reason: lastReason, failures });
      }
    }
  };
  const watch = async (): Promise<void> => {
    while (current !== null) {
      const startMs = performance.now();
      const how = await Promise.race([current.awaitEnd(), stopped]);
      if (how === null) return;
      const endMs = performance.now();
      failures = endMs - startMs < policy.healthyMs ? failures + 1 : 1;
      current = null;
      const tail = await launch.postgresLog.readTail().catch(() => '');
      onEvent({ kind: 'ENDED', how, failures, postgresLog: withoutValues(tail) });
      current = await restart();
      if (current === null) return;
      onEvent({ kind: 'RUNNING', pid: current.identity.pid, downMs: Math.round(performance.now() - endMs) });
    }
  };
  const watching = watch();
  return async () => {
    stopping.abort();
    await watching;
    if (current !== null) await stopPostmaster(current.identity, launch.log);
  };
};

const giveUp = (problem: string): EmbeddedError =>
  new EmbeddedError(
    'GIVEN_UP',
    `${problem} It will not be started again; correct the problem and start the server.`,
  );

/** Postgres writes values only into these lines, and their continuation lines begin with a tab. */
const withoutValues = (postgresLog: string): string =>
  postgresLog
    .split('\n')
    .filter((line) => !/^\t| (ERROR|DETAIL|CONTEXT|STATEMENT|QUERY): {2}/.test(line))
    .join('\n');
