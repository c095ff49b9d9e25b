import type { ErrorAnswer } from '../errors/sendError.ts';
import type { Budgets } from './makeBudgets.ts';

/** What one request to /ingest takes from its caller's budget. */
export type Bill = {
  /** Charges for records instead of what was charged before; gives the error to answer when the budget has too little left. */
  readonly charge: (records: number) => ErrorAnswer | null;
  /** Gives back what was charged. */
  readonly refund: () => void;
  /** The headers that say what is left. */
  readonly headers: () => Readonly<Record<string, string>>;
};

/** Makes the bill of a request; without budgets nothing is charged. */
export const makeBill = (budgets: Budgets | null, payer: string): Bill => {
  if (budgets === null) return FREE;
  let refund = (): void => undefined;
  const headers = (): Readonly<Record<string, string>> => budgets.headersOf(payer);
  return {
    charge: (records) => {
      refund();
      const charge = budgets.take(payer, records);
      refund = () => {
        if (charge.kind === 'TAKEN') charge.settle(0);
      };
      return charge.kind === 'TAKEN' ? null : spent(records, charge.retryAfterSeconds, headers());
    },
    refund: () => refund(),
    headers,
  };
};

const FREE: Bill = { charge: () => null, refund: () => undefined, headers: () => ({}) };

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
