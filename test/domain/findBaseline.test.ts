import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Database } from '../../src/db/client.ts';
import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import { storeItems } from '../../src/db/storeItems.ts';
import { findBaseline } from '../../src/domain/hunts/run/findBaseline.ts';
import type { Baseline } from '../../src/domain/hunts/run/findBaseline.ts';
import { maintainDatabase } from '../../src/domain/maintainDatabase.ts';

import { useDatabase } from '../support/database.ts';
import { baselineOf, timesOn } from '../support/hunts/baselineOracle.ts';
import { aStoredLock } from '../support/newEvents.ts';
import { samples } from '../support/samples.ts';
import { arbitraryFacts, timesAround } from '../support/sessions/facts.ts';
import { clearFacts, identify, storeFacts } from '../support/sessions/storeFacts.ts';
import { withServers } from '../support/withServers.ts';

const database = useDatabase();

const parametersFrom = (from: string, lookback: string, minCoverage: number) => ({
  range: { from, until: '9999-01-01T00:00:00.000000Z' },
  lookback,
  minCoverage,
});

const ask = async (server: Database, from: string, lookback: string, minCoverage = 0.5): Promise<Baseline> =>
  findBaseline({ db: makeRequestDatabase(server) }, parametersFrom(from, lookback, minCoverage), 'HOST1');

test('the coverage of a host is the share of days with facts, as in the oracle', async () => {
  // No event of the generated ones is older, so no partition is.
  await storeItems(database(), { events: [aStoredLock('2020-01-01T00:00:00Z', 'a/1')], contextEvents: [] });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      arbitraryFacts(identify, 24),
      fc.constantFrom('PT1H', 'P1D', 'PT36H', 'P2D', 'P5D', 'P30D'),
      fc.constantFrom(0, 0.2, 0.5, 1),
      async (facts, lookback, minCoverage) => {
        await clearFacts(database());
        await storeFacts(database(), facts);
        const db = makeRequestDatabase(database());
        const asked = timesAround(facts).flatMap((from) =>
          ['HOST1', 'HOST2', 'HOST3'].map((hostname) => ({ from, hostname })),
        );
        const found = await Promise.all(
          asked.map(async ({ from, hostname }) =>
            findBaseline({ db }, parametersFrom(from, lookback, minCoverage), hostname),
          ),
        );
        const expected = asked.map(({ from, hostname }) =>
          baselineOf(timesOn(facts, hostname), parametersFrom(from, lookback, minCoverage)),
        );
        expect(found).toEqual(expected);
        for (const { coverage } of expected) {
          seen.add(coverage === 0 ? 'NONE' : coverage === 1 ? 'ALL' : 'SOME');
        }
      },
    ),
    samples(100),
  );
  expect([...seen].toSorted()).toEqual(['ALL', 'NONE', 'SOME']);
});

test('a day begins and ends at the time of day at which the range begins; its end does not count', async () => {
  await withServers(1, async (servers) => {
    const [server] = servers as [Database];
    const times = [
      '2026-10-01T06:00:00.000000Z',
      '2026-10-05T05:59:59.999999Z',
      '2026-10-05T06:00:00.000000Z',
    ];
    const events = times.map((time) => aStoredLock(time, time));
    await storeItems(server, { events, contextEvents: [] });
    // The days that begin on 1 and 4 October at 6:00 have facts, those of 2 and 3 October have none.
    expect(await ask(server, '2026-10-05T06:00:00.000000Z', 'P4D')).toEqual({
      status: 'COVERED',
      coverage: 0.5,
    });
    expect(await ask(server, '2026-10-05T06:00:00.000000Z', 'P5D')).toEqual({
      status: 'INSUFFICIENT_BASELINE',
      coverage: 0.4,
    });
    expect(await ask(server, '2026-10-05T06:00:00.000001Z', 'P3D')).toMatchObject({ coverage: 1 / 3 });
  });
});

test('days whose events retention has dropped do not count', async () => {
  await withServers(1, async (servers) => {
    const [server] = servers as [Database];
    // Years that long ago have one partition each.
    const times = ['2000-12-31T00:00:00Z', '2001-01-01T00:00:00Z', '2001-01-02T00:00:00Z'];
    await storeItems(server, { events: times.map((time) => aStoredLock(time, time)), contextEvents: [] });
    const from = '2001-01-03T00:00:00.000000Z';
    expect(await ask(server, from, 'P4D')).toEqual({ status: 'COVERED', coverage: 0.75 });
    await maintainDatabase(server, { events: '2001-01-01T00:00:00.000000Z', audit: null });
    expect(await ask(server, from, 'P4D')).toEqual({ status: 'COVERED', coverage: 0.5 });
    expect(await ask(server, from, 'P4D', 0.51)).toMatchObject({ status: 'INSUFFICIENT_BASELINE' });
    expect(await ask(server, '2001-01-01T00:00:00.000000Z', 'P4D')).toMatchObject({ coverage: 0 });
  });
});
