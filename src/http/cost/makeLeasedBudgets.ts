import { OutageError, OverloadedError } from '../../db/errors.ts';
import type { BudgetClaim, BudgetGrant } from '../../db/leaseBudget.ts';

import { headersOfBudget, MAX_BUDGETS } from './makeBudgets.ts';
import type { Budgets, Charge } from './makeBudgets.ts';

export type LeasedBudgets = Budgets & {
  /** Returns what is held of idle budgets, and renews the other leases. */
  readonly sweep: () => Promise<void>;
  /** Returns all that is held, when the server ends. */
  readonly close: () => Promise<void>;
};

/** How a server claims a part of a budget that it shares with others. */
export type Claim = Omit<BudgetClaim, 'serverId' | 'perMinute'>;

type Options = {
  readonly perMinute: number;
  /** @throws OutageError */
  readonly lease: (claim: Claim) => Promise<BudgetGrant>;
  /** Returns the milliseconds of a monotonic clock. */
  readonly now?: () => number;
};

/** The state of a budget in this server, in units of cost. */
type Account = {
  readonly budgetId: string;
  /** Leased and not spent; below zero: spent beyond the lease. */
  held: number;
  /** The lease of this server in the database: at least what is held. */
  leased: number;
  /** Returned by requests, but not part of the lease any more. */
  refunded: number;
  /** What remained for all servers at the last claim, and when that was. */
  remaining: number;
  claimedMs: number;
  usedMs: number;
  /** A claim of at least `refusedCost` is not made again before this time. */
  refusedUntilMs: number;
  refusedCost: number;
  /** Ends when the claims so far have ended: they take turns. */
  turn: Promise<unknown>;
  /** Whether a claim that no request waits for is under way. */
  isReporting: boolean;
};

/** A server leases this part of a budget at once, and returns what it holds above two of them. */
const PARTS = 20;
/** A lease in the database expires after a minute. */
const STALE_MS = 30_000;
const RENEW_MS = 15_000;
const IDLE_MS = 5000;
/** While a budget is spent, or the database is down, it is asked this often. */
const REFUSED_MS = 500;

/**
 * Makes budgets that several servers share. A server leases a part of a budget, spends it without asking again, and leases the next part before it has
 * spent all, so that few requests wait for the database. Nothing is spent that was not leased: together the servers spend no more than one bucket.
 *
 * While the database does not answer, costs are noted as a debt: no request can be executed then.
 */
