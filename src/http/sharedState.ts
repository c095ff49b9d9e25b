import type { Budgets } from './cost/makeBudgets.ts';
import { makeBudgets } from './cost/makeBudgets.ts';
import type { CostLimits } from './cost/limits.ts';
import type { MetricsOfProcess } from './observe/metricsOfProcess.ts';
import { makeSlots } from './sockets/limitInFlight.ts';
import type { Slots } from './sockets/limitInFlight.ts';

/** What all workers of a server share, so that its limits do not depend on their number. */
export type SharedState = {
  /** null: no limit per minute. */
  readonly budgets: Budgets | null;
  readonly slots: Slots;
  /** Returns the metrics of all workers; `collect` returns those of this one. */
  readonly gatherMetrics: (collect: () => Promise<MetricsOfProcess>) => Promise<readonly MetricsOfProcess[]>;
};

/** Makes the state of a server of one process, whose budgets are its own. */
export const makeOwnState = ({ perMinute }: Pick<CostLimits, 'perMinute'>): SharedState => ({
  budgets: perMinute === null ? null : makeBudgets({ perMinute }),
  slots: makeSlots(),
  gatherMetrics: async (collect) => [await collect()],
});
