import { describe, expect, test } from '@jest/globals';

import { makeBudgets } from '../../../src/http/cost/makeBudgets.ts';
import type { Budgets } from '../../../src/http/cost/makeBudgets.ts';
import { budgetIdOf } from '../../../src/http/cost/budgetIdOf.ts';
import { ANYONE } from '../../../src/model/access/caller.ts';

/** 6,000 per minute are 100 per second. */
const makeClock = (maxBudgets?: number) => {
  let nowMs = 1_000_000;
  const options = { perMinute: 6000, now: () => nowMs, ...(maxBudgets !== undefined && { maxBudgets }) };
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { budgets: makeBudgets(options), pass };
};

const spend = async (budgets: Budgets, budgetId: string, cost: number): Promise<void> => {
  const charge = await budgets.take(budgetId, cost);
  if (charge.kind === 'SPENT') throw new Error('The budget is spent.');
};

const kindOf = async (charge: ReturnType<Budgets['take']>): Promise<string> => (await charge).kind;

const leftOf = async (budgets: Budgets, budgetId: string): Promise<string | undefined> =>
  (await budgets.headersOf(budgetId))['ratelimit'];

test('a bucket is refilled up to the budget of a minute', async () => {
  const { budgets, pass } = makeClock();
  await spend(budgets, 'ana', 6000);
  expect(await leftOf(budgets, 'ana')).toBe('"cost";r=0;t=60');
  pass(1000);
  expect(await leftOf(budgets, 'ana')).toBe('"cost";r=100;t=59');
  pass(3_600_000);
  expect(await leftOf(budgets, 'ana')).toBe('"cost";r=6000;t=0');
  expect((await budgets.headersOf('ana'))['ratelimit-policy']).toBe('"cost";q=6000;w=60');
});

test('a caller with too little waits until there is enough, and learns how long', async () => {
  const { budgets, pass } = makeClock();
  await spend(budgets, 'ana', 5900);
  const refused = await budgets.take('ana', 450);
  expect(refused).toEqual({ kind: 'SPENT', retryAfterSeconds: 4 });
  // A refusal costs nothing.
  expect(await leftOf(budgets, 'ana')).toBe('"cost";r=100;t=59');
  pass(3000);
  expect(await kindOf(budgets.take('ana', 450))).toBe('SPENT');
  pass(1000);
  expect(await kindOf(budgets.take('ana', 450))).toBe('TAKEN');
});

test('each caller has a separate budget', async () => {
  const { budgets } = makeClock();
  await spend(budgets, 'ana', 6000);
  expect(await kindOf(budgets.take('ben', 6000))).toBe('TAKEN');
});

describe('a charge is settled by the actual cost', () => {
  test.each([
    ['less: the rest is returned', 10, '"cost";r=5990;t=1'],
    ['more: the difference is taken too', 5000, '"cost";r=1000;t=50'],
    ['more than the budget: a debt', 12_000, '"cost";r=0;t=120'],
    ['nothing', 0, '"cost";r=6000;t=0'],
  ])('%s', async (_, actual, left) => {
    const { budgets } = makeClock();
    await spend(budgets, 'ana', 4000);
    budgets.giveBack('ana', 4000 - actual);
    expect(await leftOf(budgets, 'ana')).toBe(left);
  });

  test('a full bucket stays full when a charge is returned', async () => {
    const { budgets, pass } = makeClock();
    await spend(budgets, 'ana', 4000);
    pass(60_000);
    expect(await leftOf(budgets, 'ana')).toBe('"cost";r=6000;t=0');
    budgets.giveBack('ana', 4000);
    expect(await leftOf(budgets, 'ana')).toBe('"cost";r=6000;t=0');
  });
});

test('a cost above the capacity waits for a full bucket, and the next one waits for both', async () => {
  const { budgets, pass } = makeClock();
  await spend(budgets, 'ana', 9000);
  expect(await budgets.take('ana', 1)).toEqual({ kind: 'SPENT', retryAfterSeconds: 31 });
  pass(90_000);
  expect(await kindOf(budgets.take('ana', 9000))).toBe('TAKEN');
});

test('beyond the limit the budget that was idle for the longest time is forgotten, not an active one', async () => {
  const { budgets } = makeClock(3);
  await spend(budgets, 'spender', 6000);
  for (let stranger = 0; stranger < 1000; stranger += 1) {
    await spend(budgets, `stranger ${stranger}`, 6000);
    expect(await kindOf(budgets.take('spender', 1))).toBe('SPENT');
  }
  expect(await kindOf(budgets.take('stranger 998', 1))).toBe('SPENT');
  expect(await kindOf(budgets.take('stranger 1', 1))).toBe('TAKEN');
});

describe('the budget of a caller belongs to', () => {
  test.each([
    ['a key', budgetIdOf({ kind: 'KEY', id: '1', name: 'soc', scopes: [] }, '10.0.0.1'), 'KEY 1'],
    [
      'another key with the same name',
      budgetIdOf({ kind: 'KEY', id: '2', name: 'soc', scopes: [] }, '10.0.0.1'),
      'KEY 2',
    ],
    [
      'a token with the same name',
      budgetIdOf({ kind: 'TOKEN', id: '1', name: 'soc', scopes: [] }, '::1'),
      'TOKEN 1',
    ],
    ['an address', budgetIdOf(ANYONE, '10.0.0.1'), 'ADDRESS 10.0.0.1'],
    ['an IPv4 address within IPv6', budgetIdOf(ANYONE, '::ffff:10.0.0.1'), 'ADDRESS 10.0.0.1'],
    ['a network of IPv6', budgetIdOf(ANYONE, '2001:db8:1:2:3:4:5:6'), 'ADDRESS 2001:db8:1:2::/64'],
    [
      'another address of the same network',
      budgetIdOf(ANYONE, '2001:db8:1:2::9'),
      'ADDRESS 2001:db8:1:2::/64',
    ],
    ['an address with omitted zeros', budgetIdOf(ANYONE, '2001:db8::9'), 'ADDRESS 2001:db8:0:0::/64'],
    ['an address with a zone', budgetIdOf(ANYONE, 'fe80::1%eth0'), 'ADDRESS fe80:0:0:0::/64'],
  ])('%s', async (_, budgetId, expected) => {
    expect(budgetId).toBe(expected);
  });
});
