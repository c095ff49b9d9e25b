/** The limits for the cost of requests and the size of answers. */
export type CostLimits = {
  /** The cost of one query, in objects of its answer. */
  readonly perRequest: number;
  /** The cost of all requests of one caller per minute; null: unlimited. */
  readonly perMinute: number | null;
  readonly maxResponseBytes: number;
};

/** A page of 1,000 rows with another such page in each row, as for the evidence of matches, is allowed; a third level is not. */
export const DEFAULT_COST_LIMITS: CostLimits = {
  perRequest: 5_000_000,
  perMinute: null,
  maxResponseBytes: 64 * 1_048_576,
};
