/** What requests may cost and answers may weigh. */
export type CostLimits = {
  /** Of one query, in objects of its answer. */
  readonly perRequest: number;
  /** Of one caller; null: as much as they like. */
  readonly perMinute: number | null;
  readonly maxResponseBytes: number;
};

/**
 * A page of 1,000 within each of 50 passes, or of 50 within each of 1,000, with some objects in their rows. 1,000 within each of 1,000
 * does not: they would be in memory at once, some GB of them.
 */
export const DEFAULT_COST_LIMITS: CostLimits = {
  perRequest: 500_000,
  perMinute: null,
  maxResponseBytes: 64 * 1_048_576,
};
