import { expect, test } from '@jest/globals';

import { joinEmbedded } from '../../../src/db/embedded/joinEmbedded.ts';
import { startEmbedded } from '../../../src/db/embedded/startEmbedded.ts';
import { findPostmasterPid, isAlive, killPostgres, query, withCluster } from './withDataDir.ts';

const log = (): void => undefined;

test('uses the Postgres of a running server, and leaves it running', async () => {
  await withCluster(async (dataDir) => {
    const server = await startEmbedded({ dataDir, log });
    await query(server.url, 'create table seen as select 1 as one');
    const joined = await joinEmbedded({ dataDir, log });
    expect(await query(joined.url, 'select one from seen')).toEqual([{ one: 1 }]);
    await joined.stop();
    expect(await query(server.url, 'select one from seen')).toEqual([{ one: 1 }]);
    await server.stop();
  });
});

test('starts a Postgres if none runs, and stops it', async () => {
  await withCluster(async (dataDir) => {
    const joined = await joinEmbedded({ dataDir, log });
    const pid = await findPostmasterPid(dataDir);
    await joined.stop();
    expect(await isAlive(pid!)).toBe(false);
  });
});

test('starts none while the server with the lock restarts it, and reports that', async () => {
  await withCluster(async (dataDir) => {
    const server = await startEmbedded({ dataDir, log });
    await killPostgres(dataDir, server.url);
    await expect(joinEmbedded({ dataDir, log })).rejects.toMatchObject({
      code: 'DATA_IN_USE',
      message: expect.stringContaining('run the command again in a minute'),
    });
    expect(await findPostmasterPid(dataDir)).toBeNull();
    await server.stop();
  });
});
