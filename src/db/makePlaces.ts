import { DeadlineError, OverloadedError } from './errors.ts';

/** How long one waits for a place, and what ends that sooner: the reader hung up. */
export type Wait = { readonly waitMs: number; readonly signal?: AbortSignal | undefined };

/** So many may work at a time; others wait in line. */
export type Places = {
  /** @throws OverloadedError when the line is full, or the wait too long; DeadlineError when the signal aborts. */
  readonly take: (wait: Wait) => Promise<void>;
  /** Gives a place back: to who has waited longest. */
  readonly free: () => void;
  readonly countWaiting: () => number;
};

/** Makes the places: a semaphore whose line has an end, so that what cannot be done in time is refused at once, and costs nothing. */
export const makePlaces = (count: number, maxWaiting: number): Places => {
  let freeCount = count;
  // In order of arrival, and left from anywhere.
  const line = new Set<() => void>();
  return {
    take: async ({ waitMs, signal }) => {
      if (signal?.aborted === true) throw new DeadlineError(signal.reason);
      // One is free only when nobody waits: nobody overtakes.
      if (freeCount > 0) {
        freeCount -= 1;
        return;
      }
      if (line.size >= maxWaiting) throw new OverloadedError(`${maxWaiting} wait for a connection already.`);
      await new Promise<void>((resolve, reject) => {
        const leave = (): void => {
          line.delete(enter);
          clearTimeout(timer);
          signal?.removeEventListener('abort', hangUp);
        };
        const enter = (): void => {
          leave();
          resolve();
        };
        const hangUp = (): void => {
          leave();
          reject(new DeadlineError(signal?.reason));
        };
        const timer = setTimeout(() => {
          leave();
          reject(new OverloadedError(`No connection was free within ${Math.round(waitMs)} ms.`));
        }, waitMs);
        signal?.addEventListener('abort', hangUp, { once: true });
        line.add(enter);
      });
    },
    free: () => {
      const [next] = line;
      if (next === undefined) freeCount += 1;
      else next();
    },
    countWaiting: () => line.size,
  };
};
