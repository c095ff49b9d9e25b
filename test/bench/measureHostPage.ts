import type pg from 'pg';

import type { Database } from '../../src/db/client.ts';
import { listEvents } from '../../src/domain/listEvents.ts';
import { makeContext } from '../../src/graphql/context.ts';
import type { InputRules } from '../../src/model/readField.ts';
import { ANYONE } from '../../src/model/access/caller.ts';

import { loadServer } from './loadServer.ts';
import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { makePageBody } from './pageQuery.ts';
import { spawnChild } from './spawnChild.ts';
import type { Child } from './spawnChild.ts';

const ANY_TIME = { earliest: '2000-01-01T00:00:00.000000Z', latest: '9999-12-31T23:59:59.999999Z' };
const HOST = 'DC01';
/** Of whole months: on the first days of a month the newest month has few events, so that the API would run a second statement, and the bare handler not. */
const now = new Date();
const MONTH_START = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth())).toISOString();
export const PAGE = { filter: { hostname: { eq: HOST }, time: { until: MONTH_START } }, first: 50 };

type Stage = {
  readonly api: Child;
  readonly database: Database;
  readonly url: string;
  readonly folder: string;
};
export type Rounds = { readonly count: number; readonly seconds: number };

/** The page beside a bare handler that runs the same statement with pg and stringifies its rows: what slows the machine slows both. */
export type HostPage = {
  readonly api: Child;
  /** Gives both the same load in turns. */
  readonly race: (rounds: Rounds) => Promise<Race>;
  readonly stop: () => Promise<void>;
};

/** Medians of the rounds: requests a second, and the API's rate by the other's. */
type Race = { readonly apiRate: number; readonly bareRate: number; readonly ratio: number };

/** Starts the bare handler, a process of its own as the API is. */
export const openHostPage = async ({ api, database, url, folder }: Stage): Promise<HostPage> => {
  const statement = await captureStatement(database);
  const environment = { DATABASE_URL: url, STATEMENTS: JSON.stringify({ '/': [statement] }) };
  const bare = await spawnChild({ script: 'test/bench/bareServer.js', environment, folder });
  const [rows] = (await (await fetch(bare.origin)).json()) as [readonly unknown[]];
  if (rows.length <= PAGE.first)
    throw new Error(`The bare handler reads ${rows.length} rows, and not the page.`);
  const race: HostPage['race'] = async ({ count, seconds }) => {
    const rounds: (readonly [number, number])[] = [];
    for (let round = 0; round < count; round += 1) {
      const question = { url: `${api.origin}/graphql`, method: 'POST', body: makePageBody(PAGE) } as const;
      const [own, other] = [
        await loadServer(question, seconds),
        await loadServer({ url: bare.origin }, seconds),
      ];
      rounds.push([own.rate, other.rate]);
    }
    return {
      apiRate: median(rounds.map(([apiRate]) => apiRate)),
      bareRate: median(rounds.map(([, bareRate]) => bareRate)),
      ratio: median(rounds.map(([apiRate, bareRate]) => apiRate / bareRate)),
    };
  };
  return { api, race, stop: bare.stop };
};

/** Measures a page of 50 events of one host against the bare handler. */
export const measureHostPage = async ({ race }: HostPage, rounds: Rounds): Promise<Measurement> => {
  // To warm up.
  await race({ ...rounds, count: 1 });
  const { apiRate, bareRate, ratio } = await race(rounds);
  return {
    name: `a page of ${PAGE.first} events of one host, all fields / a bare handler of the same SQL`,
    ratio,
    target: { least: 0.4 },
    detail: `${formatCount(apiRate)} / ${formatCount(bareRate)} requests/s, medians of ${rounds.count} rounds`,
  };
};

/** The statement that the API runs for the page, from its own code. */
const captureStatement = async (database: Database): Promise<object> => {
  const statements: object[] = [];
  const client = {
    query: async ({ name, text, values }: pg.QueryConfig, separateValues: unknown) => {
      if (!text.startsWith('set ')) statements.push({ name, text, values: values ?? separateValues });
      return { rows: [] };
    },
    release: () => undefined,
  };
  const readPool = { acquire: async () => client } as unknown as Database['readPool'];
  const makeRules = (): InputRules => ({ timeBounds: ANY_TIME, hostnames: 'SHORT' });
  await listEvents(makeContext({ database: { ...database, readPool }, makeRules }, { caller: ANYONE }), PAGE);
  const [statement] = statements;
  if (statement === undefined) throw new Error('The page runs no statement.');
  return statement;
};
