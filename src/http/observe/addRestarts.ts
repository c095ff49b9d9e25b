import { Counter, Gauge } from 'prom-client';
import type { Registry } from 'prom-client';

/** How often parts of the server were restarted so far. */
export type RestartCounts = { readonly postgres: number; readonly worker: number };
export type CountRestarts = () => RestartCounts;
export const NO_RESTARTS: RestartCounts = { postgres: 0, worker: 0 };

/** Adds the workers, and the numbers of restarts, which are read at the scrape. */
export const addRestarts = (registry: Registry, countRestarts: CountRestarts): void => {
  new Gauge({
    name: 'sessionscope_workers',
    help: 'Processes that serve.',
    registers: [registry],
  }).set(1);
  for (const [restarted, help] of Object.entries(RESTARTS)) {
    const restarts = new Counter({
      name: `sessionscope_${restarted}_restarts_total`,
      help,
      // All processes know the same number, or an older one.
      aggregator: 'max',
      registers: [],
      collect() {
        this.reset();
        this.inc(countRestarts()[restarted as keyof RestartCounts]);
      },
    });
    registry.registerMetric(restarts);
  }
};

const RESTARTS: Readonly<Record<keyof RestartCounts, string>> = {
  postgres: 'Restarts of the embedded Postgres.',
  worker: 'Replaced worker processes.',
};
