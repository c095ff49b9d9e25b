/** What callers may spend, each for themselves. */
export type Budgets = {
  /** Takes a cost, if it is there. */
  readonly take: (budgetId: string, cost: number) => Charge;
  /** In how many seconds a cost will be there, if nothing else is taken; 1 at least. */
  readonly secondsUntil: (budgetId: string, cost: number) => number;
  /** Says what is left, as draft-ietf-httpapi-ratelimit-headers-08 to -10 have it. */
  readonly headersOf: (budgetId: string) => Readonly<Record<string, string>>;
};

export type Charge =
  /** `settle` gives back what it did not cost in the end, or takes what it cost more. */
  | { readonly kind: 'TAKEN'; readonly settle: (actual: number) => void }
  | { readonly kind: 'SPENT'; readonly retryAfterSeconds: number };

export type BudgetOptions = {
  /** What flows into a bucket in a minute, and what it holds. */
  readonly perMinute: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
  readonly maxBudgets?: number;
};

/** A bucket that has not been seen for a minute is full again, so only floods of callers come near; each takes some 200 bytes. */
const MAX_BUDGETS = 10_000;

type Bucket = { level: number; atMs: number };

/**
 * Makes a token bucket for each budget. Of too many the one that was idle for longest is forgotten, which forgives its debt: made-up
 * callers cost memory to nobody.
 */
export const makeBudgets = ({
  perMinute,
  now = () => performance.now(),
  maxBudgets = MAX_BUDGETS,
}: BudgetOptions): Budgets => {
  /** The one that was idle for longest comes first. */
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
  /** More than a bucket holds waits until it is full, and leaves a debt. */
  const lackOf = ({ level }: Bucket, cost: number): number => Math.min(cost, perMinute) - level;
  const toSeconds = (lack: number): number => Math.max(1, Math.ceil(lack / perMs / 1000));
  return {
    take: (budgetId, cost) => {
      const bucket = fill(budgetId);
      const lack = lackOf(bucket, cost);
      if (lack > 0) return { kind: 'SPENT', retryAfterSeconds: toSeconds(lack) };
      bucket.level -= cost;
      return {
        kind: 'TAKEN',
        settle: (actual) => {
          bucket.level = Math.min(perMinute, bucket.level + cost - actual);
        },
      };
    },
    secondsUntil: (budgetId, cost) => toSeconds(lackOf(fill(budgetId), cost)),
    headersOf: (budgetId) => {
      const { level } = fill(budgetId);
      const untilFull = Math.ceil((perMinute - level) / perMs / 1000);
      return {
        'ratelimit-policy': `"cost";q=${perMinute};w=60`,
        ratelimit: `"cost";r=${Math.max(0, Math.floor(level))};t=${untilFull}`,
      };
    },
  };
};
