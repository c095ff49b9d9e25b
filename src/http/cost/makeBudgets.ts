/** What callers may spend, each for themselves. */
export type Budgets = {
  /** Takes a cost, if it is there. */
  readonly take: (payer: string, cost: number) => Charge;
  /** In how many seconds a cost will be there, if nothing else is taken; 1 at least. */
  readonly secondsUntil: (payer: string, cost: number) => number;
  /** Says what is left, as draft-ietf-httpapi-ratelimit-headers-08 to -10 have it. */
  readonly headersOf: (payer: string) => Readonly<Record<string, string>>;
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
  readonly maxPayers?: number;
};

/** A bucket that has not been seen for a minute is full again, so only floods of payers come near; each takes some 200 bytes. */
const MAX_PAYERS = 10_000;

type Bucket = { level: number; atMs: number };

/**
 * Makes a token bucket for each payer. Of too many the one that was idle for longest is forgotten, which forgives its debt: made-up
 * callers cost memory to nobody.
 */
export const makeBudgets = ({
  perMinute,
  now = () => performance.now(),
  maxPayers = MAX_PAYERS,
}: BudgetOptions): Budgets => {
  /** The one that was idle for longest comes first. */
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  const fill = (payer: string): Bucket => {
    const atMs = now();
    const bucket = buckets.get(payer) ?? { level: perMinute, atMs };
    bucket.level = Math.min(perMinute, bucket.level + (atMs - bucket.atMs) * perMs);
    bucket.atMs = atMs;
    buckets.delete(payer);
    buckets.set(payer, bucket);
    const [idle] = buckets.keys();
    if (buckets.size > maxPayers && idle !== undefined) buckets.delete(idle);
    return bucket;
  };
  /** More than a bucket holds waits until it is full, and leaves a debt. */
  const lackOf = ({ level }: Bucket, cost: number): number => Math.min(cost, perMinute) - level;
  const toSeconds = (lack: number): number => Math.max(1, Math.ceil(lack / perMs / 1000));
  return {
    take: (payer, cost) => {
      const bucket = fill(payer);
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
    secondsUntil: (payer, cost) => toSeconds(lackOf(fill(payer), cost)),
    headersOf: (payer) => {
      const { level } = fill(payer);
      const untilFull = Math.ceil((perMinute - level) / perMs / 1000);
      return {
        'ratelimit-policy': `"cost";q=${perMinute};w=60`,
        ratelimit: `"cost";r=${Math.max(0, Math.floor(level))};t=${untilFull}`,
      };
    },
  };
};
