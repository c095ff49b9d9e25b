import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { openDatabase } from '../../src/db/client.ts';
import type { Database } from '../../src/db/client.ts';
import { ROLES } from '../../src/db/roles/privileges.ts';
import { INGEST, useApi } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';
import { aNumberedLogin } from '../support/events.ts';
import { maintain } from '../support/maintain.ts';
import { PATIENT } from '../support/timeLimits.ts';

const owned = useDatabase();
const login = `login_${randomUUID().replaceAll('-', '')}`;
const PASSWORD = 'first-secret';
let database: Database;

beforeAll(async () => {
  await maintain(
    `create role ${login} login password '${PASSWORD}' in role ${ROLES.reader}, ${ROLES.writer}`,
  );
  const url = new URL(owned().writePool.options.connectionString ?? '');
  url.username = login;
  url.password = PASSWORD;
  const asLogin = { url: url.href, role: null };
  database = openDatabase({
    logins: { reader: asLogin, writer: asLogin },
    readConnections: 2,
    writeConnections: 2,
    ...PATIENT,
  });
});
const api = useApi(() => database);
afterAll(async () => {
  await database.close();
  await maintain(`drop role ${login}`);
});

/** Changes the password and ends the connections of the login, so that the next statement must log in again. */
const changePassword = async (password: string): Promise<void> => {
  await maintain(`alter role ${login} password '${password}'`);
  await maintain(`select pg_terminate_backend(pid, 60000) from pg_stat_activity where usename = '${login}'`);
  const { readPool, writePool } = database;
  await awaitUntil(
    'the pools notice it',
    async () => readPool.totalCount === 0 && writePool.totalCount === 0,
  );
};

test('a refused database login counts as an outage, and only the log says what to check', async () => {
  const ask = async () => [
    await api().query('{ overview { firstAt } }'),
    await api().query(INGEST, { events: [aNumberedLogin(1)] }),
  ];
  for (const { status } of await ask()) expect(status).toBe(200);
  await changePassword('second-secret');
  for (const { status, errors, text } of await ask()) {
    expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(text).not.toMatch(/password|login_|secret|postgres|DATABASE_URL|28P01/i);
    const line = api()
      .log()
      .find((logged) => logged.includes(`"errorId":"${errors?.[0]?.extensions.errorId}"`));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      error: { code: '28P01' },
      msg: expect.stringMatching(/^Postgres refuses the login .* DATABASE_URL/),
    });
  }
  const body = JSON.stringify({ lock: { time: '2026-11-16T09:00:00Z', hostname: 'WS9' } });
  const shipped = await fetch(new URL('/ingest', api().url), { method: 'POST', body });
  expect([shipped.status, (await shipped.json()).errors[0].extensions.code]).toEqual([
    503,
    'SERVICE_UNAVAILABLE',
  ]);
  expect(api().log().join('\n')).not.toContain('secret');
  await changePassword(PASSWORD);
  for (const { status } of await ask()) expect(status).toBe(200);
});
