import { expect, jest } from '@jest/globals';
import fc from 'fast-check';

import type { Database } from '../../../src/db/client.ts';

import { read, replace } from './huntEvents.ts';
import type { HuntEvent, Sent } from './huntEvents.ts';

/** A hunt asked over HTTP beside the plain reading of its rules. */
export type Comparison<Parameters> = {
  readonly log: fc.Arbitrary<readonly Sent[]>;
  readonly parameters: fc.Arbitrary<Parameters>;
  readonly asked: (given: Parameters) => Promise<readonly object[]>;
  readonly oracle: (events: readonly HuntEvent[], given: Parameters) => readonly object[];
};

const ASKS = 6;
// On a machine that does much else there are fewer runs; a shrink ends with the smallest counterexample so far.
const RUNS = { numRuns: 15, interruptAfterTimeLimit: 60_000 };
jest.setTimeout(120_000);

/** Compares them on many logs, each asked with many parameters; gives all matches that were to be found. */
export const compareWithOracle = async <Parameters>(
  database: Database,
  { log, parameters, asked, oracle }: Comparison<Parameters>,
): Promise<readonly any[]> => {
  const found: object[] = [];
  const asks = fc.array(parameters, { minLength: ASKS, maxLength: ASKS });
  await fc.assert(
    fc.asyncProperty(log, asks, async (sent, many) => {
      await replace(database, sent);
      for (const given of many) {
        const expected = oracle(read(sent), given);
        expect(await asked(given)).toEqual(expected);
        found.push(...expected);
      }
    }),
    RUNS,
  );
  return found;
};
