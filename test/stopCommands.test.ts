import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { openDatabase } from '../src/db/client.ts';
import { createDatabase } from '../src/db/createDatabase.ts';
import { startEmbedded } from '../src/db/embedded/startEmbedded.ts';
import { migrate } from '../src/db/migrate.ts';
import { storeEvents } from './support/storeEvents.ts';

import { findPostmasterPid, isAlive, query, withCluster, withDataDir } from './db/embedded/withDataDir.ts';
import { awaitUntil } from './support/awaitUntil.ts';
import { aStoredLock } from './support/newEvents.ts';
import { follow } from './support/spawnCommand.ts';
import { spawnMain } from './support/spawnMain.ts';
import { PATIENT } from './support/timeLimits.ts';

/** Makes each command sleep in Postgres: keys at its insert, erase at its delete, all of them when they grant rights. */
const SLEEPS = {
  insert: sleepAt('trigger', 'trigger sleep before insert on api_key for each row'),
  delete: sleepAt('trigger', 'trigger sleep before delete on session_event for each row'),
  grant: sleepAt('event_trigger', "event trigger sleep on ddl_command_start when tag in ('GRANT')"),
};

function sleepAt(returns: string, trigger: string): string {
  return `create function sleep() returns ${returns} language plpgsql as $$ begin perform pg_sleep(86400); end $$;
    create ${trigger} execute function sleep()`;
}

/** Runs work on the database of a data folder, with a Postgres that is stopped afterwards. */
const withDatabase = async <T>(dataDir: string, work: (url: string) => Promise<T>): Promise<T> => {
  const postgres = await startEmbedded({ dataDir, log: () => undefined });
  try {
    return await work(await createDatabase(postgres.url, 'sessionscope'));
  } finally {
    await postgres.stop();
  }
};

const prepare = async (dataDir: string, sleep: string): Promise<void> =>
  withDatabase(dataDir, async (url) => {
    await migrate(url);
    const database = openDatabase({
      url,
      readConnections: 1,
      writeConnections: 3,
      ...PATIENT,
    });
    await storeEvents(database, [aStoredLock('2026-11-16T09:00:00Z', '1', 'WS5')]);
    await database.close();
    await query(url, sleep);
  });

const awaitSleep = async (dataDir: string): Promise<void> =>
  awaitUntil('the command sleeps in Postgres', async () => {
    const cluster = join(dataDir, 'postgres');
    const password = (await readFile(join(cluster, 'sessionscope.password'), 'utf8')).trim();
    const port = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[3];
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    const sleeping = `select pid from pg_stat_activity where wait_event = 'PgSleep'`;
    return (await query(url, sleeping).catch(() => [])).length > 0;
  });

const COMMANDS = [
  ['keys', 'insert', ['add', '--name', 'ana', '--scopes', 'admin']],
  ['erase', 'delete', ['--host', 'WS5', '--yes']],
  ['maintain', 'grant', []],
  ['rebuild', 'grant', []],
] as const;

describe('SIGTERM while a command with the embedded Postgres works', () => {
  test.each(COMMANDS)('%s stops Postgres, and exits with 130', async (command, moment, words) => {
    await withCluster(async (dataDir) => {
      await prepare(dataDir, SLEEPS[moment]);
      const main = spawnMain({ settings: { DATA_DIR: dataDir }, flags: [`--${command}`, ...words] });
      await awaitSleep(dataDir);
      const postmaster = (await findPostmasterPid(dataDir)) ?? 0;
      main.child.kill('SIGTERM');
      main.child.kill('SIGTERM');
      expect(await main.ended).toBe(130);
      expect(await isAlive(postmaster)).toBe(false);
      expect(await readdir(join(dataDir, 'postgres.lock'))).toEqual([]);
      expect(main.errors()).toContain(`${command}: stopping`);
      expect(main.output()).not.toContain('ss_');
    });
  });

  test('through npm: Postgres stops when npm receives SIGTERM', async () => {
    await withCluster(async (dataDir) => {
      await prepare(dataDir, SLEEPS.delete);
      const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir };
      const words = ['--silent', 'run', 'erase', '--', '--host', 'WS5', '--yes'];
      const npm = follow(spawn('npm', words, { cwd: resolve('.'), env, stdio: 'pipe' }));
      await awaitSleep(dataDir);
      const postmaster = (await findPostmasterPid(dataDir)) ?? 0;
      npm.child.kill('SIGTERM');
      await awaitUntil('Postgres has stopped', async () => !(await isAlive(postmaster)));
      // The command releases the lock last.
      const listLocks = async () => readdir(join(dataDir, 'postgres.lock'));
      await awaitUntil('the lock is free', async () => (await listLocks()).length === 0);
      expect(await findPostmasterPid(dataDir)).toBeNull();
    });
  });

  test('the audit records an interrupted erasure as failed', async () => {
    await withCluster(async (dataDir) => {
      await prepare(dataDir, SLEEPS.delete);
      const main = spawnMain({
        settings: { DATA_DIR: dataDir },
        flags: ['--erase', '--host', 'WS5', '--yes'],
      });
      await awaitSleep(dataDir);
      main.child.kill('SIGTERM');
      expect(await main.ended).toBe(130);
      const entries = await withDatabase(dataDir, async (url) =>
        query(url, 'select operation_name, outcome, error_codes from audit_entry'),
      );
      expect(entries).toEqual([{ operation_name: 'erase', outcome: 'FAILED', error_codes: ['INTERRUPTED'] }]);
    });
  });
});

test('SIGTERM during the start of the Postgres of a command stops it', async () => {
  await withDataDir(async (dataDir) => {
    const main = spawnMain({ settings: { DATA_DIR: dataDir }, flags: ['--keys', 'list'] });
    await awaitUntil('Postgres is made', async () => main.errors().includes('Creating a new Postgres'));
    main.child.kill('SIGTERM');
    expect(await main.ended).toBe(130);
    expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
    expect(await readdir(join(dataDir, 'postgres.lock'))).toEqual([]);
  });
});
