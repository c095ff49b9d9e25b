import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeEventUuid } from '../../src/model/identity.ts';
import type { UnidentifiedEvent } from '../../src/model/identity.ts';
import { watchTurns, WORK_PER_TURN } from '../../src/model/reserveWork.ts';
import type { NewEvent } from '../../src/model/sessionEvent.ts';
import { useDatabase } from '../support/database.ts';
import { clear, expectedSessions, itemsOf, store, storedSessions } from '../support/sessionItems.ts';
import type { Item } from '../support/sessionItems.ts';
import { samples } from '../support/samples.ts';

const database = useDatabase();

const timeOf = (second: number): string =>
  new Date(Date.UTC(2026, 10, 16) + second * 1000).toISOString().replace('Z', '000Z');

const aStart = (second: number): Item => ({
  context: {
    uuid: `00000000-0000-8000-8000-${String(second).padStart(12, '0')}`,
    time: timeOf(second),
    hostname: 'MANY',
    sourceId: null,
    kind: 'HOST_START',
  },
});

const anEvent = (
  second: number,
  action: 'LOGIN' | 'LOGOUT' | 'RECONNECT',
  loginId: string,
  srcIp: string | null = null,
): Item => {
  const event = {
    action,
    time: timeOf(second),
    hostname: 'MANY',
    user: 'CORP\\ana',
    userDomain: 'CORP',
    userName: 'ana',
    uid: null,
    loginId,
    sourceId: null,
    loginType: 'REMOTE',
    srcIp,
    srcPort: null,
    destIp: null,
    destPort: null,
    ...(action !== 'LOGOUT' && { srcHostname: null }),
    ...(action === 'LOGIN' && { loginSuccessful: true, linkedLoginId: null }),
  } as UnidentifiedEvent;
  return { event: { uuid: makeEventUuid(event), ...event } as NewEvent };
};

const aReconnect = (second: number, srcIp: string): Item => anEvent(second, 'RECONNECT', '0x10', srcIp);

describe('sessions are a pure function of the events', () => {
  test('for any order of the events and any split into batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        itemsOf(['A'], 24).chain((items) =>
          fc.record({
            items: fc.shuffledSubarray(items, { minLength: items.length }),
            cuts: fc.array(fc.nat(items.length), { maxLength: 8 }),
          }),
        ),
        async ({ items, cuts }) => {
          await clear(database());
          const at = [...new Set([0, ...cuts, items.length])].sort((a, b) => a - b);
          for (let index = 1; index < at.length; index += 1)
            await store(database(), items.slice(at[index - 1], at[index]));
          expect(await storedSessions(database())).toEqual(expectedSessions(items));
        },
      ),
      samples(300),
    );
  });

  test('for any number of concurrent connections', async () => {
    await fc.assert(
      fc.asyncProperty(itemsOf(['A', 'BB'], 40), async (items) => {
        await clear(database());
        const batches = Array.from({ length: 8 }, (_, batch) =>
          items.filter((__, index) => index % 8 === batch || index % 5 === batch),
        );
        await Promise.all(batches.map((batch) => store(database(), batch)));
        expect(await storedSessions(database())).toEqual(expectedSessions(items));
      }),
      samples(60),
    );
  });
});

test('an event after the last one of a session continues its stored state, regardless of its number of events', async () => {
  await clear(database());
  const screens = Array.from({ length: 3000 }, (_, index) => aScreenEvent(index));
  await store(database(), screens);
  // The events are deleted, so the next event must use the stored session.
  await database().writePool.query('delete from session_event');
  await store(database(), [aScreenEvent(3000)]);
  expect(await storedSessions(database())).toEqual(expectedSessions([...screens, aScreenEvent(3000)]));
});

test('a session lists each of its sources once', async () => {
  await clear(database());
  const first = Array.from({ length: 600 }, (_, index) =>
    aReconnect(index, `10.0.${index % 3}.${index % 200}`),
  );
  const later = Array.from({ length: 600 }, (_, index) => aReconnect(600 + index, `10.1.0.${index % 200}`));
  await store(database(), first);
  await store(database(), later);
  expect(await storedSessions(database())).toEqual(expectedSessions([...first, ...later]));
});

describe('a transaction larger than a statement', () => {
  const large = Array.from({ length: 5400 }, (_, n) => [
    anEvent(n, 'LOGIN', `0x${(n + 16).toString(16)}`),
    ...(n % 3 === 0 ? [anEvent(5400 + n, 'LOGOUT', `0x${(n + 16).toString(16)}`)] : []),
    ...(n % 9 === 0 ? [aStart(n)] : []),
  ]).flat();

  test('produces the same sessions as many small ones', async () => {
    await clear(database());
    await store(database(), large);
    const sessions = await storedSessions(database());
    const { rows } = await database().writePool.query(
      `select (select count(*)::int from session_event) as events, (select count(*)::int from context_event) as starts`,
    );
    expect(rows).toEqual([{ events: 7200, starts: 600 }]);
    expect(sessions).toHaveLength(5400);
    await clear(database());
    for (let start = 0; start < large.length; start += 700) {
      await store(database(), large.slice(start, start + 700));
    }
    expect(await storedSessions(database())).toEqual(sessions);
  });

  test('lets the event loop turn between slices', async () => {
    await clear(database());
    const turns: number[] = [];
    const unwatch = watchTurns((work) => void turns.push(work));
    await store(database(), large);
    unwatch();
    // More than a thousand rows in each table, and pairs.
    expect(turns.length).toBeGreaterThanOrEqual(15);
    expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
  });
});

test('host starts are compared only with the sessions that they may end', async () => {
  await clear(database());
  const logins = Array.from({ length: 300 }, (_, n) => anEvent(2 * n, 'LOGIN', `0x${(n + 16).toString(16)}`));
  await store(database(), logins);
  const starts = Array.from({ length: 300 }, (_, n) => aStart(2 * n + 1));
  await store(database(), starts);
  expect(await storedSessions(database())).toEqual(expectedSessions([...logins, ...starts]));
});

/** Makes locks and unlocks of one login id, a second apart. */
const aScreenEvent = (second: number): Item => {
  const fields = {
    action: second % 2 === 0 ? 'LOCK' : 'UNLOCK',
    time: new Date(Date.UTC(2026, 10, 16) + second * 1000).toISOString().replace('Z', '000Z'),
    hostname: 'KIOSK',
    loginId: '0x10',
    user: 'KIOSK\\guest',
    userDomain: 'KIOSK',
    userName: 'guest',
    uid: null,
    sourceId: null,
  } as const;
  return { event: { uuid: makeEventUuid(fields), ...fields } };
};
