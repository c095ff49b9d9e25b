import { createHistogram } from 'node:perf_hooks';

import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';

/** How often a timer checks the event loop; the precision of the measured delay. */
const PERIOD_MS = 10;

export type EventLoopMetrics = {
  /** Sets the metrics; call it at each scrape. */
  readonly measure: () => void;
  readonly close: () => void;
};

/**
 * Adds metrics of the event loop's delay: while one request blocks the loop, no other request is answered, and neither is `/livez`. The
 * quantiles and the longest block start again at each scrape, so that a block of last week does not hide one of today.
 *
 * Node's `monitorEventLoopDelay` is not used: it does not record a block that is under way when it is reset.
 */
export const measureEventLoop = (registry: Registry): EventLoopMetrics => {
  const delays = createHistogram();
  let dueMs = performance.now() + PERIOD_MS;
  const record = (): void => {
    const nowMs = performance.now();
    // In microseconds; a histogram does not accept zero.
    delays.record(Math.max(1, Math.round((nowMs - dueMs) * 1000)));
    dueMs = nowMs + PERIOD_MS;
  };
  const timer = setInterval(record, PERIOD_MS).unref();
  const registers = [registry];
  const quantiles = new Gauge({
    name: 'sessionscope_event_loop_delay_seconds',
    help: 'Median and 99th percentile of the delay of the event loop since the last scrape.',
    labelNames: ['quantile'],
    aggregator: 'max',
    registers,
  });
  const longest = new Gauge({
    name: 'sessionscope_event_loop_longest_block_seconds',
    help: 'The longest time for which the event loop was blocked, since the last scrape and since the start.',
    labelNames: ['since'],
    aggregator: 'max',
    registers,
  });
  let longestEver = 0;
  return {
    measure: () => {
      // Include the delay that this request caused or waited for.
      record();
      longestEver = Math.max(longestEver, delays.max);
      for (const quantile of [0.5, 0.99]) {
        quantiles.set({ quantile }, delays.percentile(100 * quantile) / MICROSECONDS);
      }
      longest.set({ since: 'scrape' }, delays.max / MICROSECONDS);
      longest.set({ since: 'start' }, longestEver / MICROSECONDS);
      delays.reset();
    },
    close: () => clearInterval(timer),
  };
};

const MICROSECONDS = 1_000_000;
