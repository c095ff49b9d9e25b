import { describe, expect, test } from '@jest/globals';

import {
  disconnect,
  lock,
  login,
  logout,
  makeTime,
  reconnect,
  seen,
  shortTime,
  start,
  stop,
  unlock,
} from './makeFacts.ts';
import { HOUR, MINUTE } from './micros.ts';
import { periods, seconds, stateAt } from './periods.ts';
import { OTHER, TWIN, sessionOfFirstPair, showPeriods } from './summarize.ts';

describe('rule 11: the state', () => {
  test('follows the two flags', () => {
    expect(
      showPeriods(
        login('a', '10:00'),
        lock('b', '11:00'),
        unlock('c', '12:00'),
        disconnect('d', '13:00'),
        lock('e', '13:30'),
        reconnect('f', '14:00'),
        logout('g', '15:00'),
      ),
    ).toBe('ACTIVE 10:00, LOCKED 11:00, ACTIVE 12:00, DISCONNECTED 13:00, ACTIVE 14:00, end 15:00');
    expect(
      showPeriods(login('a', '10:00'), disconnect('b', '11:00'), unlock('c', '12:00'), logout('d', '13:00')),
    ).toBe('ACTIVE 10:00, DISCONNECTED 11:00, ACTIVE 12:00, end 13:00');
  });

  test('is that of the opening of a session first seen', () => {
    expect(showPeriods(lock('a', '10:00'), logout('b', '11:00'))).toBe('LOCKED 10:00, end 11:00');
    expect(showPeriods(unlock('a', '10:00'), logout('b', '11:00'))).toBe('ACTIVE 10:00, end 11:00');
  });

  test('is null before the start and ENDED from the end', () => {
    const state = (time: string) =>
      stateAt(...sessionOfFirstPair(login('a', '10:00'), logout('b', '11:00')), makeTime(time));
    expect(['09:59', '10:00', '10:59', '11:00', '5 11:00'].map(state)).toEqual([
      null,
      'ACTIVE',
      'ACTIVE',
      'ENDED',
      'ENDED',
    ]);
  });

  test('is UNKNOWN later than endedAfter; at that instant it is still the one before', () => {
    const facts = [login('a', '10:00'), lock('b', '11:00'), login('c', '12:00')];
    const state = (time: string) => stateAt(...sessionOfFirstPair(...facts), makeTime(time));
    expect(['10:59', '11:00', '11:00:00.000001', '12:00'].map(state)).toEqual([
      'ACTIVE',
      'LOCKED',
      'UNKNOWN',
      'ENDED',
    ]);
    expect(showPeriods(...facts)).toBe('ACTIVE 10:00, UNKNOWN 11:00, end 12:00');
  });

  test('of an open session is UNKNOWN later than endedAfter plus SILENCE', () => {
    const facts = [login('a', '10:00'), lock('b', '11:00')];
    const state = (time: string) => stateAt(...sessionOfFirstPair(...facts), makeTime(time));
    expect(['2 11:00', '2 11:00:00.000001'].map(state)).toEqual(['LOCKED', 'UNKNOWN']);
    expect(showPeriods(...facts)).toBe('ACTIVE 10:00, LOCKED 11:00, UNKNOWN 2 11:00, open');
  });

  test('nobody is logged on during a weekend after a shutdown on Friday', () => {
    expect(showPeriods(login('a', '2 08:00'), stop('s', '2 18:00'), start('t', '5 08:00'))).toBe(
      'ACTIVE 2 08:00, end 2 18:00',
    );
    expect(showPeriods(login('a', '2 08:00'), seen('s', '2 18:00'), start('t', '5 08:00'))).toBe(
      'ACTIVE 2 08:00, UNKNOWN 2 18:00, end 5 08:00',
    );
  });

  test('periods merge equal neighbours and leave out empty ones', () => {
    expect(
      showPeriods(login('a', '10:00'), lock('b', '11:00'), unlock('c', '11:00'), logout('d', '12:00')),
    ).toBe('ACTIVE 10:00, end 12:00');
    expect(periods(...sessionOfFirstPair(logout('a', '10:00')))).toEqual([]);
  });

  test('periods end at asOf', () => {
    const [host, session] = sessionOfFirstPair(login('a', '10:00'), lock('b', '11:00'));
    const cut = (asOf: string) =>
      periods(host, session, makeTime(asOf)).map(({ until }) => shortTime(until!));
    expect(['10:00', '10:30', '11:30'].map(cut)).toEqual([[], ['10:30'], ['11:00', '11:30']]);
  });
});

