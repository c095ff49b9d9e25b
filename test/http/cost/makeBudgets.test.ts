import { describe, expect, test } from '@jest/globals';

import { makeBudgets } from '../../../src/http/cost/makeBudgets.ts';
import type { Budgets } from '../../../src/http/cost/makeBudgets.ts';
import { budgetIdOf } from '../../../src/http/cost/budgetIdOf.ts';
import { ANYONE } from '../../../src/model/access/caller.ts';

/** 6,000 in a minute are 100 in a second. */
const makeClock = (maxBudgets?: number) => {
  let nowMs = 1_000_000;
  const options = { perMinute: 6000, now: () => nowMs, ...(maxBudgets !== undefined && { maxBudgets }) };
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { budgets: makeBudgets(options), pass };
};

const spend = (budgets: Budgets, budgetId: string, cost: number): ((actual: number) => void) => {
  const charge = budgets.take(budgetId, cost);
  if (charge.kind === 'SPENT') throw new Error('The budget is spent.');
  return charge.settle;
};

const leftOf = (budgets: Budgets, budgetId: string): string | undefined =>
  budgets.headersOf(budgetId)['ratelimit'];

test('what was spent flows back, and no more than a minute of it', () => {
  const { budgets, pass } = makeClock();
  spend(budgets, 'ana', 6000);
  expect(leftOf(budgets, 'ana')).toBe('"cost";r=0;t=60');
  pass(1000);
  expect(leftOf(budgets, 'ana')).toBe('"cost";r=100;t=59');
  pass(3_600_000);
  expect(leftOf(budgets, 'ana')).toBe('"cost";r=6000;t=0');
  expect(budgets.headersOf('ana')['ratelimit-policy']).toBe('"cost";q=6000;w=60');
});

test('who has too little waits until there is enough, and is told how long', () => {
  const { budgets, pass } = makeClock();
  spend(budgets, 'ana', 5900);
  const refused = budgets.take('ana', 450);
  expect(refused).toEqual({ kind: 'SPENT', retryAfterSeconds: 4 });
  // To be refused costs nothing.
  expect(leftOf(budgets, 'ana')).toBe('"cost";r=100;t=59');
  pass(3000);
  expect(budgets.take('ana', 450).kind).toBe('SPENT');
  pass(1000);
  expect(budgets.take('ana', 450).kind).toBe('TAKEN');
});

test('each payer has a budget of their own', () => {
  const { budgets } = makeClock();
  spend(budgets, 'ana', 6000);
  expect(budgets.take('ben', 6000).kind).toBe('TAKEN');
});

describe('what was taken is settled by what it cost', () => {
  test.each([
    ['less: the rest is given back', 10, '"cost";r=5990;t=1'],
    ['more: that is taken, too', 5000, '"cost";r=1000;t=50'],
    ['more than there is: a debt', 12_000, '"cost";r=0;t=120'],
    ['nothing', 0, '"cost";r=6000;t=0'],
  ])('%s', (_, actual, left) => {
    const { budgets } = makeClock();
    spend(budgets, 'ana', 4000)(actual);
    expect(leftOf(budgets, 'ana')).toBe(left);
  });

  test('a bucket that is full again takes nothing back', () => {
    const { budgets, pass } = makeClock();
    const settle = spend(budgets, 'ana', 4000);
    pass(60_000);
    expect(leftOf(budgets, 'ana')).toBe('"cost";r=6000;t=0');
    settle(0);
    expect(leftOf(budgets, 'ana')).toBe('"cost";r=6000;t=0');
  });
});

test('what costs more than a bucket holds waits for a full one, and the next waits for both', () => {
  const { budgets, pass } = makeClock();
  spend(budgets, 'ana', 9000);
  expect(budgets.take('ana', 1)).toEqual({ kind: 'SPENT', retryAfterSeconds: 31 });
  pass(90_000);
  expect(budgets.take('ana', 9000).kind).toBe('TAKEN');
});

test('of too many payers the one that was idle for longest is forgotten, not who spends now', () => {
  const { budgets } = makeClock(3);
  spend(budgets, 'spender', 6000);
  for (let stranger = 0; stranger < 1000; stranger += 1) {
    spend(budgets, `stranger ${stranger}`, 6000);
    expect(budgets.take('spender', 1).kind).toBe('SPENT');
  }
  expect(budgets.take('stranger 998', 1).kind).toBe('SPENT');
  expect(budgets.take('stranger 1', 1).kind).toBe('TAKEN');
});

describe('a payer is', () => {
  test.each([
    ['a key', budgetIdOf({ kind: 'KEY', id: '1', name: 'soc', scopes: [] }, '10.0.0.1'), 'KEY 1'],
    [
      'another key of that name',
      budgetIdOf({ kind: 'KEY', id: '2', name: 'soc', scopes: [] }, '10.0.0.1'),
      'KEY 2',
    ],
    [
      'a token of that name',
      budgetIdOf({ kind: 'TOKEN', id: '1', name: 'soc', scopes: [] }, '::1'),
      'TOKEN 1',
    ],
    ['an address', budgetIdOf(ANYONE, '10.0.0.1'), 'ADDRESS 10.0.0.1'],
    ['an IPv4 address within IPv6', budgetIdOf(ANYONE, '::ffff:10.0.0.1'), 'ADDRESS 10.0.0.1'],
    ['a network of IPv6', budgetIdOf(ANYONE, '2001:db8:1:2:3:4:5:6'), 'ADDRESS 2001:db8:1:2::/64'],
    ['the same from elsewhere in it', budgetIdOf(ANYONE, '2001:db8:1:2::9'), 'ADDRESS 2001:db8:1:2::/64'],
    ['one with zeros', budgetIdOf(ANYONE, '2001:db8::9'), 'ADDRESS 2001:db8:0:0::/64'],
    ['one with a zone', budgetIdOf(ANYONE, 'fe80::1%eth0'), 'ADDRESS fe80:0:0:0::/64'],
  ])('%s', (_, budgetId, expected) => {
    expect(budgetId).toBe(expected);
  });
});
