import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import pg from 'pg';

import { migrate } from '../../src/db/migrate.ts';
import { urlOf } from '../support/database.ts';
import { maintain } from '../support/maintain.ts';

const MIGRATIONS = readdirSync('drizzle').filter((file) => file.endsWith('.sql'));

const withEmptyDatabase = async (work: (url: string, client: pg.Client) => Promise<void>): Promise<void> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await maintain(`create database ${name} template template0 encoding 'UTF8'`);
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  try {
    await work(urlOf(name), client);
  } finally {
    await client.end();
    await maintain(`drop database ${name} with (force)`);
  }
};

const listMigrations = async (client: pg.Client): Promise<readonly unknown[]> =>
  (await client.query('select hash, created_at from drizzle.__drizzle_migrations order by id')).rows;

test('makes the tables once, however many servers begin at the same time, and again finds nothing to do', async () => {
  await withEmptyDatabase(async (url, client) => {
    await Promise.all(Array.from({ length: 8 }, async () => migrate(url)));
    const done = await listMigrations(client);
    expect(done).toHaveLength(MIGRATIONS.length);
    await migrate(url);
    expect(await listMigrations(client)).toEqual(done);
    await client.query('select from session_event');
  });
});

test('leaves a database alone that a newer version has migrated further', async () => {
  await withEmptyDatabase(async (url, client) => {
    await migrate(url);
    await client.query(`alter table session_event add column newer text`);
    await client.query(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`,
    );
    const done = await listMigrations(client);
    await migrate(url);
    expect(await listMigrations(client)).toEqual(done);
    await client.query('select newer from session_event');
  });
});

test('makes nothing when it fails in its middle', async () => {
  await withEmptyDatabase(async (url, client) => {
    // In the way of a later statement of the first migration.
    await client.query(
      'create function merge_session_event_year(integer) returns void language sql as $$ select $$',
    );
    await expect(migrate(url)).rejects.toThrow(/merge_session_event_year/);
    const { rows } = await client.query(`select to_regclass('session_event') as made`);
    expect(rows).toEqual([{ made: null }]);
    await client.query('drop function merge_session_event_year');
    await migrate(url);
    expect(await listMigrations(client)).toHaveLength(MIGRATIONS.length);
  });
});
