import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useDatabase } from '../../support/database.ts';
import { COVERED_RECORDS } from '../../support/filled/coveredRecords.ts';
import { someShippedLog } from '../../support/ingest/shippedLog.ts';
import { useCuts } from '../../support/ingest/useCuts.ts';
import { samples } from '../../support/samples.ts';
import { clear } from '../../support/sessionItems.ts';

const database = useDatabase();
const { send, readStored } = useCuts(database);

describe('the result of /ingest does not depend on how records are cut into requests', () => {
  test('of random logs, with resent requests and two servers', async () => {
    await fc.assert(
      fc.asyncProperty(
        someShippedLog,
        fc.array(
          fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(null, null, 0, 3, 99), fc.nat({ max: 1 })),
          { minLength: 60, maxLength: 60 },
        ),
        fc.constantFrom('', '&logind=true'),
        async (records, cuts, query) => {
          await clear(database());
          await send(records, 0, query);
          const whole = await readStored();
          await clear(database());
          let start = 0;
          for (const [length, resent, server] of cuts) {
            const part = records.slice(start, start + length);
            if (part.length === 0) break;
            await send(part, server, query);
            // The answer was lost: the same records come again, perhaps to another server and with earlier ones.
            if (resent !== null)
              await send(records.slice(Math.max(0, start - resent), start + length), 1 - server, query);
            start += length;
          }
          expect(start).toBeGreaterThanOrEqual(records.length);
          expect(await readStored()).toEqual(whole);
        },
      ),
      samples(25),
    );
  });

  test('of a record of each kind, one per request, and of all of them once more in one request', async () => {
    const records = Object.values(COVERED_RECORDS)
      .flat()
      .map((record) => (typeof record === 'string' ? record : JSON.stringify(record)));
    await clear(database());
    await send(records);
    const whole = await readStored();
    await clear(database());
    for (const record of records) await send([record]);
    expect(await readStored()).toEqual(whole);
    await send(records);
    expect(await readStored()).toEqual(whole);
  });
});
