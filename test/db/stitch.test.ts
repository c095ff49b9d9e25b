import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeEventUuid } from '../../src/model/identity.ts';
import { useDatabase } from '../support/database.ts';
import { clear, expectedSessions, itemsOf, store, storedSessions } from '../support/sessionItems.ts';
import type { Item } from '../support/sessionItems.ts';
import { samples } from '../support/samples.ts';

const database = useDatabase();

describe('sessions are a pure function of the events', () => {
  test('however the events are ordered and split into batches', async () => {
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

  test('however many connections store them at once', async () => {
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

test('an event later than a session is folded onto its stored state, however many events it has', async () => {
  await clear(database());
  const screens = Array.from({ length: 3000 }, (_, index) => aScreenEvent(index));
  await store(database(), screens);
  // What is gone cannot be read: the next event finds the session as it is stored.
  await database().writePool.query('delete from session_event');
  await store(database(), [aScreenEvent(3000)]);
  expect(await storedSessions(database())).toEqual(expectedSessions([...screens, aScreenEvent(3000)]));
});

/** Locks and unlocks of one login id, a second apart. */
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
