import { randomUUID } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { OutageError, OverloadedError } from '../../../src/db/errors.ts';
import { deleteFullBudgets, leaseBudget } from '../../../src/db/leaseBudget.ts';
import { makeLeasedBudgets } from '../../../src/http/cost/makeLeasedBudgets.ts';
import type { Claim, LeasedBudgets } from '../../../src/http/cost/makeLeasedBudgets.ts';
import { useDatabase } from '../../support/database.ts';
import { samples } from '../../support/samples.ts';

const database = useDatabase();

const PER_MINUTE = 1000;
const PART = PER_MINUTE / 20;

/** A server with its own clock, and what it has claimed. */
type Server = {
  readonly budgets: LeasedBudgets;
  readonly claims: readonly Claim[];
  readonly pass: (ms: number) => void;
};

const makeServer = (perMinute = PER_MINUTE): Server => {
  const serverId = randomUUID();
  const claims: Claim[] = [];
  let skippedMs = 0;
  const budgets = makeLeasedBudgets({
    perMinute,
    now: () => performance.now() + skippedMs,
    lease: async (claim) => {
      claims.push(claim);
      return leaseBudget(database(), { ...claim, serverId, perMinute });
    },
  });
  return { budgets, claims, pass: (ms) => void (skippedMs += ms) };
};

const makeServers = (count: number): readonly Server[] => Array.from({ length: count }, () => makeServer());

/** Takes units one by one until the budget is spent; returns their number. */
const takeAll = async ({ budgets }: Server, id: string): Promise<number> => {
  for (let taken = 0; ; taken += 1) {
    if ((await budgets.take(id, 1)).kind === 'SPENT') return taken;
  }
};

/** Lets time pass in the database and for the servers. */
const wait = async (servers: readonly Server[], id: string, ms: number): Promise<void> => {
  for (const { pass } of servers) pass(ms);
  await database().writePool.query(
    `with waited as (update budget_lease set expires_at = expires_at - $2 * interval '1 ms' where budget_id = $1)
     update budget set refilled_at = refilled_at - $2 * interval '1 ms' where id = $1`,
    [id, ms],
  );
};

const WAIT_MS = 20_000;

const steps = fc.array(
  fc.record({
    server: fc.nat(2),
    cost: fc.integer({ min: 0, max: 400 }),
    /** The part of the cost that is returned; below zero: what the request costs more. */
    returned: fc.double({ min: -0.2, max: 1, noNaN: true }),
    after: fc.constantFrom('', '', 'SWEEP_IDLE', 'SWEEP', 'CLOSE'),
    /** Whether the request ends, and returns its cost, only at the next wait. */
    isLong: fc.boolean(),
    /** Whether all requests so far are answered before the next step. A wait lets 20 s pass. */
    next: fc.constantFrom('GO_ON', 'GO_ON', 'AWAIT', 'WAIT'),
  }),
  { minLength: 5, maxLength: 60 },
);

/** One bucket, as a server alone has it. */
const makeBucket = () => {
  const startMs = performance.now();
  const perMs = PER_MINUTE / 60_000;
  let level = PER_MINUTE;
  let atMs = startMs;
  const refill = (nowMs: number): void => {
    level = Math.min(PER_MINUTE, level + (nowMs - atMs) * perMs);
    atMs = nowMs;
  };
  return {
    take: (cost: number): void => {
      refill(performance.now());
      level -= cost;
      // A cost is noted after it was taken. What was refilled in between may have been above the capacity.
      expect(level).toBeGreaterThanOrEqual(-(performance.now() - startMs) * perMs - 0.001);
    },
    giveBack: (amount: number): void => {
      refill(performance.now());
      level = Math.min(PER_MINUTE, level + amount);
    },
    wait: (ms: number): void => {
      refill(performance.now());
      level = Math.min(PER_MINUTE, level + ms * perMs);
    },
  };
};

test('in any order of requests several servers together spend only what one bucket would allow', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const id = randomUUID();
      const servers = makeServers(3);
      const bucket = makeBucket();
      const running: Promise<void>[] = [];
      const ends: (() => void)[] = [];
      const run = async ({ server, cost, returned, after, isLong }: (typeof all)[number]): Promise<void> => {
        const { budgets, pass } = servers[server]!;
        if ((await budgets.take(id, cost)).kind === 'TAKEN') {
          bucket.take(cost);
          const end = (): void => {
            const amount = Math.round(cost * returned);
            // What a request costs more than it took is a debt, which may exceed the budget.
            bucket.giveBack(Math.max(0, amount));
            budgets.giveBack(id, amount);
          };
          if (isLong) ends.push(end);
          else end();
        }
        if (after === 'SWEEP_IDLE') pass(6000);
        if (after === 'SWEEP_IDLE' || after === 'SWEEP') await budgets.sweep();
        if (after === 'CLOSE') await budgets.close();
      };
      for (const step of all) {
        running.push(run(step));
        if (step.next === 'GO_ON') continue;
        await Promise.all(running.splice(0));
        if (step.next === 'AWAIT') continue;
        bucket.wait(WAIT_MS);
        await wait(servers, id, WAIT_MS);
        for (const end of ends.splice(0)) end();
      }
      await Promise.all(running);
    }),
    samples(100),
  );
});

