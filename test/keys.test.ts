import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';

import { readCounts, someRecords, writeFile } from './importer/importing.ts';
import { urlOf } from './support/database.ts';
import { bearer } from './support/keys.ts';
import { maintain } from './support/maintain.ts';
import { awaitUntil } from './support/awaitUntil.ts';
import { useSpawnMain } from './support/useSpawnMain.ts';
import type { MainProcess } from './support/spawnMain.ts';

const name = `test_keys_${randomUUID().replaceAll('-', '')}`;
const SETTINGS = { DATABASE_URL: urlOf(name) };
const KEY = /^ss_([0-9a-f]{16})\.[\w-]{43}\n$/;

const spawnMain = useSpawnMain();

beforeAll(async () => {
  await maintain(`create database ${name} template template0 encoding 'UTF8'`);
});

afterAll(async () => {
  await maintain(`drop database if exists ${name} with (force)`);
});

const spawn = (flags: readonly string[], settings: Record<string, string> = {}): MainProcess =>
  spawnMain({ settings: { ...SETTINGS, ...settings }, flags });

/** Runs `npm run keys` with these arguments to its end. */
const run = async (...words: readonly string[]) => {
  const main = spawn(['--keys', ...words]);
  const code = await main.ended;
  return { code, output: main.output(), errors: main.errors() };
};

/** Reads the audit entries of the commands that created or revoked this key. */
const audited = async (keyId: string): Promise<object[]> => {
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  const { rows } = await client.query<object>(
    `select caller_kind, caller_name, operation_type, operation_name, outcome, rows from audit_entry
     where key_id = $1 and operation_type = 'COMMAND' order by time`,
    [keyId],
  );
  await client.end();
  return rows;
};

const ask = async (address: string | null, key: string): Promise<number> => {
  const response = await fetch(address ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...bearer(key.trim()) },
    body: '{"query": "{ overview { hosts { value } } }"}',
  });
  await response.text();
  return response.status;
};

test('a key is created, accepted by a running server, listed, and refused once it is revoked', async () => {
  const server = spawn([]);
  const address = await server.url;
  expect(server.output()).toMatch(
    /^ {2}Clients need a key\. There is no valid key yet; create one: npm run keys -- add /m,
  );
  const made = await run(
    'add',
    '--name',
    "ana's laptop",
    '--scopes',
    'events:write,events:read',
    '--expires',
    'P90D',
  );
  expect(made.code).toBe(0);
  expect(made.output).toMatch(KEY);
  const [, id = ''] = KEY.exec(made.output) ?? [];
  expect(made.errors).toMatch(
    new RegExp(
      `^keys: ana's laptop has the id ${id} and the scopes events:read, events:write, and expires 20`,
    ),
  );
  expect(made.errors).not.toContain(made.output.trim().split('.')[1]);

  expect(await ask(address, made.output)).toBe(200);
  await awaitUntil('its use is stored', async () => !(await run('list')).output.includes(' never '));
  const { output: list, code } = await run('list');
  expect(code).toBe(0);
  const [title, line] = list.split('\n');
  expect(title).toMatch(/^id +state +scopes +created +expires +last used +name$/);
  expect(line).toMatch(new RegExp(`^${id}  valid  events:read,events:write  (20\\S+Z  ){3}ana's laptop$`));
  expect(list).not.toContain(made.output.trim().split('.')[1]);

  const revoked = await run('revoke', id);
  expect(revoked).toEqual({
    code: 0,
    output: '',
    errors: `keys: ana's laptop (${id}) is revoked; servers refuse it within 5 seconds.\n`,
  });
  await awaitUntil('the server refuses it', async () => (await ask(address, made.output)) === 401);
  expect((await run('revoke', `ss_${id}`)).errors).toMatch(/was already revoked at 20/);
  expect((await run('list')).output).toMatch(new RegExp(`^${id} +revoked `, 'm'));
  const command = {
    caller_kind: 'COMMAND',
    caller_name: userInfo().username,
    operation_type: 'COMMAND',
    outcome: 'OK',
    rows: null,
  };
  // The second revocation changed nothing.
  expect(await audited(id)).toEqual([
    { ...command, operation_name: 'keysAdd' },
    { ...command, operation_name: 'keysRevoke' },
  ]);
  expect(await server.stop()).toBe(0);
  expect(server.output()).not.toContain(made.output.trim().split('.')[1]);
});

test('a server that requires a key imports into itself', async () => {
  const main = spawn(['--host', 'web01', writeFile(someRecords(3))]);
  await awaitUntil('the import has ended', async () => main.output().includes(' accepted\n'));
  expect(readCounts(main.output())).toMatchObject({ 'records read': 3, accepted: 3 });
  expect(await main.stop()).toBe(0);
});

test('an open server prints that it is open', async () => {
  const main = spawn([], { AUTH: 'none' });
  expect(await ask(await main.url, 'nothing')).toBe(200);
  expect(main.output()).toMatch(/^ {2}Open to everyone who can reach the port, because of AUTH=none\.$/m);
});

test('a server whose OIDC_KEY_FILE cannot be used does not start, and prints the reason', async () => {
  const settings = { OIDC_ISSUER: 'https://x', OIDC_AUDIENCE: 'x', OIDC_KEY_FILE: '/nowhere/keys.json' };
  const main = spawn([], settings);
  expect(await main.ended).toBe(1);
  expect(main.errors()).toBe('Sessionscope cannot start: OIDC_KEY_FILE cannot be read (ENOENT).\n');
});

test('an unknown key, an invalid name and wrong arguments are reported', async () => {
  const unknown = await run('revoke', '0'.repeat(16));
  expect(unknown).toMatchObject({ code: 1, output: '' });
  expect(unknown.errors).toBe('keys: no key has the id 0000000000000000; list shows the existing keys.\n');
  const named = await run('add', '--name', 'a\nb', '--scopes', 'admin');
  expect(named).toMatchObject({ code: 1, output: '' });
  expect(named.errors).toMatch(/^keys: The name of a key must have 1 to 100 characters/);
  const wrong = await run('remove');
  expect(wrong).toMatchObject({ code: 2, output: '' });
  expect(wrong.errors).toMatch(/^keys: the action is missing or unknown: use add, list or revoke\n\nUsage: /);
});
