import type { ErrorAnswer } from '../errors/sendError.ts';
import type { Budgets } from './makeBudgets.ts';

/** The charge of one request to /ingest against the budget of its caller. */
export type IngestCharge = {
  /**
   * Charges for a number of records, which replaces the previous charge. If the budget is too low, the previous charge stays, and the error to
   * answer is returned.
   */
  readonly charge: (records: number) => Promise<ErrorAnswer | null>;
  /** Returns the charge to the budget. */
  readonly refund: () => void;
  /** Returns the headers with the remaining budget. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
};

/** Makes the charge of a request, which is never less than `atLeast` records; without budgets nothing is charged. */
export const makeIngestCharge = (budgets: Budgets | null, budgetId: string, atLeast = 0): IngestCharge => {
  if (budgets === null) return FREE;
  let charged = 0;
  const refund = (): void => {
    if (charged > 0) budgets.giveBack(budgetId, charged);
    charged = 0;
  };
  const headers: IngestCharge['headers'] = async () => budgets.headersOf(budgetId);
  const take = async (records: number): Promise<boolean> => {
    const charge = await budgets.take(budgetId, records);
    if (charge.kind === 'TAKEN') charged = records;
    return charge.kind === 'TAKEN';
  };
  return {
    charge: async (counted) => {
      const records = Math.max(counted, atLeast);
      const before = charged;
      refund();
      if (await take(records)) return null;
      // The records read so far stay charged. Otherwise a caller could have all but the last line of a body read without cost.
      if (before > 0) await take(before);
      return spent(records, await budgets.secondsUntil(budgetId, records), await headers());
    },
    refund,
    headers,
  };
};

const FREE: IngestCharge = {
  charge: async () => null,
  refund: () => undefined,
  headers: async () => ({}),
};

const spent = (
  records: number,
  retryAfterSeconds: number,
  headers: Readonly<Record<string, string>>,
): ErrorAnswer => ({
  status: 429,
  code: 'RATE_LIMITED',
  message: `The remaining budget of the caller is below ${records} records. Nothing was done; try again in ${retryAfterSeconds} s.`,
  retryAfterSeconds,
  headers,
});