describe('several servers', () => {
  test('leave nearly all of the budget to one that is busy, and all of it once they are idle', async () => {
    const id = randomUUID();
    const [busy, ...others] = makeServers(3) as [Server, ...Server[]];
    for (const { budgets } of others) await budgets.take(id, 1);
    expect(await takeAll(busy, id)).toBeGreaterThanOrEqual(PER_MINUTE - others.length * (PART + 1));
    for (const { budgets, pass } of others) {
      pass(5001);
      await budgets.sweep();
    }
    // It asks again after half a second.
    busy.pass(501);
    expect(await takeAll(busy, id)).toBeGreaterThanOrEqual(others.length * (PART - 1));
  });

  test('spend the rest of a server that has ended', async () => {
    const id = randomUUID();
    const [first, second] = makeServers(2) as [Server, Server];
    await first.budgets.take(id, 1);
    await first.budgets.close();
    expect(await takeAll(second, id)).toBeGreaterThanOrEqual(PER_MINUTE - 1);
  });

  test('get back the lease of a server that vanished, after a minute', async () => {
    const id = randomUUID();
    const [first, second] = makeServers(2) as [Server, Server];
    await first.budgets.take(id, 1);
    const whole = async () => second.budgets.take(id, PER_MINUTE);
    expect(await whole()).toMatchObject({ kind: 'SPENT' });
    await database().writePool.query('update budget_lease set expires_at = now() where budget_id = $1', [id]);
    await database().writePool.query(
      `update budget set refilled_at = refilled_at - interval '1 minute' where id = $1`,
      [id],
    );
    second.pass(501);
    expect(await whole()).toEqual({ kind: 'TAKEN' });
  });
});

test('a lease of a server with a higher budget leaves no debt', async () => {
  const id = randomUUID();
  await makeServer(100 * PER_MINUTE).budgets.take(id, 1);
  const { budgets } = makeServer();
  expect(await budgets.take(id, 1)).toMatchObject({ kind: 'SPENT' });
  const { rows } = await database().writePool.query('select level from budget where id = $1', [id]);
  expect(rows).toEqual([{ level: 0 }]);
});

test('what a request returns of an expired lease is refunded, and is not held', async () => {
  const id = randomUUID();
  const { budgets, claims, pass } = makeServer();
  await budgets.take(id, 100);
  // After this time the server no longer counts on what it holds.
  pass(31_000);
  await budgets.take(id, 10);
  // 10 are of the new lease, 90 of the expired one.
  budgets.giveBack(id, 100);
  await budgets.close();
  expect(claims.reduce((sum, { refunded }) => sum + refunded, 0)).toBe(90);
});

test('few requests wait for the database', async () => {
  const id = randomUUID();
  const server = makeServer(60_000);
  for (let request = 0; request < 3000; request += 1) {
    expect(await server.budgets.take(id, 10)).toEqual({ kind: 'TAKEN' });
    server.budgets.giveBack(id, 5);
  }
  expect(server.claims.length).toBeLessThan(50);
});

test('a query whose possible cost is high returns what it does not need', async () => {
  const id = randomUUID();
  const [first, second] = makeServers(2) as [Server, Server];
  expect(await first.budgets.take(id, 900)).toEqual({ kind: 'TAKEN' });
  first.budgets.giveBack(id, 890);
  await first.budgets.sweep();
  expect(await second.budgets.take(id, 800)).toEqual({ kind: 'TAKEN' });
});

test('a cost above the budget waits until it is full, and leaves a debt', async () => {
  const id = randomUUID();
  const { budgets } = makeServer();
  expect(await budgets.take(id, 3 * PER_MINUTE)).toEqual({ kind: 'TAKEN' });
  const refused = await budgets.take(id, 1);
  expect(refused).toMatchObject({ kind: 'SPENT' });
  expect((refused as { retryAfterSeconds: number }).retryAfterSeconds).toBeGreaterThan(110);
  expect((await budgets.headersOf(id))['ratelimit']).toMatch(/^"cost";r=0;t=\d+$/);
});

describe('while the database', () => {
  const makeFailing = (errors: readonly Error[]) => {
    const claims: Claim[] = [];
    const left = [...errors];
    const budgets = makeLeasedBudgets({
      perMinute: PER_MINUTE,
      now: () => 0,
      lease: async (claim) => {
        claims.push(claim);
        const error = left.shift();
        if (error !== undefined) throw error;
        return { granted: claim.wished, remaining: 500 };
      },
    });
    return { budgets, claims };
  };

  test('is away, costs are noted as a debt', async () => {
    const away = new OutageError(new Error('away'));
    const { budgets, claims } = makeFailing([away, away]);
    expect(await budgets.take('a', 10)).toEqual({ kind: 'TAKEN' });
    budgets.giveBack('a', 4);
    expect(await budgets.take('a', 20)).toEqual({ kind: 'TAKEN' });
    expect(await budgets.take('a', 1)).toEqual({ kind: 'TAKEN' });
    expect(claims.map(({ debt, refunded }) => [debt, refunded])).toEqual([
      [0, 0],
      [6, 0],
      [26, 0],
    ]);
  });

  test('is overloaded, requests are refused', async () => {
    const { budgets } = makeFailing([new OverloadedError('full')]);
    expect(await budgets.take('a', 10)).toEqual({ kind: 'SPENT', retryAfterSeconds: 1 });
  });

  test('refuses the statement, it is a bug', async () => {
    const { budgets } = makeFailing([new Error('bug')]);
    await expect(budgets.take('a', 10)).rejects.toThrow('bug');
  });
});

test('budgets that are full again are deleted', async () => {
  const { budgets } = makeServer();
  const [old, used] = [randomUUID(), randomUUID()];
  await budgets.take(old, 1);
  await budgets.take(used, 1);
  await database().writePool.query(
    `update budget set refilled_at = now() - interval '6 minutes' where id = $1`,
    [old],
  );
  await deleteFullBudgets(database());
  const { rows } = await database().writePool.query(
    'select (select array_agg(id) from budget where id = any($1)) as budgets, (select array_agg(budget_id) from budget_lease where budget_id = any($1)) as leases',
    [[old, used]],
  );
  expect(rows).toEqual([{ budgets: [used], leases: [used] }]);
});
