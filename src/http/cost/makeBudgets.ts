/** The budgets of callers. They may belong to another process: one that all workers of a server ask. */
export type Budgets = {
  /** Takes a cost if the budget suffices. */
  readonly take: (budgetId: string, cost: number) => Promise<Charge>;
  /** Returns a part of a cost that was taken; a negative amount takes more, also beyond the budget. */
  readonly giveBack: (budgetId: string, amount: number) => void;
  /** Returns the seconds until the budget suffices for a cost, if nothing else is taken; at least 1. */
  readonly secondsUntil: (budgetId: string, cost: number) => Promise<number>;
  /** Returns headers with the remaining budget, as in draft-ietf-httpapi-ratelimit-headers-08 to -10. */
  readonly headersOf: (budgetId: string) => Promise<Readonly<Record<string, string>>>;
};

export type Charge =
  { readonly kind: 'TAKEN' } | { readonly kind: 'SPENT'; readonly retryAfterSeconds: number };

export type BudgetOptions = {
  /** The refill of a bucket per minute, and its capacity. */
  readonly perMinute: number;
  /** Returns the milliseconds of a monotonic clock. */
  readonly now?: () => number;
  readonly maxBudgets?: number;
};

/** A bucket that was not used for a minute is full and can be dropped, so only floods of callers reach this limit. Each takes some 200 bytes. */
export const MAX_BUDGETS = 10_000;

type Bucket = { level: number; atMs: number };

/**
 * Makes a token bucket for each budget. Beyond the limit the bucket that was idle for the longest time is dropped, with its debt, so that made-up
 * callers cannot use up the memory.
 */
export const makeBudgets = ({
  perMinute,
  now = () => performance.now(),
  maxBudgets = MAX_BUDGETS,
}: BudgetOptions): Budgets => {
  /** Ordered by last use, oldest first. */
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  const fill = (budgetId: string): Bucket => {
    const atMs = now();
    const bucket = buckets.get(budgetId) ?? { level: perMinute, atMs };
    bucket.level = Math.min(perMinute, bucket.level + (atMs - bucket.atMs) * perMs);
    bucket.atMs = atMs;
    buckets.delete(budgetId);
    buckets.set(budgetId, bucket);
    const [idle] = buckets.keys();
    if (buckets.size > maxBudgets && idle !== undefined) buckets.delete(idle);
    return bucket;
  };
  /** A cost above the capacity waits until the bucket is full, and leaves a debt. */
  const lackOf = ({ level }: Bucket, cost: number): number => Math.min(cost, perMinute) - level;
  const toSeconds = (lack: number): number => Math.max(1, Math.ceil(lack / perMs / 1000));
  return {
    take: async (budgetId, cost) => {
      const bucket = fill(budgetId);
      const lack = lackOf(bucket, cost);
      if (lack > 0) return { kind: 'SPENT', retryAfterSeconds: toSeconds(lack) };
      bucket.level -= cost;
      return { kind: 'TAKEN' };
    },
    giveBack: (budgetId, amount) => {
      const bucket = fill(budgetId);
      bucket.level = Math.min(perMinute, bucket.level + amount);
    },
    secondsUntil: async (budgetId, cost) => toSeconds(lackOf(fill(budgetId), cost)),
    headersOf: async (budgetId) => headersOfBudget(perMinute, fill(budgetId).level),
  };
};

/** The headers of a budget with this level, which is refilled in a minute. */
export const headersOfBudget = (perMinute: number, level: number): Readonly<Record<string, string>> => {
  const untilFull = Math.ceil(((perMinute - level) / perMinute) * 60);
  return {
    'ratelimit-policy': `"cost";q=${perMinute};w=60`,
    ratelimit: `"cost";r=${Math.max(0, Math.floor(level))};t=${untilFull}`,
  };
};
