import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { urlOf } from './support/database.ts';
import { maintain } from './support/maintain.ts';
import { useSpawnMain } from './support/useSpawnMain.ts';
import type { MainProcess } from './support/spawnMain.ts';

const suffix = randomUUID().replaceAll('-', '');
const name = `test_logins_${suffix}`;
const owner = new URL(urlOf(name));
const LOGINS = { reader: `test_reader_${suffix}`, writer: `test_writer_${suffix}` };
const OWNER = { DATABASE_URL: owner.href };
const settingsOf = (reader: string, writer: string) => ({
  DATABASE_READER_URL: urlAs(reader),
  DATABASE_WRITER_URL: urlAs(writer),
});
const SERVING = settingsOf(LOGINS.reader, LOGINS.writer);

function urlAs(user: string): string {
  const url = new URL(owner);
  url.username = user;
  url.password = 'secret';
  return url.href;
}

let client: pg.Client;
const spawnMain = useSpawnMain();

beforeAll(async () => {
  await maintain(`create database ${name} template template0 encoding 'UTF8'`);
  for (const login of Object.values(LOGINS)) await maintain(`create role ${login} login password 'secret'`);
  client = new pg.Client({ connectionString: owner.href });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await maintain(`drop database if exists ${name} with (force)`);
  for (const login of Object.values(LOGINS)) await maintain(`drop role if exists ${login}`);
});

const spawn = (settings: Record<string, string>, ...flags: readonly string[]): MainProcess =>
  spawnMain({ settings: { AUTH: 'none', ...settings }, flags });

const run = async (settings: Record<string, string>, ...flags: readonly string[]) => {
  const main = spawn(settings, ...flags);
  const code = await main.ended;
  return { code, output: main.output(), errors: main.errors() };
};

const ask = async (address: string | null, query: string): Promise<unknown> => {
  const response = await fetch(address ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { readonly data: unknown; readonly errors?: unknown };
  return errors ?? data;
};

const lockAt = (time: string): string =>
  `mutation { ingestSessionEvents(events: [{ lock: { time: "${time}", hostname: "WS1" } }]) { accepted } }`;

describe("a server without the owner's login", () => {
  test('does not start before the owner has created the tables and granted the roles, and prints the reason', async () => {
    const empty = await run(SERVING);
    expect(empty.code).toBe(1);
    expect(empty.errors).toMatch(/DATABASE_READER_URL names a database without tables.*npm run maintain/);
    expect(await run(OWNER, '--maintain')).toEqual({
      code: 0,
      output: 'maintain: tables and roles are up to date\nmaintain: retention dropped nothing\n',
      errors: '',
    });
    const strangers = await run(SERVING);
    expect(strangers.code).toBe(1);
    expect(strangers.errors).toContain(`grant sessionscope_reader to ${LOGINS.reader}`);
    expect(strangers.errors).toContain(`grant sessionscope_writer to ${LOGINS.writer}`);
    await client.query(`grant sessionscope_reader to ${LOGINS.reader}`);
    await client.query(`grant sessionscope_writer to ${LOGINS.writer}`);
  });

  test('stores and answers, also in a new month, and no connection uses the login of the owner', async () => {
    const server = spawn(SERVING);
    const address = await server.url;
    expect(await ask(address, lockAt('2019-03-01T09:00:00Z'))).toEqual({
      ingestSessionEvents: { accepted: 1 },
    });
    expect(await ask(address, lockAt('2026-11-16T09:00:00Z'))).toEqual({
      ingestSessionEvents: { accepted: 1 },
    });
    expect(await ask(address, '{ overview { events { value } } }')).toEqual({
      overview: { events: { value: 2 } },
    });
    const { rows } = await client.query<{ user: string }>(
      `select distinct usename::text as user from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() order by 1`,
    );
    expect(rows.map(({ user }) => user)).toEqual(Object.values(LOGINS).toSorted());
  });

  test('keeps expired data until the owner runs maintenance', async () => {
    const settings = { ...SERVING, RETENTION_DAYS: '365' };
    const server = spawn(settings);
    const address = await server.url;
    const counted = '{ overview { events { value } } }';
    expect(await ask(address, counted)).toEqual({ overview: { events: { value: 2 } } });
    const { code, output } = await run({ ...OWNER, RETENTION_DAYS: '365' }, '--maintain');
    expect(code).toBe(0);
    expect(output).toContain('maintain: retention dropped session_event_y2019\n');
    expect(await ask(address, counted)).toEqual({ overview: { events: { value: 1 } } });
  });

  test('does not start on the tables of an older version', async () => {
    await client.query(`update database_setting set value = '1' where name = 'MIGRATIONS'`);
    const old = await run(SERVING);
    expect(old.code).toBe(1);
    expect(old.errors).toMatch(/tables are of an older version.*npm run maintain/);
    expect(await run(OWNER, '--maintain')).toMatchObject({ code: 0 });
    expect(await spawn(SERVING).url).not.toBeNull();
  });

  test.each([['--rebuild'], ['--maintain'], ['--keys', 'list'], ['--erase', '--host', 'WS1']])(
    'does not suffice for %s, which needs the owner',
    async (...flags) => {
      const { code, errors } = await run(SERVING, ...flags);
      expect(code).toBe(1);
      expect(errors).toMatch(/set DATABASE_URL to its login/);
    },
  );
});

test('logins with too many or too few rights are refused, also when DATABASE_URL is set', async () => {
  const swapped = await run({ ...OWNER, ...settingsOf(LOGINS.writer, LOGINS.reader) });
  expect(swapped.code).toBe(1);
  expect(swapped.errors).toContain(`grant sessionscope_reader to ${LOGINS.writer}`);
  const { DATABASE_WRITER_URL } = SERVING;
  const mighty = await run({ DATABASE_READER_URL: owner.href, DATABASE_WRITER_URL });
  expect(mighty.code).toBe(1);
  expect(mighty.errors).toMatch(/DATABASE_READER_URL: .* may act as the owner of the tables/);
});
