import { DeadlineError, OverloadedError } from './errors.ts';

/** The longest wait for a slot, and a signal that ends the wait early, such as a disconnect of the client. */
export type Wait = { readonly waitMs: number; readonly signal?: AbortSignal | undefined };

/** Limits how much work is done at a time; further work waits in a queue. */
export type Semaphore = {
  /** @throws OverloadedError if the queue is full or the wait is too long; DeadlineError if the signal aborts. */
  readonly acquire: (wait: Wait) => Promise<void>;
  /** Passes a slot on to the longest waiting caller. */
  readonly release: () => void;
  readonly countWaiting: () => number;
};

/** Makes a semaphore with a bounded queue: work that cannot start in time is refused at once, at no cost. */
export const makeSemaphore = (slots: number, maxWaiting: number): Semaphore => {
  let free = slots;
  // In order of arrival; callers may leave from any position.
  const queue = new Set<() => void>();
  return {
    acquire: async ({ waitMs, signal }) => {
      if (signal?.aborted === true) throw new DeadlineError(signal.reason);
      // A slot is free only while nobody waits, so nobody is overtaken.
      if (free > 0) {
        free -= 1;
        return;
      }
      if (queue.size >= maxWaiting)
        throw new OverloadedError(`${maxWaiting} are already waiting for a slot.`);
      await new Promise<void>((resolve, reject) => {
        const leave = (): void => {
          queue.delete(enter);
          clearTimeout(timer);
          signal?.removeEventListener('abort', abort);
        };
        const enter = (): void => {
          leave();
          resolve();
        };
        const abort = (): void => {
          leave();
          reject(new DeadlineError(signal?.reason));
        };
        const timer = setTimeout(() => {
          leave();
          reject(new OverloadedError(`No slot was free within ${Math.round(waitMs)} ms.`));
        }, waitMs);
        signal?.addEventListener('abort', abort, { once: true });
        queue.add(enter);
      });
    },
    release: () => {
      const [next] = queue;
      if (next === undefined) free += 1;
      else next();
    },
    countWaiting: () => queue.size,
  };
};
