import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Database } from '../../src/db/client.ts';
import { updateHostSessions } from '../../src/db/stitch/updateHostSessions.ts';
import { rebuildSessions } from '../../src/domain/rebuildSessions.ts';
import { useDatabase } from '../support/database.ts';
import { samples } from '../support/samples.ts';
import { arbitraryFacts, SHORT_SILENCE, SILENCE } from '../support/sessions/facts.ts';
import { readStitched } from '../support/sessions/readStitched.ts';
import { clearFacts, identify, storeFacts } from '../support/sessions/storeFacts.ts';

const database = useDatabase();
const listen = (): void => undefined;

/** What an earlier version may have left: each of these alone, and all together. */
const DAMAGES = [
  'delete from twin',
  'delete from host_activity',
  'delete from session',
  'update context_event set last_fact_at = null',
  `update session set state = 'LOCKED', state_since = started_at, fold_state = null, is_diverted = not is_diverted, own_last_at = started_at`,
  `update session set lock_count = 77, ended_at = null, end_reason = null, end_id = null, over_at = '9999-12-31T23:59:59.999999Z', duration_rank = 'infinity'`,
  `update twin set until_at = time, session_started_at = null, session_start_id = null`,
] as const;

const damages = fc.oneof(
  fc.constantFrom(...DAMAGES).map((damage) => [damage]),
  fc.constant(DAMAGES),
);

/** Creates the partitions. A rebuild does not touch sessions before the earliest one, as after retention. */
beforeAll(async () => {
  for (const facts of fc.sample(arbitraryFacts(identify), 20)) await storeFacts(database(), facts);
});

describe('a rebuild of damaged rows restores what ingest produced', () => {
  test('host by host', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFacts(identify, 40), damages, async (facts, statements) => {
        await clearFacts(database());
        await storeFacts(database(), facts);
        const ingested = await readStitched(database());
        for (const statement of statements) await database().writePool.query(statement);
        for (const hostname of new Set(facts.map((fact) => fact.hostname)))
          await updateHostSessions(database(), hostname);
        expect(await readStitched(database())).toEqual(ingested);
      }),
      samples(60),
    );
  });

  test('of all hosts, during ingest', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFacts(identify, 40), fc.nat(40), async (facts, cut) => {
        await clearFacts(database());
        await storeFacts(database(), facts);
        const ingested = await readStitched(database());
        await clearFacts(database());
        await storeFacts(database(), facts.slice(0, cut));
        for (const statement of DAMAGES) await database().writePool.query(statement);
        await Promise.all([rebuildSessions(database(), listen), storeFacts(database(), facts.slice(cut))]);
        expect(await readStitched(database())).toEqual(ingested);
      }),
      samples(30),
    );
  });
});

test('a rebuild with another SILENCE leaves what an ingest with it produces', async () => {
  const withSilence = (silenceUs: number): Database => ({ ...database(), silenceUs });
  await fc.assert(
    fc.asyncProperty(
      arbitraryFacts(identify, 40, SHORT_SILENCE),
      fc.constantFrom([SILENCE, SHORT_SILENCE], [SHORT_SILENCE, SILENCE]),
      async (facts, [before, after]) => {
        await clearFacts(database());
        await storeFacts(withSilence(after), facts);
        const ingested = await readStitched(database());
        await clearFacts(database());
        await storeFacts(withSilence(before), facts);
        await rebuildSessions(withSilence(after), listen);
        expect(await readStitched(database())).toEqual(ingested);
      },
    ),
    samples(30),
  );
});

test('a rebuild of correct rows changes none', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFacts(identify, 40), async (facts) => {
      await clearFacts(database());
      for (const fact of facts) await storeFacts(database(), [fact]);
      const ingested = await readStitched(database());
      expect(await rebuildSessions(database(), listen)).toMatchObject({ changed: 0, left: 0 });
      expect(await readStitched(database())).toEqual(ingested);
    }),
    samples(20),
  );
});
