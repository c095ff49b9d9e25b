import { readdirSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { startEmbedded } from '../../../src/db/embedded/startEmbedded.ts';
import { spawnServer } from './spawnServer.ts';
import { findPostmasterPid, isAlive, killPostgres, query, withCluster, withDataDir } from './withDataDir.ts';

const log = (): void => undefined;

const ENCODING = `
  select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
         upper('äé') as upper, current_setting('server_encoding') as server
  from pg_database where datname = current_database()`;

const UTF8 = [{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', upper: 'ÄÉ', server: 'UTF8' }];

test('creates a UTF8 database, keeps it after a restart, and stops without leaving a process', async () => {
  await withDataDir(async (dataDir) => {
    const first = await startEmbedded({ dataDir, log });
    expect(await query(first.url, ENCODING)).toEqual(UTF8);
    await query(first.url, "create table kept as select 'ä' as letter");
    const pid = await findPostmasterPid(dataDir);
    await Promise.all([first.stop(), first.stop()]);
    await first.stop();
    expect(await isAlive(pid!)).toBe(false);

    const second = await startEmbedded({ dataDir, log });
    expect(await query(second.url, 'select letter from kept')).toEqual([{ letter: 'ä' }]);
    await second.stop();
    expect(await readdir(join(dataDir, 'postgres.lock'))).toEqual([]);
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.lock', 'postgres.log']);
  });
});

test('reports that it waits before initdb has created the database, and before Postgres runs', async () => {
  await withDataDir(async (dataDir) => {
    const found: (readonly string[])[] = [];
    const onWaiting = (): void => void found.push(readdirSync(dataDir).filter((name) => name === 'postgres'));
    const first = await startEmbedded({ dataDir, log, onWaiting });
    await first.stop();
    // initdb, then Postgres.
    expect(found).toEqual([[], ['postgres']]);

    const second = await startEmbedded({ dataDir, log, onWaiting });
    await second.stop();
    expect(found).toEqual([[], ['postgres'], ['postgres']]);
  });
});

test('runs with durable settings, lets no other user read its password and log, and listens on loopback only', async () => {
  await withDataDir(async (dataDir) => {
    const postgres = await startEmbedded({ dataDir, log });
    const rows = await query<{ name: string; value: string }>(
      postgres.url,
      `select name, current_setting(name) as value from pg_settings where name in ('fsync', 'synchronous_commit',
       'full_page_writes', 'listen_addresses', 'max_locks_per_transaction', 'TimeZone',
       'client_connection_check_interval', 'password_encryption', 'data_checksums')`,
    );
    expect(Object.fromEntries(rows.map(({ name, value }) => [name, value]))).toEqual({
      TimeZone: 'UTC',
      client_connection_check_interval: '500ms',
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      max_locks_per_transaction: '512',
      password_encryption: 'scram-sha-256',
      synchronous_commit: 'on',
    });
    const [cluster, password, postgresLog] = await Promise.all(
      ['postgres', 'postgres/sessionscope.password', 'postgres.log'].map((path) => stat(join(dataDir, path))),
    );
    expect(
      [cluster?.mode, password?.mode, postgresLog?.mode].map((mode) => (mode! & 0o777).toString(8)),
    ).toEqual(['700', '600', '600']);
    const wrong = new URL(postgres.url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await postgres.stop();
  });
});

test('creates the same database for any LANG and LC_ALL', async () => {
  await withDataDir(async (dataDir) => {
    const environments = [
      {},
      { LANG: 'xx_YY.ISO-8859-1', LC_ALL: 'xx_YY' },
      { LANG: 'C', PGDATA: '/nowhere' },
    ];
    const servers = await Promise.all(
      environments.map((env, index) => spawnServer(join(dataDir, String(index)), { env })),
    );
    for (const server of servers) {
      expect(await query(server.answer.url, ENCODING)).toEqual(UTF8);
      await server.stop();
    }
  });
});

test('refuses data of another major version and foreign folders, and names the remedy', async () => {
  await withCluster(async (dataDir) => {
    const postgres = await startEmbedded({ dataDir, log });
    await postgres.stop();
    const versionFile = join(dataDir, 'postgres', 'PG_VERSION');
    await writeFile(versionFile, '17\n');
    await expect(startEmbedded({ dataDir, log })).rejects.toMatchObject({
      code: 'OTHER_VERSION',
      message: expect.stringMatching(/created by Postgres 17.*DATABASE_URL/),
    });
    await writeFile(join(dataDir, 'file'), '');
    await expect(startEmbedded({ dataDir: join(dataDir, 'file'), log })).rejects.toMatchObject({
      code: 'NO_ACCESS',
    });
  });
});

test('reports the message of Postgres if it does not start, and leaves nothing running', async () => {
  await withCluster(async (dataDir) => {
    const postgres = await startEmbedded({ dataDir, log });
    await postgres.stop();
    await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n');
    await expect(startEmbedded({ dataDir, log })).rejects.toMatchObject({
      code: 'START_FAILED',
      message: expect.stringContaining('no_such_setting'),
    });
    expect(await findPostmasterPid(dataDir)).toBeNull();
    expect(await readdir(join(dataDir, 'postgres.lock'))).toEqual([]);
  });
});

test('logs that Postgres ended unexpectedly', async () => {
  await withCluster(async (dataDir) => {
    const messages: string[] = [];
    const postgres = await startEmbedded({ dataDir, log: (message) => messages.push(message) });
    await killPostgres(dataDir, postgres.url);
    await postgres.stop();
    expect(messages.at(-1)).toMatch(/^Postgres has ended unexpectedly \(SIGKILL\)/);
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).toContain('ready to accept connections');
  });
});
