/** What requests may cost and answers may weigh. */
export type CostLimits = {
  /** Of one query, in objects of its answer. */
  readonly perRequest: number;
  /** Of one caller; null: as much as they like. */
  readonly perMinute: number | null;
  readonly maxResponseBytes: number;
};

/** A page of 1,000 within each row of another passes, as the evidence of matches is asked for; a third one within these does not. */
export const DEFAULT_COST_LIMITS: CostLimits = {
  perRequest: 5_000_000,
  perMinute: null,
  maxResponseBytes: 64 * 1_048_576,
};
