/** Counts the pending timers of this process, including the server's. */
export const countTimers = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
