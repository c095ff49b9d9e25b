import autocannon from 'autocannon';
import type pg from 'pg';

import type { Database } from '../../src/db/client.ts';
import { listEvents } from '../../src/domain/listEvents.ts';
import { makeContext } from '../../src/graphql/context.ts';
import type { InputRules } from '../../src/model/readField.ts';
import { ANYONE } from '../../src/model/access/caller.ts';

import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { makePageBody } from './pageQuery.ts';
import { spawnChild } from './spawnChild.ts';
import type { Child } from './spawnChild.ts';

const CONNECTIONS = 8;
const ANY_TIME = { earliest: '2000-01-01T00:00:00.000000Z', latest: '9999-12-31T23:59:59.999999Z' };
const HOST = 'DC01';
const PAGE = { filter: { hostname: { eq: HOST } }, first: 50 };

type Stage = {
  readonly api: Child;
  readonly database: Database;
  readonly url: string;
  readonly folder: string;
};
type Rounds = { readonly count: number; readonly seconds: number };

/**
 * Measures a page of 50 events of one host against a bare handler that runs the same statement with pg and stringifies its rows. Both
 * are processes of their own and get the same load in turns.
 */
export const measureHostPage = async (
  { api, database, url, folder }: Stage,
  { count, seconds }: Rounds,
): Promise<Measurement> => {
  const statement = await captureStatement(database);
  const environment = { DATABASE_URL: url, STATEMENT: JSON.stringify(statement) };
  const bare = await spawnChild({ script: 'test/bench/bareServer.ts', environment, folder });
  const apiRates: number[] = [];
  const bareRates: number[] = [];
  try {
    // The first round of each warms up and is not counted.
    for (let round = 0; round <= count; round += 1) {
      apiRates.push(
        await load({ url: `${api.origin}/graphql`, method: 'POST', body: makePageBody(PAGE) }, seconds),
      );
      bareRates.push(await load({ url: bare.origin }, seconds));
    }
  } finally {
    await bare.stop();
  }
  const rates = apiRates.map((rate, round) => [rate, bareRates[round] ?? Number.NaN] as const).slice(1);
  return {
    name: `a page of ${PAGE.first} events of one host, all fields / a bare handler of the same SQL`,
    ratio: median(rates.map(([apiRate, bareRate]) => apiRate / bareRate)),
    target: { least: 0.4 },
    detail: `${formatCount(median(rates.map(([rate]) => rate)))} / ${formatCount(median(rates.map(([, rate]) => rate)))} requests/s, medians of ${count} rounds`,
  };
};

/** The statement that the API runs for the page, from its own code. */
const captureStatement = async (database: Database): Promise<{ text: string; values: unknown }> => {
  const statements: { text: string; values: unknown }[] = [];
  const client = {
    query: async ({ text }: pg.QueryConfig, values: unknown) => {
      statements.push({ text, values });
      return { rows: [] };
    },
    release: () => undefined,
  };
  const readPool = { lend: async () => client } as unknown as Database['readPool'];
  const makeRules = (): InputRules => ({ timeBounds: ANY_TIME, hostnames: 'SHORT' });
  await listEvents(makeContext({ database: { ...database, readPool }, makeRules }, { caller: ANYONE }), PAGE);
  const [statement] = statements;
  if (statement === undefined) throw new Error('The page runs no statement.');
  return statement;
};

type Request = { readonly url: string; readonly method?: 'POST'; readonly body?: string };

/** Requests a second. */
const load = async (request: Request, seconds: number): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  const result = await autocannon({ ...request, headers, connections: CONNECTIONS, duration: seconds });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${request.url} fails under load.`);
  return result.requests.total / result.duration;
};
