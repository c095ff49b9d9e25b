/** Ctrl-C, the request of a supervisor, and a closed terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls a function at each signal that asks this process to stop, instead of ending the process. */
export const onStopSignal = (stop: () => void): void => {
  for (const signal of SIGNALS) process.on(signal, stop);
  process.on('SIGHUP', () => {
    // Writing to a closed terminal fails. Without a listener the error would end the process before its orderly stop is complete.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  });
};
