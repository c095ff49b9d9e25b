import { expect, test } from '@jest/globals';

import { DEMO_EVENTS } from '../../src/demo/intrusion.ts';
import { recordDemo } from '../../src/demo/recordDemo.ts';
import { ACTIONS } from '../../src/model/action.ts';
import { RULES, useDatabase } from '../support/database.ts';

const database = useDatabase();

/** The numbers of accepted, duplicate and rejected items. */
const record = async (rules = RULES): Promise<readonly number[]> => {
  const counts = await recordDemo(database(), rules);
  return [counts.accepted, counts.duplicates, counts.rejected];
};

test('records 170 events and 5 context events on the first start and finds them all on the second', async () => {
  expect(await record()).toEqual([175, 0, 0]);
  expect(await record()).toEqual([0, 175, 0]);
});

test('does not depend on the clock or on settings', async () => {
  const bounds = { earliest: '2030-01-01T00:00:00.000000Z', latest: '2020-01-01T00:00:00.000000Z' };
  expect(await record({ timeBounds: bounds, hostnames: 'SHORT' })).toEqual([0, 175, 0]);
  expect(await record({ timeBounds: bounds, hostnames: 'FULL' })).toEqual([175, 0, 0]);
});

test('contains all five actions and failed logins', () => {
  const count = (action: string): number => DEMO_EVENTS.filter((event) => event.action === action).length;
  expect(Object.fromEntries(ACTIONS.map((action) => [action, count(action)]))).toEqual({
    LOGIN: 87,
    LOGOUT: 61,
    RECONNECT: 2,
    LOCK: 11,
    UNLOCK: 9,
  });
  expect(DEMO_EVENTS.filter(({ input }) => input.loginSuccessful === false)).toHaveLength(25);
});

test('record numbers of each host increase with time', () => {
  const hosts = new Set(DEMO_EVENTS.map(({ input }) => input.hostname));
  expect(hosts.size).toBe(8);
  for (const host of hosts) {
    const events = DEMO_EVENTS.filter(({ input }) => input.hostname === host);
    const byNumber = events.toSorted((a, b) => numberOf(a.input.sourceId) - numberOf(b.input.sourceId));
    const times = byNumber.map(({ input }) => String(input.time));
    expect(times).toEqual(times.toSorted());
    expect(new Set(events.map(({ input }) => input.sourceId)).size).toBe(events.length);
  }
});

test('every login has a logout, except those of SYSTEM and Gus; one logout has no login', () => {
  const keysOf = (action: string): readonly string[] =>
    DEMO_EVENTS.filter((event) => event.action === action && event.input.loginSuccessful !== false)
      .map(({ input }) => `${String(input.hostname)} ${String(input.user)} ${String(input.loginId)}`)
      .toSorted();
  const begun = keysOf('LOGIN').filter((key) => !key.includes('SYSTEM'));
  const open = 'ws4.corp.example CORP\\gus 0x9d2c8';
  const lost = 'fs1.corp.example CORP\\ben 0x4d7e1';
  expect(begun.filter((key) => key !== open)).toEqual(keysOf('LOGOUT').filter((key) => key !== lost));
  expect(keysOf('LOGOUT')).toContain(lost);
  expect(begun).toContain(open);
  expect(new Set(begun).size).toBe(begun.length);
  for (const action of ['LOCK', 'UNLOCK', 'RECONNECT']) {
    expect(keysOf(action).filter((key) => !begun.includes(key))).toEqual([]);
  }
});

const numberOf = (sourceId: unknown): number =>
  Number(/^windows\/security\/(\d+)$/.exec(String(sourceId))?.[1]);
