import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { openDatabase } from '../src/db/client.ts';
import type { Database } from '../src/db/client.ts';
import { getOsUser } from '../src/db/embedded/getOsUser.ts';
import { ROLES } from '../src/db/roles/privileges.ts';
import { sharesSessions } from '../src/db/sharesSessions.ts';
import { INGEST } from './support/api.ts';
import { awaitUntil } from './support/awaitUntil.ts';
import { cloneTemplate } from './support/cloneTemplate.ts';
import { urlOf } from './support/database.ts';
import { aLock } from './support/events.ts';
import { maintain } from './support/maintain.ts';
import { findFreePort } from './support/shippers/useChangingServer.ts';
import { useFolder } from './support/useFolder.ts';
import { useSpawnMain } from './support/useSpawnMain.ts';

// Runs Debian's PgBouncer in front of the Postgres of the tests; .ci/run installs it, elsewhere the tests are skipped.
const PROGRAM = '/usr/sbin/pgbouncer';
const isThere = (() => {
  try {
    accessSync(PROGRAM);
    return true;
  } catch {
    return false;
  }
})();
const describeReal = isThere ? describe : describe.skip;

const name = `test_pgbouncer_${randomUUID().replaceAll('-', '')}`;
const folder = useFolder('pgbouncer');
const spawnMain = useSpawnMain();

/** Starts PgBouncer in this mode in front of the database. Returns the URL through it, and a function that stops it. */
const startBouncer = async (mode: string, more = ''): Promise<{ url: string; stop: () => Promise<void> }> => {
  const direct = new URL(urlOf(name));
  const own = join(folder(), `${mode}${randomUUID()}`);
  mkdirSync(own);
  const port = await findFreePort();
  writeFileSync(join(own, 'users'), `"${direct.username}" "${decodeURIComponent(direct.password)}"\n`);
  writeFileSync(
    join(own, 'pgbouncer.ini'),
    `[databases]
${name} = host=${direct.hostname} port=${direct.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${join(own, 'users')}
pool_mode = ${mode}
default_pool_size = 40
${more}
`,
  );
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? await getOsUser(() => undefined) : {};
  chmodSync(folder(), 0o755);
  const child = spawn(PROGRAM, [join(own, 'pgbouncer.ini')], { stdio: 'ignore', ...user });
  const ended = once(child, 'exit');
  const url = new URL(direct);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  const answers = async (): Promise<boolean> => {
    const client = new pg.Client({ connectionString: url.href });
    client.on('error', () => undefined);
    return client.connect().then(
      async () => client.end().then(() => true),
      () => false,
    );
  };
  await awaitUntil('PgBouncer answers', answers);
  return {
    url: url.href,
    stop: async () => {
      child.kill('SIGINT');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
      await ended;
    },
  };
};

describeReal('PgBouncer', () => {
  beforeAll(async () => cloneTemplate(name));
  afterAll(async () => maintain(`drop database if exists ${name} with (force)`));

  const withBouncer = async (
    [mode, more]: readonly [mode: string, more?: string],
    work: (url: string) => Promise<void>,
  ): Promise<void> => {
    const { url, stop } = await startBouncer(mode, more);
    try {
      await work(url);
    } finally {
      await stop();
    }
  };

  test.each([
    ['transaction', ''],
    ['transaction', 'server_round_robin = 1'],
    ['statement', ''],
  ])('with pool_mode=%s the server does not start, and says what to do (%s)', async (mode, more) => {
    await withBouncer([mode, more], async (url) => {
      // Idle connections of other clients are in its pool.
      const others = Array.from({ length: 3 }, () => new pg.Client({ connectionString: url }));
      await Promise.all(others.map(async (client) => client.connect()));
      await Promise.all(others.map(async (client) => client.query('select pg_sleep(0.05)')));
      await Promise.all(others.map(async (client) => client.end()));
      for (const settings of [
        { DATABASE_URL: url },
        { DATABASE_URL: urlOf(name), DATABASE_READER_URL: url, DATABASE_WRITER_URL: url },
      ]) {
        const main = spawnMain({ settings: { AUTH: 'none', ...settings } });
        expect(await main.ended).toBe(1);
        const setting = 'DATABASE_READER_URL' in settings ? 'DATABASE_READER_URL' : 'DATABASE_URL';
        expect(main.errors()).toContain(`${setting} leads to a connection pooler`);
        expect(main.errors()).toContain('set pool_mode=session');
      }
    });
  });

  test('Postgres itself does not share sessions', async () => {
    expect(await sharesSessions(urlOf(name))).toBe(false);
  });

  test.each(['', 'ignore_startup_parameters = options'])(
    'with pool_mode=session role, timeouts, time zone and read-only transactions hold (%s)',
    async (more) => {
      await withBouncer(['session', more], async (url) => {
        const database = openDatabase({
          logins: { reader: { url, role: ROLES.reader }, writer: { url, role: ROLES.writer } },
          readConnections: 1,
          writeConnections: 1,
          deadlineMs: 7000,
          writeDeadlineMs: 6000,
          lockTimeoutMs: 5000,
        });
        try {
          // The second connection gets the session of the first one, reset.
          for (let round = 0; round < 2; round += 1) {
            expect(await settingsOf(database, 'readPool')).toEqual({
              role: ROLES.reader,
              zone: 'UTC',
              commit: 'on',
              style: 'ISO, MDY',
              jit: 'off',
              readOnly: 'on',
              timeout: '7s',
              lockTimeout: '0',
              checks: '500ms',
            });
            expect(await settingsOf(database, 'writePool')).toMatchObject({
              role: ROLES.writer,
              readOnly: 'off',
              timeout: '6s',
              lockTimeout: '5s',
            });
            expect(await settingsOf(database, 'keyPool')).toMatchObject({
              role: ROLES.writer,
              timeout: '3s',
            });
          }
        } finally {
          await database.close();
        }
      });
    },
  );

  test('with pool_mode=session a server with workers stores and finds', async () => {
    await withBouncer(['session'], async (url) => {
      const main = spawnMain({ settings: { DATABASE_URL: url, AUTH: 'none', WORKERS: '2' } });
      const ask = async (query: string, variables = {}) => {
        const response = await fetch((await main.url) ?? '', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables }),
        });
        return response.json();
      };
      expect(await ask(INGEST, { events: [aLock({ hostname: 'BOUNCED' })] })).toMatchObject({
        data: { ingestSessionEvents: { accepted: 1 } },
      });
      expect(await ask('{ sessionEvents { nodes { hostname } } }')).toMatchObject({
        data: { sessionEvents: { nodes: [{ hostname: 'BOUNCED' }] } },
      });
      expect(await main.stop()).toBe(0);
    });
  });
});

/** Reads the settings of the only connection of a pool, and closes it. */
const settingsOf = async (
  database: Database,
  pool: 'readPool' | 'writePool' | 'keyPool',
): Promise<unknown> => {
  const client = await database[pool].acquire();
  try {
    const { rows } =
      await client.query(`select current_user::text as role, current_setting('timezone') as zone,
      current_setting('synchronous_commit') as commit, current_setting('datestyle') as style, current_setting('jit') as jit,
      current_setting('transaction_read_only') as "readOnly", current_setting('statement_timeout') as timeout,
      current_setting('lock_timeout') as "lockTimeout", current_setting('client_connection_check_interval') as checks`);
    return rows[0];
  } finally {
    client.release(true);
  }
};
