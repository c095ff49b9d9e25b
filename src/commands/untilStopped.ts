/** A signal stopped a command before its work was complete. */
export class StoppedError extends Error {}

/**
 * Waits for work, or until the signal aborts. An abort does not cancel the work itself: it ends with its connections.
 *
 * @throws StoppedError when the signal aborts first.
 */
export const untilStopped = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new StoppedError());
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([work, stopped]);
};
