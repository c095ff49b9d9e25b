/** How often to look. The parent is gone for good then. */
const POLL_MS = 250;

/**
 * Has this process stop when its parent ends, as at SIGTERM.
 *
 * For scripts of npm: npm hands a SIGTERM on to the shell that runs the script, and the shell ends without handing it on. Without this a server
 * and its Postgres would run on, and nobody would know of them.
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
