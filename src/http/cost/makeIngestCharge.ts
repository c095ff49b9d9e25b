import type { ErrorAnswer } from '../errors/sendError.ts';
import type { Budgets } from './makeBudgets.ts';

/** What one request to /ingest takes from its caller's budget. */
export type IngestCharge = {
  /**
   * Charges for records instead of what was charged before. When the budget has too little left, that stays charged, and the error to answer
   * is given.
   */
  readonly charge: (records: number) => ErrorAnswer | null;
  /** Gives back what was charged. */
  readonly refund: () => void;
  /** The headers that say what is left. */
  readonly headers: () => Readonly<Record<string, string>>;
};

/** Makes the charge of a request; without budgets nothing is charged. */
export const makeIngestCharge = (budgets: Budgets | null, budgetId: string): IngestCharge => {
  if (budgets === null) return FREE;
  let charged = 0;
  let refund = (): void => undefined;
  const headers = (): Readonly<Record<string, string>> => budgets.headersOf(budgetId);
  const take = (records: number): boolean => {
    const charge = budgets.take(budgetId, records);
    if (charge.kind === 'SPENT') return false;
    charged = records;
    refund = () => charge.settle(0);
    return true;
  };
  return {
    charge: (records) => {
      refund();
      if (take(records)) return null;
      // What was read before is paid for, or a caller could have all but the last line of a body read for nothing.
      if (charged > 0) take(charged);
      return spent(records, budgets.secondsUntil(budgetId, records), headers());
    },
    refund: () => refund(),
    headers,
  };
};

const FREE: IngestCharge = { charge: () => null, refund: () => undefined, headers: () => ({}) };

const spent = (
  records: number,
  retryAfterSeconds: number,
  headers: Readonly<Record<string, string>>,
): ErrorAnswer => ({
  status: 429,
  code: 'RATE_LIMITED',
  message: `The caller's budget has less left than ${records} records. Nothing was done; try again in ${retryAfterSeconds} s.`,
  headers: { ...headers, 'retry-after': String(retryAfterSeconds) },
});
