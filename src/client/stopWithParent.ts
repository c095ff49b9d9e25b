/** How often to check whether the parent still runs. */
const POLL_MS = 250;

/**
 * Stops this process when its parent ends, as SIGTERM does.
 *
 * For npm scripts: npm forwards a SIGTERM to the shell that runs the script, and the shell ends without forwarding it. Without this check the
 * server and its Postgres would keep running unnoticed.
 */
export const stopWithParent = (): void => {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, POLL_MS);
  timer.unref();
};
