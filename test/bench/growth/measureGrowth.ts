import pg from 'pg';

import { createDatabase } from '../../../src/db/createDatabase.ts';

import { formatCount } from '../measurement.ts';
import type { Measurement } from '../measurement.ts';
import { spawnChild } from '../spawnChild.ts';
import type { Place } from '../withPostgres.ts';

import { askAll } from './askAll.ts';
import type { Taken } from './askAll.ts';
import { addSites, recordSite, SITE_EVENTS } from './fillStore.ts';
import { listQuestions } from './questions.ts';

const YEAR_MS = 365 * 86_400_000;

/** Asks every documented question of one site, and again of as many sites as `events` needs. Postgres counts what its statements cost. */
export const measureGrowth = async (
  { url: maintenanceUrl, folder }: Place,
  { events, report }: { readonly events: number; readonly report: (measurement: Measurement) => void },
): Promise<void> => {
  const url = await createDatabase(maintenanceUrl, 'growth');
  const environment = { DATABASE_URL: url, AUTH: 'none', PORT: '0' };
  const api = await spawnChild({ script: 'src/cli.js', words: ['start'], environment, folder });
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    const untilMs = Date.now();
    const period = { fromMs: untilMs - YEAR_MS, untilMs };
    await recordSite(api, period);
    await client.query('vacuum analyze');
    await client.query('create extension pg_stat_statements');
    const questions = listQuestions(period);
    const small = await askAll(api, client, questions);
    const sites = events / SITE_EVENTS;
    if (sites > 1) await addSites(client, sites);
    for (const size of await readSizes(client)) report(size);
    const large = sites > 1 ? await askAll(api, client, questions) : small;
    for (const [index, taken] of large.entries()) report(compare(taken, small[index], events));
  } finally {
    await client.end();
    await api.stop();
  }
};

const compare = (
  { question, totalMs, planningMs, executionMs, statements, rows }: Taken,
  small: Taken | undefined,
  events: number,
): Measurement => {
  const smallMs = small?.totalMs ?? Number.NaN;
  return {
    name: `${question.name}, of ${formatCount(events)} events / ${question.mostMs / 1000} s`,
    ratio: totalMs / question.mostMs,
    target: { most: 1 },
    detail: `${totalMs.toFixed(0)} ms: planning ${planningMs.toFixed(1)}, execution ${executionMs.toFixed(1)}; ${rows} rows of ${statements} statements; of one site ${smallMs.toFixed(0)} ms`,
    values: { totalMs, planningMs, executionMs, rows, statements, smallMs },
  };
};

/** The bytes of each table with its indexes, by its rows. */
const readSizes = async (client: pg.Client): Promise<readonly Measurement[]> => {
  const { rows } = await client.query<{ name: string; rows: number; heap: number; indexes: number }>(`
    select name, rows::float8, sum(pg_table_size(relid))::float8 as heap, sum(pg_indexes_size(relid))::float8 as indexes
    from (select 'session_event' as name, (select count(*) from session_event) as rows
      union all select 'session', (select count(*) from session)) counted
    cross join lateral pg_partition_tree(name::regclass) group by 1, 2
    union all select 'session', count(*)::float8, pg_table_size('session')::float8, pg_indexes_size('session')::float8 from session`);
  return rows
    .filter(({ heap }) => heap > 0)
    .map(({ name, rows: count, heap, indexes }) => ({
      name: `bytes of a row of ${name}`,
      ratio: (heap + indexes) / count,
      target: null,
      detail: `${formatCount(count)} rows: ${formatCount(heap / count)} bytes of the table, ${formatCount(indexes / count)} of its indexes; ${((heap + indexes) / 2 ** 30).toFixed(1)} GiB`,
      values: { rows: count, heapBytes: heap, indexBytes: indexes },
    }));
};
