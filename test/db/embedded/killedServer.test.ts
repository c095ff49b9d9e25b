import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { Client } from 'pg';

import { getBinaries } from '../../../src/db/embedded/getBinaries.ts';
import { getDataLocation } from '../../../src/db/embedded/getDataLocation.ts';
import { FINGERPRINT_SETTING } from '../../../src/db/embedded/makeSettings.ts';
import { openCluster } from '../../../src/db/embedded/openCluster.ts';
import { openLog } from '../../../src/db/embedded/openLog.ts';
import { startEmbedded } from '../../../src/db/embedded/startEmbedded.ts';
import { startPostmaster } from '../../../src/db/embedded/startPostmaster.ts';
import { spawnServer } from './spawnServer.ts';
import { findPostmasterPid, isAlive, killPostgres, query, withCluster } from './withDataDir.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';

const log = (): void => undefined;

test('adopts, and later stops, the Postgres of a server that was killed', async () => {
  await withCluster(async (dataDir) => {
    const server = await spawnServer(dataDir);
    const pid = await findPostmasterPid(dataDir);
    await query(server.answer.url, 'create table kept as select 1 as number');
    await server.kill();
    expect(await isAlive(pid!)).toBe(true);

    const messages: string[] = [];
    const postgres = await startEmbedded({ dataDir, log: (message) => messages.push(message) });
    expect(messages).toEqual([expect.stringContaining(`(process ${pid}) was still running`)]);
    expect(await findPostmasterPid(dataDir)).toBe(pid);
    expect(postgres.url).toBe(server.answer.url);
    expect(await query(postgres.url, 'select number from kept')).toEqual([{ number: 1 }]);
    await postgres.stop();
    expect(await isAlive(pid!)).toBe(false);
  });
});

test('recovers every committed row when the server and all of Postgres are killed', async () => {
  await withCluster(async (dataDir) => {
    const server = await spawnServer(dataDir);
    await query(
      server.answer.url,
      'create table kept as select number from generate_series(1, 100000) number',
    );
    await server.kill();
    await killPostgres(dataDir, server.answer.url);

    const postgres = await startEmbedded({ dataDir, log });
    expect(await query(postgres.url, 'select count(*)::int as rows from kept')).toEqual([{ rows: 100_000 }]);
    await postgres.stop();
  });
});

const RUNNING = "select from pg_stat_activity where state = 'active' and query like 'select sum(number)%'";

test('waits for the last query of a Postgres if only its parent process was killed', async () => {
  await withCluster(async (dataDir) => {
    const server = await spawnServer(dataDir);
    const client = new Client({ connectionString: server.answer.url });
    client.on('error', () => undefined);
    await client.connect();
    // A loop that checks for no interrupt until the parent is gone, because it computes instead of waiting.
    const lost = client
      .query('select sum(number) from generate_series(1, 1000000000) number')
      .catch(() => 'lost');
    await awaitUntil('it runs', async () => (await query(server.answer.url, RUNNING)).length === 1);
    const pid = await findPostmasterPid(dataDir);
    await server.kill();
    process.kill(pid!, 'SIGKILL');
    let waited = 0;
    const endQuery = (message: string): void => {
      if (message !== 'Waiting for the last processes of a killed Postgres to end.') return;
      waited += 1;
      void client.end();
    };
    const postgres = await startEmbedded({ dataDir, log: endQuery });
    expect(waited).toBe(1);
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
    expect(await lost).toBe('lost');
  });
});

test('restarts a running Postgres that was started with other settings', async () => {
  await withCluster(async (dataDir) => {
    const location = await getDataLocation(dataDir, log);
    const binaries = await getBinaries(location, log);
    const cluster = await openCluster(location, binaries, { log });
    const postgresLog = await openLog(location.folder);
    const settings = { values: { [FINGERPRINT_SETTING]: 'older', work_mem: '1MB' }, fingerprint: 'older' };
    const older = await startPostmaster({ cluster, binaries, settings, postgresLog, log }, { port: null });
    await postgresLog.close();

    const postgres = await startEmbedded({ dataDir, log });
    expect(await isAlive(older.identity.pid)).toBe(false);
    expect(await query(postgres.url, "select current_setting('work_mem') as memory")).toEqual([
      { memory: '4MB' },
    ]);
    await postgres.stop();
  });
});

test('waits for a Postgres that is shutting down, and starts a new one', async () => {
  await withCluster(async (dataDir) => {
    const server = await spawnServer(dataDir);
    const pid = await findPostmasterPid(dataDir);
    await server.kill();
    process.kill(pid!, 'SIGINT');
    const postgres = await startEmbedded({ dataDir, log });
    expect(await findPostmasterPid(dataDir)).not.toBe(pid);
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });
});

test('starts despite a stale pid file whose pid belongs to another process', async () => {
  await withCluster(async (dataDir) => {
    const first = await startEmbedded({ dataDir, log });
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    const [, ...lines] = (await readFile(pidFile, 'utf8')).split('\n');
    await first.stop();
    await writeFile(pidFile, [process.pid, ...lines].join('\n'));
    const second = await startEmbedded({ dataDir, log });
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();

    await writeFile(pidFile, '');
    const third = await startEmbedded({ dataDir, log });
    expect(await query(third.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await third.stop();
  });
});
