/** How many timers wait in this process, the server's among them. */
export const countTimers = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
