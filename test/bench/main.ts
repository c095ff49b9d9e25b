import pg from 'pg';

import { openDatabase } from '../../src/db/client.ts';
import { createDatabase } from '../../src/db/createDatabase.ts';

import { addEarlierYears } from './addEarlierYears.ts';
import { installPeers } from './installPeers.ts';
import { makeEvents } from './makeEvents.ts';
import { makeReport } from './makeReport.ts';
import { formatCount } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { measureBlocks } from './measureBlocks.ts';
import { measureHostPage, openHostPage } from './measureHostPage.ts';
import { measureHunts } from './measureHunts.ts';
import { measureImport } from './measureImport.ts';
import { measureIngest } from './measureIngest.ts';
import { measureLongPair } from './measureLongPair.ts';
import { measureOverload } from './measureOverload.ts';
import { measureParsing } from './measureParsing.ts';
import { compareQuestions, timeQuestions } from './measureQuestions.ts';
import { measurePeers } from './measurePeers.ts';
import { measureWalk, timePages } from './measureWalk.ts';
import { measureStart } from './measureStart.ts';
import { readFlags } from './readFlags.ts';
import { spawnChild } from './spawnChild.ts';
import { withPostgres } from './withPostgres.ts';
import type { Place } from './withPostgres.ts';
import { withStore } from './withStore.ts';

const { isQuick, isTenMillion, isPeers, json, words } = readFlags();
const { add: report, finish } = makeReport(json, words);

/** Events go in by rounds of batches of 1,000: by the API, by the API without stitching, by the bare statement. */
const SIZE = isQuick
  ? {
      rounds: { count: 5, batches: 8 },
      imports: { count: 2, batches: 20 },
      lines: 20_000,
      pages: 1000,
      starts: 1,
      longPair: 10_000,
      blocks: 2,
      host: { count: 2, seconds: 1 },
      overload: { calm: { count: 2, seconds: 1 }, seconds: 4 },
      peers: { batches: 50, rounds: { count: 3, seconds: 1 } },
    }
  : {
      rounds: { count: 20, batches: 17 },
      imports: { count: 3, batches: 60 },
      lines: 100_000,
      pages: 10_000,
      starts: 5,
      longPair: 100_000,
      blocks: 5,
      host: { count: 5, seconds: 4 },
      overload: { calm: { count: 5, seconds: 4 }, seconds: 60 },
      peers: { batches: 300, rounds: { count: 5, seconds: 3 } },
    };
const SMALL = { count: 1, batches: 4 };
const CONTESTANTS = 3;
/** More than the requests send whose blocks are measured. */
const FRESH = 200_000;
const HOST = 'DC01';

const run = async ({ url: maintenanceUrl, folder }: Place): Promise<void> => {
  const url = await createDatabase(maintenanceUrl, 'bench');
  const environment = { DATABASE_URL: url, AUTH: 'none', PORT: '0' };
  const api = await spawnChild({ script: 'src/cli.js', words: ['start'], environment, folder });
  const unstitched = await spawnChild({
    script: 'src/cli.js',
    words: ['start'],
    preload: 'test/bench/withoutStitching.js',
    environment,
    folder,
  });
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  const database = openDatabase({ url, readConnections: 2, writeConnections: 1, deadlineMs: 60_000 });
  await client.connect();
  try {
    const total = (SIZE.rounds.batches * SIZE.rounds.count + SMALL.batches) * CONTESTANTS * 1000;
    const imported = 2 * SIZE.imports.batches * SIZE.imports.count * 1000;
    const untilMs = Date.now();
    const fromMs = untilMs - 365 * 86_400_000;
    const eventsOf = (seed: number) => makeEvents({ count: total / CONTESTANTS, fromMs, untilMs, seed });
    const contestants = {
      api: { target: api, events: eventsOf(1) },
      unstitched: { target: unstitched, events: eventsOf(2) },
      statement: { target: client, events: eventsOf(3) },
    };
    // The bare statement makes no partitions: the API's events do, and the rest of the year's months are made here.
    const months = Array.from({ length: 13 }, (_, month) =>
      new Date(untilMs - month * 30 * 86_400_000).toISOString(),
    );
    await database.partitions.ensure(months);
    await measureIngest(contestants, SMALL);
    const [smallHostMs, smallListMs] = await timePages(api, HOST);
    for (const measurement of await measureIngest(contestants, SIZE.rounds)) report(measurement);
    await unstitched.stop();
    await client.query('vacuum analyze session_event, session');
    const [hostMs, listMs] = await timePages(api, HOST);
    const growth = `${formatCount(total)} / ${formatCount(SMALL.batches * CONTESTANTS * 1000)} events`;
    report(compare(`a page of one host at ${growth}`, hostMs, smallHostMs));
    report(compare(`a page of all events at ${growth}`, listMs, smallListMs));
    report(await measureWalk(api, SIZE.pages));
    const stored = `${formatCount(total)} events`;
    const times = await timeQuestions(api, client, { fromMs, untilMs });
    for (const measurement of compareQuestions(times, stored)) report(measurement);
    for (const measurement of await measureHunts(api, { fromMs, untilMs }, stored)) report(measurement);
    const fresh = makeEvents({ count: FRESH, fromMs, untilMs, seed: 5 });
    const stage = { url, folder, period: { fromMs, untilMs }, events: fresh, times: SIZE.blocks };
    for (const measurement of await measureBlocks(stage)) report(measurement);
    const more = { target: api, events: makeEvents({ count: imported, fromMs, untilMs, seed: 4 }) };
    report(await measureImport(more, SIZE.imports, folder));
    for (const measurement of await measureParsing(SIZE.lines)) report(measurement);
    report(await measureLongPair(api, SIZE.longPair));
    // Of all that was just written: Postgres would do it itself, in the middle of one measurement or another.
    await client.query('vacuum analyze');
    const page = await openHostPage({ api, database, url, folder });
    try {
      report(await measureHostPage(page, SIZE.host));
      for (const measurement of await measureOverload(page, SIZE.overload)) report(measurement);
    } finally {
      await page.stop();
    }
    if (!isTenMillion) return;
    await addEarlierYears(client, 9);
    const grown = await timeQuestions(api, client, { fromMs, untilMs });
    const years = `${formatCount(10 * total)} events`;
    for (const measurement of compareQuestions(grown, years)) report(measurement);
    for (const measurement of await measureHunts(api, { fromMs, untilMs }, years)) report(measurement);
    times.forEach(({ name, apiMs }, index) => {
      report(
        compare(`${name}: ${formatCount(10 * total)} / ${stored}`, grown[index]?.apiMs ?? Number.NaN, apiMs),
      );
    });
  } finally {
    await client.end();
    await database.close();
    await Promise.all([api.stop(), unstitched.stop()]);
  }
};

const compare = (name: string, largeMs: number, smallMs: number): Measurement => ({
  name,
  ratio: largeMs / smallMs,
  target: { most: 1.5 },
  detail: `${largeMs.toFixed(2)} / ${smallMs.toFixed(2)} ms, medians`,
});

if (isPeers) {
  const node = installPeers();
  await withStore({ batches: SIZE.peers.batches }, async (store) => {
    for (const measurement of await measurePeers(store, { node, ...SIZE.peers })) report(measurement);
  });
} else {
  for (const measurement of await measureStart(SIZE.starts)) report(measurement);
  await withPostgres(run);
}
finish();
