import pg from 'pg';

import { openDatabase } from '../../src/db/client.ts';
import { createDatabase } from '../../src/db/createDatabase.ts';

import { makeEvents } from './makeEvents.ts';
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
import { countSmallEvents, measureSmallBatches } from './measureSmallBatches.ts';
import { measureUpload } from './measureUpload.ts';
import { measureWalk, timePages } from './measureWalk.ts';
import { spawnChild } from './spawnChild.ts';
import type { Sizes } from './sizes.ts';
import type { Place } from './withPostgres.ts';

const SMALL = { count: 1, batches: 4 };
const CONTESTANTS = 3;
/** More than the requests send whose blocks are measured. */
const FRESH = 200_000;
const HOST = 'DC01';

type Options = {
  readonly size: Sizes;
  readonly report: (measurement: Measurement) => void;
};

/** Measures what the README promises, except for starts. */
export const measureAll = async (
  { url: maintenanceUrl, folder }: Place,
  { size, report }: Options,
): Promise<void> => {
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
    const total = (size.rounds.batches * size.rounds.count + SMALL.batches) * CONTESTANTS * 1000;
    const imported = 2 * size.imports.batches * size.imports.count * 1000;
    const more = countSmallEvents(size.small);
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
    const [smallHostMs, smallListMs] = await timePages(api, { host: HOST, requests: size.walk.requests });
    for (const measurement of await measureIngest(contestants, size.rounds)) report(measurement);
    await unstitched.stop();
    await client.query('vacuum analyze session_event, session');
    const [hostMs, listMs] = await timePages(api, { host: HOST, requests: size.walk.requests });
    const growth = `${formatCount(total)} / ${formatCount(SMALL.batches * CONTESTANTS * 1000)} events`;
    report(compare(`a page of one host at ${growth}`, hostMs, smallHostMs));
    report(compare(`a page of all events at ${growth}`, listMs, smallListMs));
    report(await measureWalk(api, size.walk));
    const stored = `${formatCount(total)} events`;
    const period = { fromMs, untilMs };
    const times = await timeQuestions(api, client, { period, times: size.questions });
    for (const measurement of compareQuestions(times, stored)) report(measurement);
    for (const measurement of await measureHunts(api, period, { ...size.hunts, stored })) report(measurement);
    const fresh = makeEvents({ count: FRESH, fromMs, untilMs, seed: 5 });
    const stage = { url, folder, period, events: fresh, ...size.blocks };
    for (const measurement of await measureBlocks(stage)) report(measurement);
    const writer = { target: api, events: makeEvents({ ...period, count: imported + more, seed: 4 }) };
    const ungrouped = await spawnChild({
      script: 'src/cli.js',
      words: ['start'],
      preload: 'test/bench/withoutGroups.js',
      environment,
      folder,
    });
    for (const measurement of await measureSmallBatches({ ...writer, ungrouped }, size.small))
      report(measurement);
    await ungrouped.stop();
    if (size.imports.count > 0) report(await measureImport(writer, size.imports, folder));
    if (size.uploads.count > 0)
      for (const measurement of await measureUpload({ api, folder, fromMs }, size.uploads))
        report(measurement);
    for (const measurement of await measureParsing(size.lines)) report(measurement);
    report(await measureLongPair(api, size.longPair));
    // Of all that was just written: Postgres would do it itself, in the middle of one measurement or another.
    await client.query('vacuum analyze');
    const page = await openHostPage({ api, database, url, folder });
    try {
      report(await measureHostPage(page, size.host));
      if (size.overload.seconds > 0)
        for (const measurement of await measureOverload(page, size.overload)) report(measurement);
    } finally {
      await page.stop();
    }
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
