import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { startEmbedded } from '../../src/db/embedded/startEmbedded.ts';

/** Where a run works: a Postgres of its own and a folder for logs, both gone afterwards. */
export type Place = { readonly url: string; readonly folder: string };

/** Lends an embedded Postgres in a temporary folder, as `npm start` runs it, and with further settings. */
export const withPostgres = async (
  work: (place: Place) => Promise<void>,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'sessionscope-bench-'));
  // Postgres runs as another user when the benchmark runs as root.
  await chmod(folder, 0o755);
  try {
    const start = async () => startEmbedded({ dataDir: join(folder, 'data'), log: () => undefined });
    if (Object.keys(settings).length > 0) {
      const first = await start();
      try {
        await changeSettings(first.url, settings);
      } finally {
        await first.stop();
      }
    }
    const postgres = await start();
    try {
      await work({ url: postgres.url, folder });
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const changeSettings = async (url: string, settings: Readonly<Record<string, string>>): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const [name, value] of Object.entries(settings))
      await client.query(`alter system set ${name} = '${value}'`);
  } finally {
    await client.end();
  }
};
