import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from '@jest/globals';

import { startEmbedded } from '../../../src/db/embedded/startEmbedded.ts';
import { spawnScript } from './spawnServer.ts';
import { query, withDataDir } from './withDataDir.ts';

const log = (): void => undefined;

test('starts after the first start was killed while it created the database', async () => {
  await withDataDir(async (dataDir) => {
    const child = spawnScript(dataDir);
    while (!(await isInitialising(dataDir))) await sleep(5);
    child.kill('SIGKILL');
    expect(await readdir(dataDir)).not.toContain('postgres');

    const postgres = await startEmbedded({ dataDir, log });
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.lock', 'postgres.log']);
  });
});

/** Waits until initdb has begun to write its files. */
const isInitialising = async (dataDir: string): Promise<boolean> => {
  const names = await readdir(dataDir).catch(() => []);
  const staging = names.find((name) => name.startsWith('postgres.init-'));
  if (staging === undefined) return false;
  return stat(join(dataDir, staging, 'data', 'base')).then(
    () => true,
    () => false,
  );
};
