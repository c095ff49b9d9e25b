import { setTimeout as sleep } from 'node:timers/promises';

type Maintenance = {
  readonly run: () => Promise<void>;
  /** Receives the error of a failed run, and the time until the next attempt. */
  readonly onFailure: (error: unknown, retryMs: number) => void;
  readonly schedule?: Schedule;
};

/** In milliseconds. The wait after a failure doubles with each further failure, up to the interval. */
export type Schedule = { readonly intervalMs: number; readonly firstRetryMs: number };

const SCHEDULE: Schedule = { intervalMs: 6 * 3_600_000, firstRetryMs: 60_000 };

/**
 * Runs maintenance now and at every interval, and retries a failed run sooner.
 *
 * @returns a function that stops the repetition and waits for a run in progress.
 */
export const repeatMaintenance = ({
  run,
  onFailure,
  schedule: { intervalMs, firstRetryMs } = SCHEDULE,
}: Maintenance): (() => Promise<void>) => {
  const stopping = new AbortController();
  const { signal } = stopping;
  let failures = 0;
  const runOnce = async (): Promise<number> => {
    try {
      await run();
      failures = 0;
      return intervalMs;
    } catch (error) {
      const retryMs = Math.min(intervalMs, firstRetryMs * 2 ** failures);
      failures += 1;
      onFailure(error, retryMs);
      return retryMs;
    }
  };
  const repeat = async (): Promise<void> => {
    while (!signal.aborted) {
      const waitMs = await runOnce();
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const repeating = repeat();
  return async () => {
    stopping.abort();
    await repeating;
  };
};
