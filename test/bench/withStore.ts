import { Agent } from 'node:http';

import pg from 'pg';

import { createDatabase } from '../../src/db/createDatabase.ts';

import { makeEvents } from './makeEvents.ts';
import { measureApi } from './measureIngest.ts';
import type { Period } from './measureQuestions.ts';
import { spawnChild } from './spawnChild.ts';
import type { Child } from './spawnChild.ts';
import { withPostgres } from './withPostgres.ts';

/** A server with a year of events, and a connection to its database. */
export type Store = {
  readonly api: Child;
  readonly client: pg.Client;
  readonly url: string;
  readonly folder: string;
  readonly period: Period;
};

type Options = {
  /** Thousands of events. */
  readonly batches: number;
  /** Loaded before the server. */
  readonly preload?: string;
  /** The Node that runs the server. */
  readonly node?: string;
};

/** Lends a server that has stored events of the newest year, on a Postgres of its own. */
export const withStore = async (
  { batches, ...program }: Options,
  work: (store: Store) => Promise<void>,
): Promise<void> =>
  withPostgres(async ({ url: maintenanceUrl, folder }) => {
    const url = await createDatabase(maintenanceUrl, 'bench');
    const environment = { DATABASE_URL: url, AUTH: 'none', PORT: '0' };
    const api = await spawnChild({ script: 'src/cli.js', words: ['start'], ...program, environment, folder });
    const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
    const agent = new Agent({ keepAlive: true });
    await client.connect();
    try {
      const untilMs = Date.now();
      const period = { fromMs: untilMs - 365 * 86_400_000, untilMs };
      const events = makeEvents({ ...period, count: batches * 1000, seed: 1 });
      await measureApi(agent, { target: api, events }, { batches });
      // Postgres would do it itself in the middle of a measurement.
      await client.query('vacuum analyze');
      await work({ api, client, url, folder, period });
    } finally {
      agent.destroy();
      await client.end();
      await api.stop();
    }
  });
