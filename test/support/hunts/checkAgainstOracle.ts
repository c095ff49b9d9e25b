import { expect } from '@jest/globals';
import fc from 'fast-check';

import type { Database } from '../../../src/db/client.ts';

import { read, replace } from './huntEvents.ts';
import type { HuntEvent, Sent } from './huntEvents.ts';
import { samples, SEED } from '../samples.ts';

/** The results of a hunt over HTTP and of its oracle. */
export type Comparison<Parameters> = {
  readonly log: fc.Arbitrary<readonly Sent[]>;
  readonly parameters: fc.Arbitrary<Parameters>;
  readonly asked: (given: Parameters) => Promise<readonly object[]>;
  readonly oracle: (events: readonly HuntEvent[], given: Parameters) => readonly object[];
  /** Whether the matches cover all cases that the comparison must include; by default one match is enough. */
  readonly covers?: (found: readonly any[]) => boolean;
};

const ASKS = 6;
const LOGS = 15;
const MOST_ROUNDS = 40;

/** Compares them on many logs with several parameters each, until the expected matches cover all required cases. */
export const checkAgainstOracle = async <Parameters>(
  database: Database,
  { log, parameters, asked, oracle, covers = (matches) => matches.length > 0 }: Comparison<Parameters>,
): Promise<void> => {
  const found: object[] = [];
  const asks = fc.array(parameters, { minLength: ASKS, maxLength: ASKS });
  const agree = fc.asyncProperty(log, asks, async (sent, many) => {
    await replace(database, sent);
    for (const given of many) {
      const expected = oracle(read(sent), given);
      expect(await asked(given)).toEqual(expected);
      found.push(...expected);
    }
  });
  for (let round = 0; round === 0 || (round < MOST_ROUNDS && !covers(found)); round += 1) {
    await fc.assert(agree, { ...samples(LOGS), seed: SEED + round });
  }
  expect(covers(found)).toBe(true);
};
