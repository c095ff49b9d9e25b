import type { Database } from './client.ts';
import { asDatabaseError } from './errors.ts';

/** What a server says about its lease of a budget, and asks for. */
export type BudgetClaim = {
  readonly budgetId: string;
  readonly serverId: string;
  readonly perMinute: number;
  /** What it holds and keeps, and what it returns. */
  readonly held: number;
  readonly surplus: number;
  /** What requests returned of costs that are not part of the lease any more. */
  readonly refunded: number;
  /** What was spent beyond the lease. */
  readonly debt: number;
  /** It gets up to `wished`, but nothing if less than `needed` remains. */
  readonly needed: number;
  readonly wished: number;
};

/** What a server got, and what remains for all. */
export type BudgetGrant = { readonly granted: number; readonly remaining: number };

/**
 * Leases a part of a budget. Indexes: budget_pkey, budget_lease_pkey.
 *
 * @throws OutageError
 */
export const leaseBudget = async ({ keyPool }: Database, claim: BudgetClaim): Promise<BudgetGrant> => {
  const { budgetId, serverId, perMinute, held, surplus, refunded, debt, needed, wished } = claim;
  const { rows } = await keyPool
    .query<BudgetGrant>({
      name: 'lease_budget',
      text: 'select granted, remaining from lease_budget($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      values: [budgetId, serverId, perMinute, held, surplus, refunded, debt, needed, wished],
    })
    .catch((error: unknown) => {
      throw asDatabaseError(error);
    });
  const [grant] = rows;
  if (grant === undefined) throw new Error('lease_budget returned no row.');
  return grant;
};

/**
 * Deletes the budgets that were not used for several minutes, because they are full again, and their leases, which have expired. No index serves it:
 * the tables hold the callers of some minutes.
 */
export const deleteFullBudgets = async ({ keyPool }: Database): Promise<void> => {
  await keyPool.query(
    `with idle as (delete from budget where refilled_at < now() - interval '5 minutes' returning id)
     delete from budget_lease where budget_id in (select id from idle)`,
  );
};
