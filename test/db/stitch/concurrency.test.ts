import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useDatabase } from '../../support/database.ts';
import { samples } from '../../support/samples.ts';
import { arbitraryFacts, SILENCE } from '../../support/sessions/facts.ts';
import { readStitched } from '../../support/sessions/readStitched.ts';
import {
  clearFacts,
  comparable,
  foldHosts,
  identify,
  readSessions,
  storeFacts,
} from '../../support/sessions/storeFacts.ts';

const concurrent = useDatabase();
const oneByOne = useDatabase();
const CONNECTIONS = 8;

test('events and context events that eight connections store at once, some of them twice, result in the same sessions', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFacts(identify, 40), async (facts) => {
      await clearFacts(concurrent());
      await clearFacts(oneByOne());
      const batches = Array.from({ length: CONNECTIONS }, (_, batch) =>
        facts.filter((__, index) => index % CONNECTIONS === batch || index % 5 === batch),
      );
      await Promise.all(batches.map(async (batch) => storeFacts(concurrent(), batch)));
      const expected = foldHosts(facts, SILENCE).flatMap(({ sessions }) => sessions);
      const keyOf = (session: (typeof expected)[number]): string =>
        `${session.hostname} ${session.startedAt} ${session.startUuid}`;
      expect((await readSessions(concurrent())).map(comparable)).toEqual(
        expected.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(comparable),
      );
      await storeFacts(oneByOne(), facts);
      expect(await readStitched(concurrent())).toEqual(await readStitched(oneByOne()));
    }),
    samples(60),
  );
});
