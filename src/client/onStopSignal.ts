/** Ctrl-C, a supervisor's request, and a terminal that was closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Has a function called at each signal that asks this process to stop; none of them ends it then. */
export const onStopSignal = (stop: () => void): void => {
  for (const signal of SIGNALS) process.on(signal, stop);
  process.on('SIGHUP', () => {
    // What is written to a closed terminal fails; unheard, that would end the process before it has stopped in order.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  });
};
