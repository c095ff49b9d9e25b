import { describe, expect, test } from '@jest/globals';

import { coverageAt } from './coverageAt.ts';
import { loggedOnAt } from './loggedOnAt.ts';
import { disconnect, lock, login, logout, makeTime, seen, shortTime, start, stop } from './makeFacts.ts';
import { OTHER, fold } from './summarize.ts';
import type { OracleFact } from './types.ts';

describe('rule 14: coverage', () => {
  const statuses = (facts: readonly OracleFact[], ...times: readonly string[]) =>
    times.map((time) => coverageAt(fold(...facts), makeTime(time)).status);

  test('is that of the facts before and after', () => {
    const facts = [seen('a', '10:00'), seen('b', '11:00'), seen('c', '3 11:00')];
    expect(
      statuses(facts, '09:59', '10:00', '10:30', '11:00', '11:00:00.000001', '3 11:00', '3 11:01'),
    ).toEqual(['BEFORE_FIRST_EVENT', 'COVERED', 'COVERED', 'COVERED', 'GAP', 'COVERED', 'AFTER_LAST_EVENT']);
    expect(statuses([], '10:00')).toEqual(['BEFORE_FIRST_EVENT']);
  });

  test('names the facts before and after', () => {
    const host = fold(seen('a', '10:00'), seen('b', '11:00'));
    const around = (time: string) => {
      const { eventBefore, eventAfter } = coverageAt(host, makeTime(time));
      return [eventBefore?.uuid, eventAfter?.uuid];
    };
    expect(['09:00', '10:00', '10:30', '12:00'].map(around)).toEqual([
      [undefined, 'a'],
      ['a', 'b'],
      ['a', 'b'],
      ['b', undefined],
    ]);
  });

  test('is HOST_DOWN from a stop to the next fact that the host wrote while it ran', () => {
    const facts = [
      login('a', '10:00'),
      stop('s', '12:00'),
      lock('b', '12:01'),
      logout('c', '12:02', OTHER),
      disconnect('d', '12:03', { loginId: null }),
      stop('t', '12:04'),
      start('u', '13:00'),
    ];
    expect(statuses(facts, '11:59', '12:00', '12:01', '12:02', '12:03', '12:59', '13:00', '13:01')).toEqual([
      'COVERED',
      'HOST_DOWN',
      'HOST_DOWN',
      'HOST_DOWN',
      'HOST_DOWN',
      'HOST_DOWN',
      'COVERED',
      'AFTER_LAST_EVENT',
    ]);
  });

  test('a lock that is not late and a failed login end HOST_DOWN', () => {
    const stopped = [login('a', '10:00'), stop('s', '12:00')];
    expect(statuses(stopped, '9 12:00')).toEqual(['HOST_DOWN']);
    expect(statuses([...stopped, lock('b', '12:01', OTHER)], '12:00:30', '12:01')).toEqual([
      'HOST_DOWN',
      'COVERED',
    ]);
    expect(statuses([...stopped, login('b', '12:01', { loginSuccessful: false })], '12:01')).toEqual([
      'COVERED',
    ]);
  });
});

describe('rule 14: who is logged on', () => {
  const list = (facts: readonly OracleFact[], time: string) =>
    loggedOnAt(fold(...facts), makeTime(time)).map(
      ({ account, state, certainty, since, provenUntil: until }) =>
        [account?.userName ?? null, state, certainty, shortTime(since), shortTime(until)].join(' '),
    );

  test('one entry per account: the liveliest state, the best certainty, and since when that is proven', () => {
    const ana = { user: 'CORP\\ana' };
    const facts = [
      login('a', '10:00', ana),
      lock('b', '10:30', ana),
      login('c', '11:00', { ...ana, ...OTHER }),
      login('d', '11:30', { loginId: '0x3' }),
      lock('e', '11:40', { loginId: '0x4' }),
      login('f', '12:00', { loginId: '0x5', user: 'LAB\\ana' }),
      login('g', '14:00', ana),
    ];
    expect(list(facts, '12:30')).toEqual([
      'ana ACTIVE PROVEN 11:00 14:00',
      ' ACTIVE PROVEN 11:30 14:00',
      'ana ACTIVE PROVEN 12:00 14:00',
    ]);
    expect(list(facts, '10:45')).toEqual(['ana UNKNOWN POSSIBLE 10:00 10:30']);
    expect(list(facts, '09:59')).toEqual([]);
  });

  test('accounts with only REMOTE sessions are last; an unknown type counts as a person', () => {
    const facts = [
      login('a', '10:00', { user: 'ana', loginType: 'REMOTE' }),
      login('b', '11:00', { user: 'bob', ...OTHER }),
    ];
    expect(list(facts, '11:00')).toEqual(['bob ACTIVE PROVEN 11:00 11:00', 'ana ACTIVE PROVEN 10:00 11:00']);
  });

  test('an open session is possible after its proof, and nobody is logged on from the end', () => {
    const facts = [login('a', '10:00', { user: 'ana' })];
    expect(list(facts, '10:01')).toEqual(['ana ACTIVE POSSIBLE 10:00 10:00']);
    expect(list(facts, '9 10:01')).toEqual(['ana UNKNOWN POSSIBLE 10:00 10:00']);
    expect(list([...facts, stop('s', '11:00')], '11:00')).toEqual([]);
  });
});
