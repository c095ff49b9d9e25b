import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useDatabase } from '../support/database.ts';
import { clear, expectedSessions, itemsOf, store, storedSessions } from '../support/sessionItems.ts';

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
      { numRuns: 400 },
    );
  }, 120_000);

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
      { numRuns: 60 },
    );
  }, 120_000);
});
