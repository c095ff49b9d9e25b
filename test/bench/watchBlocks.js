// Loaded before a server of the benchmark: measures how long its event loop works between two turns, and tells its parent when asked.
import { readFileSync } from 'node:fs';

const TICK_MS = 2;

/** The processor time of the main thread, in nanoseconds: other processes on the machine do not count. Without Linux, the clock. */
const readWork = () => {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0]);
  } catch {
    return performance.now() * 1e6;
  }
};

let last = readWork();
let longest = 0;

const tick = () => {
  const now = readWork();
  longest = Math.max(longest, now - last);
  last = now;
};

setInterval(tick, TICK_MS).unref();
process.on('message', () => {
  tick();
  process.send?.(longest / 1e6);
  longest = 0;
});
// The server ends when its work does.
process.channel?.unref();
