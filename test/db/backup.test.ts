import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';

import { openDatabase } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { addKey } from '../../src/domain/access/addKey.ts';
import { recordDemo } from '../../src/demo/recordDemo.ts';
import { RULES, urlOf, useDatabase } from '../support/database.ts';
import { maintain } from '../support/maintain.ts';
import { recordEvents } from '../support/recordEvents.ts';
import { PATIENT } from '../support/timeLimits.ts';

// pg_dump refuses a newer server, and the embedded Postgres does not contain it. So this only runs where Debian's version matches the server:
// in the run of .ci/run on Postgres 15.
const major = (await versionOfServer()).toString();
const BIN = `/usr/lib/postgresql/${major}/bin`;
const testDump = existsSync(join(BIN, 'pg_dump')) ? test : test.skip;

const database = useDatabase();
const run = promisify(execFile);
const restored = `restored_${process.pid}`;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sessionscope-backup-'));
});

afterAll(async () => {
  await maintain(`drop database if exists ${restored} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

testDump(
  'a dump that is restored as docs/operating.md describes contains every row, key and privilege, and accepts new events',
  async () => {
    await recordDemo(database(), RULES);
    await addKey(database(), { name: 'ana', scopes: ['events:read'], lifetimeMs: 86_400_000 });
    const { rows } = await database().writePool.query<{ name: string }>('select current_database() as name');
    const source = urlOf(rows[0]?.name ?? '');
    const target = urlOf(restored);
    const file = join(folder, 'sessionscope.dump');
    await run(join(BIN, 'pg_dump'), ['--format=custom', `--file=${file}`, source]);
    await maintain(`create database ${restored} template template0 encoding 'UTF8'`);
    await run(join(BIN, 'pg_restore'), ['--no-owner', '--exit-on-error', `--dbname=${target}`, file]);
    await migrate(target);
    const stored = await readAll(source);
    expect(stored.get('session_event')).toHaveLength(170);
    expect(stored.get('api_key')).toHaveLength(1);
    expect(await readAll(target)).toEqual(stored);
    expect(await readRights(target)).toEqual(await readRights(source));
    const copy = openDatabase({
      url: target,
      readConnections: 1,
      writeConnections: 2,
      ...PATIENT,
    });
    try {
      // A month without a partition.
      const input = { time: '2024-03-05T06:07:08Z', hostname: 'NEW1', loginSuccessful: true };
      const [result] = await recordEvents(copy, [{ action: 'LOGIN', input }]);
      expect(result?.status).toBe('ACCEPTED');
    } finally {
      await copy.close();
    }
  },
);

async function versionOfServer(): Promise<number> {
  const rows = await query<{ version: string }>(
    process.env['TEST_POSTGRES_URL'] ?? '',
    'show server_version_num',
  );
  return Math.floor(Number(Object.values(rows[0] ?? {})[0]) / 10_000);
}

/** The rows of each table, as text. */
const readAll = async (url: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const tables = await query<{ name: string }>(
    url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
     order by 1`,
  );
  const contents = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await query<{ line: string }>(
        url,
        `select t::text as line from ${pg.escapeIdentifier(name)} t order by 1`,
      );
      return [name, rows.map(({ line }) => line)] as const;
    }),
  );
  return new Map(contents);
};

/** The privileges of everyone but the owner on tables and functions. */
const readRights = async (url: string): Promise<unknown> =>
  query(
    url,
    `select relname as name, acl.grantee::regrole::text as grantee, privilege_type as privilege
     from pg_class, aclexplode(relacl) acl where relnamespace = 'public'::regnamespace and acl.grantee <> relowner
     union all
     select proname, acl.grantee::regrole::text, privilege_type
     from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) acl
     where pronamespace = 'public'::regnamespace and acl.grantee <> proowner
     order by 1, 2, 3`,
  );

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
