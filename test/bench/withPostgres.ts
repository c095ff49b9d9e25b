import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbedded } from '../../src/db/embedded/startEmbedded.ts';

/** Where a run works: a Postgres of its own and a folder for logs, both gone afterwards. */
export type Place = { readonly url: string; readonly folder: string };

/** Lends an embedded Postgres in a temporary folder, as `npm start` runs it. */
export const withPostgres = async (work: (place: Place) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'sessionscope-bench-'));
  // Postgres runs as another user when the benchmark runs as root.
  await chmod(folder, 0o755);
  try {
    const postgres = await startEmbedded({ dataDir: join(folder, 'data'), log: () => undefined });
    try {
      await work({ url: postgres.url, folder });
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
