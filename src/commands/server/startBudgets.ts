import { randomUUID } from 'node:crypto';

import type { Config } from '../../config/config.ts';

import { makeBudgets } from '../../http/cost/makeBudgets.ts';
import type { Budgets } from '../../http/cost/makeBudgets.ts';
import { makeLeasedBudgets } from '../../http/cost/makeLeasedBudgets.ts';

import type { Database } from '../../db/client.ts';
import { deleteFullBudgets, leaseBudget } from '../../db/leaseBudget.ts';

/** The budgets of this server and its workers; null: no limit per minute. */
type StartedBudgets = { readonly budgets: Budgets | null; readonly close: () => Promise<void> };

const SWEEP_MS = 5000;
const DELETE_EVERY_SWEEPS = 12;

/** Makes the budgets of callers. On a Postgres that other servers may use, too, they are leased from it; the embedded one has one server. */
export const startBudgets = (
  { limits: { perMinute }, databaseUrl, readerUrl }: Config,
  database: Database,
): StartedBudgets => {
  const close = async (): Promise<void> => undefined;
  if (perMinute === null) return { budgets: null, close };
  if (databaseUrl === null && readerUrl === null) return { budgets: makeBudgets({ perMinute }), close };
  const serverId = randomUUID();
  const budgets = makeLeasedBudgets({
    perMinute,
    lease: async (claim) => leaseBudget(database, { ...claim, serverId, perMinute }),
  });
  let sweeps = 0;
  const timer = setInterval(() => {
    sweeps += 1;
    void budgets.sweep();
    // A failed deletion is made up for by the next one.
    if (sweeps % DELETE_EVERY_SWEEPS === 0) deleteFullBudgets(database).catch(() => undefined);
  }, SWEEP_MS).unref();
  return {
    budgets,
    close: async () => {
      clearInterval(timer);
      await budgets.close();
    },
  };
};