export const makeLeasedBudgets = ({
  perMinute,
  lease,
  now = () => performance.now(),
}: Options): LeasedBudgets => {
  /** Ordered by last use, oldest first. */
  const accounts = new Map<string, Account>();
  const part = perMinute / PARTS;
  const perMs = perMinute / 60_000;

  const use = (budgetId: string): Account => {
    const account = accounts.get(budgetId) ?? makeAccount(budgetId, perMinute);
    account.usedMs = now();
    accounts.delete(budgetId);
    accounts.set(budgetId, account);
    const [oldest] = accounts.keys();
    if (accounts.size > MAX_BUDGETS && oldest !== undefined) accounts.delete(oldest);
    return account;
  };
  const inTurn = async <T>(account: Account, work: () => Promise<T>): Promise<T> => {
    const result = account.turn.then(work);
    account.turn = result.catch(() => undefined);
    return result;
  };
  /** Claims until `needed` and one part more are held; null claims nothing, and only reports. Returns what is held above `kept`. */
  const claim = async (account: Account, needed: number | null, kept = 2 * part): Promise<void> => {
    const startMs = now();
    const held = Math.max(0, Math.min(account.held, kept));
    const surplus = Math.max(0, account.held - held);
    const debt = Math.max(0, -account.held);
    const { refunded, budgetId } = account;
    Object.assign(account, { held, leased: held, refunded: 0 });
    try {
      const missing = needed === null ? 0 : Math.max(0, needed - held);
      const wished = needed === null ? 0 : Math.max(0, needed + part - held);
      const grant = await lease({ budgetId, held, surplus, refunded, debt, needed: missing, wished });
      account.held += grant.granted;
      account.leased += grant.granted;
      account.remaining = grant.remaining;
      account.claimedMs = startMs;
    } catch (error) {
      // Whether it was applied is unknown. What was held is void, so that nothing is spent twice; the debt stays.
      account.held = Math.min(0, account.held) - debt;
      account.leased = 0;
      throw error;
    }
  };
  /** Claims without a request that waits for it. Returns whether the database answered. */
  const report = async (account: Account, needed: number | null, kept?: number): Promise<boolean> => {
    if (account.isReporting) return true;
    account.isReporting = true;
    try {
      await inTurn(account, async () => claim(account, needed, kept));
      return true;
    } catch {
      return false;
    } finally {
      account.isReporting = false;
    }
  };
  /** What this server may still spend or lease, after its last claim. */
  const levelOf = ({ held, remaining, claimedMs }: Account): number => {
    const refilled = claimedMs === -Infinity ? 0 : Math.max(0, now() - claimedMs) * perMs;
    return Math.min(perMinute, Math.min(perMinute, remaining + refilled) + held);
  };
  const secondsFor = (account: Account, cost: number): number =>
    Math.max(1, Math.ceil((Math.min(cost, perMinute) - levelOf(account)) / perMs / 1000));
  const spentBy = (account: Account, cost: number): Charge => ({
    kind: 'SPENT',
    retryAfterSeconds: secondsFor(account, cost),
  });
  /** A cost above the capacity waits until the bucket is full, and leaves a debt. */
  const tryTake = (account: Account, cost: number): boolean => {
    if (now() - account.claimedMs > STALE_MS) {
      account.held = Math.min(0, account.held);
      account.leased = 0;
    }
    if (account.held < Math.min(cost, perMinute)) return false;
    account.held -= cost;
    return true;
  };
  const takeInTurn = async (account: Account, cost: number): Promise<Charge> => {
    if (tryTake(account, cost)) return TAKEN;
    const needed = Math.min(cost, perMinute);
    if (now() < account.refusedUntilMs && needed >= account.refusedCost) return spentBy(account, cost);
    try {
      await claim(account, needed);
    } catch (error) {
      if (!(error instanceof OutageError)) throw error;
      if (error instanceof OverloadedError) return { kind: 'SPENT', retryAfterSeconds: 1 };
      account.held -= cost;
      return TAKEN;
    }
    if (tryTake(account, cost)) return TAKEN;
    account.refusedUntilMs = now() + REFUSED_MS;
    account.refusedCost = needed;
    return spentBy(account, cost);
  };
  return {
    take: async (budgetId, cost) => {
      const account = use(budgetId);
      if (!tryTake(account, cost)) return inTurn(account, async () => takeInTurn(account, cost));
      // Before the next request has to wait for it.
      if (account.held < part / 2 && now() - account.claimedMs > REFUSED_MS / 10) void report(account, 0);
      return TAKEN;
    },
    giveBack: (budgetId, amount) => {
      const account = use(budgetId);
      const own = Math.min(amount, Math.max(0, account.leased - account.held));
      account.held += own;
      account.refunded += amount - own;
      if (account.held > 2 * part || account.refunded > part) void report(account, null, part);
    },
    secondsUntil: async (budgetId, cost) => secondsFor(use(budgetId), cost),
    headersOf: async (budgetId) => headersOfBudget(perMinute, levelOf(use(budgetId))),
    sweep: async () => {
      // A copy, because requests move accounts to the end.
      const known = [...accounts.values()];
      for (const account of known) {
        const isIdle = now() - account.usedMs > IDLE_MS;
        const isDue = account.held !== 0 || account.leased !== 0 || account.refunded !== 0;
        if (isIdle && isDue && !(await report(account, null, 0))) return;
        if (!isIdle && now() - account.claimedMs > RENEW_MS && !(await report(account, null))) return;
        if (isIdle && account.held === 0 && account.refunded === 0 && now() - account.usedMs > IDLE_MS)
          accounts.delete(account.budgetId);
      }
    },
    close: async () => {
      for (const account of accounts.values()) if (!(await report(account, null, 0))) return;
    },
  };
};

const TAKEN: Charge = { kind: 'TAKEN' };

const makeAccount = (budgetId: string, perMinute: number): Account => ({
  budgetId,
  held: 0,
  leased: 0,
  refunded: 0,
  remaining: perMinute,
  claimedMs: -Infinity,
  usedMs: 0,
  refusedUntilMs: -Infinity,
  refusedCost: Infinity,
  turn: Promise.resolve(),
  isReporting: false,
});