describe('rule 12: a missing record is proven', () => {
  test('by a LOCK when locked: UNKNOWN since the last LOCK', () => {
    expect(
      showPeriods(login('a', '10:00'), lock('b', '11:00'), lock('c', '12:00'), logout('d', '13:00')),
    ).toBe('ACTIVE 10:00, UNKNOWN 11:00, LOCKED 12:00, end 13:00');
  });

  test('by an UNLOCK when neither locked nor disconnected: UNKNOWN since the previous fact that tells the state', () => {
    expect(
      showPeriods(login('a', '10:00'), unlock('b', '11:00'), unlock('c', '12:00'), logout('d', '13:00')),
    ).toBe('UNKNOWN 10:00, ACTIVE 12:00, end 13:00');
    // The second record of the login does not tell the state.
    expect(
      showPeriods(login('a', '10:00'), login('b', '10:00:30'), unlock('c', '11:00'), logout('d', '12:00')),
    ).toBe('UNKNOWN 10:00, ACTIVE 11:00, end 12:00');
  });

  test('by a RECONNECT when connected and unlocked', () => {
    expect(showPeriods(login('a', '10:00'), reconnect('b', '11:00'), logout('c', '12:00'))).toBe(
      'UNKNOWN 10:00, ACTIVE 11:00, end 12:00',
    );
    expect(
      showPeriods(login('a', '10:00'), lock('b', '11:00'), reconnect('c', '12:00'), logout('d', '13:00')),
    ).toBe('ACTIVE 10:00, LOCKED 11:00, ACTIVE 12:00, end 13:00');
  });

  test('by a Disconnect when disconnected: UNKNOWN since the last Disconnect', () => {
    expect(
      showPeriods(
        login('a', '10:00'),
        disconnect('b', '11:00'),
        lock('c', '11:30'),
        disconnect('d', '12:00'),
        logout('e', '13:00'),
      ),
    ).toBe('ACTIVE 10:00, UNKNOWN 11:00, DISCONNECTED 12:00, end 13:00');
  });

  test('a LOCK when both locked and disconnected leaves UNKNOWN until the next RECONNECT, UNLOCK or Disconnect', () => {
    const facts = [login('a', '10:00'), lock('b', '11:00'), disconnect('c', '11:30'), lock('d', '12:00')];
    const end = logout('z', '14:00');
    expect(showPeriods(...facts, end)).toBe('ACTIVE 10:00, UNKNOWN 11:00, end 14:00');
    expect(showPeriods(...facts, unlock('e', '13:00'), end)).toBe(
      'ACTIVE 10:00, UNKNOWN 11:00, ACTIVE 13:00, end 14:00',
    );
    expect(showPeriods(...facts, lock('e', '12:30'), reconnect('f', '13:00'), end)).toBe(
      'ACTIVE 10:00, UNKNOWN 11:00, ACTIVE 13:00, end 14:00',
    );
    expect(showPeriods(...facts, disconnect('e', '13:00'), end)).toBe(
      'ACTIVE 10:00, UNKNOWN 11:00, DISCONNECTED 13:00, end 14:00',
    );
  });

  test('not by an UNLOCK within 60 s of a RECONNECT', () => {
    const facts = [login('a', '10:00'), disconnect('b', '11:00'), reconnect('c', '12:00')];
    const end = logout('z', '14:00');
    expect(showPeriods(...facts, unlock('d', '12:01'), end)).toBe(
      'ACTIVE 10:00, DISCONNECTED 11:00, ACTIVE 12:00, end 14:00',
    );
    expect(showPeriods(...facts, unlock('d', '12:01:00.000001'), end)).toBe(
      'ACTIVE 10:00, DISCONNECTED 11:00, UNKNOWN 12:00, ACTIVE 12:01:00.000001, end 14:00',
    );
    expect(showPeriods(reconnect('c', '12:00'), unlock('d', '12:00:01'), end)).toBe(
      'ACTIVE 12:00, end 14:00',
    );
  });

  test('not by facts that belong to the session and change nothing', () => {
    expect(
      showPeriods(
        login('a', '10:00'),
        login('b', '10:00', TWIN),
        unlock('c', '11:00', OTHER),
        logout('d', '12:00'),
      ),
    ).toBe('ACTIVE 10:00, end 12:00');
  });
});

describe('rule 13: duration and seconds by state', () => {
  const facts = [login('a', '10:00'), lock('b', '11:00'), disconnect('c', '11:30'), login('d', '13:00')];

  test('add up', () => {
    expect(seconds(...sessionOfFirstPair(...facts), null)).toEqual({
      duration: 3 * HOUR,
      active: HOUR,
      locked: 30 * MINUTE,
      disconnected: 0,
      unknown: 90 * MINUTE,
    });
  });

  test('asOf cuts the sums, and later facts still count', () => {
    expect(seconds(...sessionOfFirstPair(...facts), makeTime('11:15'))).toEqual({
      duration: 75 * MINUTE,
      active: HOUR,
      locked: 15 * MINUTE,
      disconnected: 0,
      unknown: 0,
    });
    const [host, session] = sessionOfFirstPair(login('a', '10:00'), unlock('b', '12:00'));
    expect(seconds(host, session, makeTime('11:00'))).toMatchObject({
      duration: HOUR,
      active: 0,
      unknown: HOUR,
    });
  });

  test('are null for an open session without asOf, and before the start', () => {
    const [host, session] = sessionOfFirstPair(login('a', '10:00'));
    expect(seconds(host, session, null)).toBeNull();
    expect(seconds(host, session, makeTime('09:59'))).toBeNull();
    expect(seconds(host, session, makeTime('10:00'))).toMatchObject({ duration: 0 });
    expect(seconds(host, session, makeTime('3 10:00'))).toMatchObject({
      active: 24 * HOUR,
      unknown: 24 * HOUR,
    });
  });
});
