import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { lockDataFolder } from '../../../src/db/embedded/lockDataFolder.ts';
import { startEmbedded } from '../../../src/db/embedded/startEmbedded.ts';
import { spawnServer } from './spawnServer.ts';
import { query, withCluster, withDataDir } from './withDataDir.ts';

const log = (): void => undefined;

test('refuses a second server on the same data, names the first, and does not affect it', async () => {
  await withCluster(async (dataDir) => {
    const first = await spawnServer(dataDir);
    const second = await spawnServer(dataDir);
    expect(second.answer.code).toBe('DATA_IN_USE');
    expect(second.answer.message).toMatch(new RegExp(`in use by process ${first.child.pid}\\..*DATA_DIR`));
    await expect(startEmbedded({ dataDir, log })).rejects.toMatchObject({ code: 'DATA_IN_USE' });
    expect(await query(first.answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await Promise.all([first.stop(), second.stop()]);
  });
});

test('lets exactly one of several servers start that start concurrently on new data', async () => {
  await withDataDir(async (dataDir) => {
    const servers = await Promise.all([1, 2, 3, 4].map(() => spawnServer(dataDir)));
    const codes = servers.map(({ answer }) => answer.code ?? 'STARTED').sort();
    expect(codes).toEqual(['DATA_IN_USE', 'DATA_IN_USE', 'DATA_IN_USE', 'STARTED']);
    await Promise.all(servers.map((server) => server.stop()));
  });
});

test('refuses a second lock in one process until the first is released', async () => {
  await withDataDir(async (dataDir) => {
    await mkdir(dataDir);
    const unlock = await lockDataFolder(dataDir);
    await expect(lockDataFolder(dataDir)).rejects.toMatchObject({ code: 'DATA_IN_USE' });
    await unlock();
    await (
      await lockDataFolder(dataDir)
    )();
    expect(await readdir(join(dataDir, 'postgres.lock'))).toEqual([]);
  });
});

test('ignores and removes the claims of processes that are gone, also if another process has their pid', async () => {
  await withDataDir(async (dataDir) => {
    const lockFolder = join(dataDir, 'postgres.lock');
    await mkdir(lockFolder, { recursive: true });
    for (const claim of [`${process.pid}-00000000.1`, '99999999-00000000.1', 'junk']) {
      await writeFile(join(lockFolder, claim), '');
    }
    const unlock = await lockDataFolder(dataDir);
    expect(await readdir(lockFolder)).toEqual([expect.stringMatching(new RegExp(`^${process.pid}-`))]);
    await unlock();
  });
});
