import { describe, expect, test } from '@jest/globals';

import { endedAfter, factsBeforeStartsAndStops, isProvenAt, stretches } from './endedAfter.ts';
import {
  disconnect,
  lock,
  login,
  logout,
  makeTime,
  seen,
  shortTime,
  start,
  stop,
  unlock,
} from './makeFacts.ts';
import { huntEnd } from './periods.ts';
import { OTHER, TWIN, fold, sessionOfFirstPair } from './summarize.ts';
import type { OracleFact } from './types.ts';

const provenUntil = (...facts: readonly OracleFact[]): string =>
  shortTime(endedAfter(...sessionOfFirstPair(...facts))!);

describe('rule 10: a session is proven', () => {
  test('until its LOGOUT', () => {
    expect(provenUntil(login('a', '10:00'), logout('b', '5 10:00'))).toBe('5 10:00');
    expect(provenUntil(logout('b', '5 10:00'))).toBe('5 10:00');
  });

  test('until its own last fact when it is superseded', () => {
    expect(
      provenUntil(
        login('a', '10:00'),
        login('b', '10:00', TWIN),
        disconnect('c', '11:00'),
        lock('d', '12:00', OTHER),
        seen('e', '13:00'),
        login('f', '14:00'),
      ),
    ).toBe('11:00');
    expect(provenUntil(login('a', '10:00'), login('b', '2 10:00'))).toBe('10:00');
  });

  test('until a stop that is reachable without a silence', () => {
    expect(provenUntil(login('a', '10:00'), seen('b', '2 10:00'), stop('s', '3 10:00'))).toBe('3 10:00');
    expect(provenUntil(login('a', '10:00'), seen('b', '18:00'), stop('s', '3 08:00'))).toBe('18:00');
  });

  test('a distance of SILENCE is not a silence, a microsecond more is one', () => {
    expect(provenUntil(login('a', '10:00'), stop('s', '2 10:00'))).toBe('2 10:00');
    expect(provenUntil(login('a', '10:00'), stop('s', '2 10:00:00.000001'))).toBe('10:00');
  });

  test('until the last fact before a host start, of any pair and kind', () => {
    const failed = login('b', '20:00', { loginId: null, loginSuccessful: false });
    expect(provenUntil(login('a', '10:00'), failed, start('s', '2 10:00'))).toBe('20:00');
    expect(provenUntil(login('a', '10:00'), start('s', '10:01'))).toBe('10:00');
  });

  test('facts at the time of a host start are after it', () => {
    expect(provenUntil(login('a', '10:00'), seen('b', '11:00'), start('s', '11:00'))).toBe('10:00');
  });

  test('an open one until the last fact that is reachable', () => {
    const facts = [login('a', '10:00'), seen('b', '2 09:00'), lock('c', '3 08:00', OTHER)];
    expect(provenUntil(...facts)).toBe('3 08:00');
    expect(provenUntil(...facts, seen('d', '5 08:00'))).toBe('3 08:00');
  });

  test('no further than asOf', () => {
    const proven = (asOf: string) =>
      endedAfter(...sessionOfFirstPair(login('a', '10:00'), seen('b', '12:00')), makeTime(asOf));
    expect(['09:00', '11:00', '13:00'].map(proven)).toEqual([null, makeTime('11:00'), makeTime('12:00')]);
  });

  test('a LOGIN that supersedes withdraws proof', () => {
    const facts = [login('a', '10:00'), seen('b', '12:00')];
    expect(provenUntil(...facts)).toBe('12:00');
    expect(provenUntil(...facts, login('c', '13:00'))).toBe('10:00');
  });

  test('the ranges of facts without a silence', () => {
    const facts = [
      seen('a', '10:00'),
      seen('b', '2 10:00'),
      start('c', '3 10:00:00.000001'),
      stop('d', '9 08:00'),
    ];
    expect(stretches(fold(...facts))).toEqual([
      { from: makeTime('10:00'), until: makeTime('2 10:00') },
      { from: makeTime('3 10:00:00.000001'), until: makeTime('3 10:00:00.000001') },
      { from: makeTime('9 08:00'), until: makeTime('9 08:00') },
    ]);
    expect(stretches(fold())).toEqual([]);
  });

  test('the last fact before each host start and stop', () => {
    const facts = [start('a', '10:00'), lock('c', '11:00'), stop('b', '11:00'), start('d', '12:00')];
    expect(
      factsBeforeStartsAndStops(fold(...facts)).map(({ fact, before }) => [fact.uuid, before?.uuid]),
    ).toEqual([
      ['a', undefined],
      ['b', 'c'],
      ['d', 'b'],
    ]);
  });

  test('provenAt: up to endedAfter and before endedAt', () => {
    const proven = (facts: readonly OracleFact[], times: readonly string[]) => {
      const [host, session] = sessionOfFirstPair(...facts);
      return times.map((time) => isProvenAt(host, session, makeTime(time)));
    };
    expect(proven([login('a', '10:00'), logout('b', '11:00')], ['09:59', '10:00', '10:59', '11:00'])).toEqual(
      [false, true, true, false],
    );
    expect(
      proven([login('a', '10:00'), lock('b', '11:00'), login('c', '12:00')], ['11:00', '11:00:00.000001']),
    ).toEqual([true, false]);
  });
});

describe('hunts end a session', () => {
  const end = (facts: readonly OracleFact[], includeUnknown = false) =>
    shortTime(huntEnd(...sessionOfFirstPair(...facts), makeTime('5 00:00'), includeUnknown));

  test('where it is ENDED, or UNKNOWN because of its end', () => {
    expect(end([login('a', '10:00'), logout('b', '11:00')])).toBe('11:00');
    expect(end([login('a', '10:00'), lock('b', '11:00'), login('c', '12:00')])).toBe('11:00');
    expect(end([login('a', '10:00'), lock('b', '11:00')])).toBe('2 11:00');
  });

  test('not where it is UNKNOWN because of a missing record', () => {
    expect(end([login('a', '10:00'), unlock('b', '11:00'), logout('c', '12:00')])).toBe('12:00');
  });

  test('not after until, and with includeUnknown at endedAt', () => {
    expect(end([login('a', '10:00'), logout('b', '6 11:00')])).toBe('5 00:00');
    expect(end([login('a', '10:00'), lock('b', '11:00'), login('c', '12:00')], true)).toBe('12:00');
    expect(end([login('a', '10:00'), lock('b', '11:00')], true)).toBe('5 00:00');
  });
});
