import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { urlOf } from './support/database.ts';
import { maintain } from './support/maintain.ts';
import { useSpawnMain } from './support/useSpawnMain.ts';
import type { MainProcess } from './support/spawnMain.ts';

const name = `test_settings_${randomUUID().replaceAll('-', '')}`;
const OWN = { DATABASE_URL: urlOf(name), AUTH: 'none' };
const CHANGED = { ...OWN, DOMAIN_ALIASES: 'CORP=company.com', SILENCE: 'PT12H' };

beforeAll(async () => {
  await maintain(`create database ${name} template template0 encoding 'UTF8'`);
});

afterAll(async () => {
  await maintain(`drop database if exists ${name} with (force)`);
});

const spawnMain = useSpawnMain();

const spawn = (settings: Record<string, string>, ...flags: readonly string[]): MainProcess =>
  spawnMain({ settings, flags });

const ask = async (main: MainProcess, query: string, variables: object = {}): Promise<any> => {
  const response = await fetch((await main.url) ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
};

const expectRefusal = async (settings: Record<string, string>, reasons: readonly RegExp[]): Promise<void> => {
  const main = spawn(settings);
  expect(await main.ended).toBe(1);
  for (const reason of reasons) expect(main.errors()).toMatch(reason);
};

const run = async (settings: Record<string, string>, ...flags: readonly string[]): Promise<string> => {
  const main = spawn(settings, ...flags);
  const code = await main.ended;
  // A server may maintain the database at any time.
  if (main.errors().includes('another process is maintaining')) return run(settings, ...flags);
  expect({ code, errors: main.errors() }).toEqual({ code: 0, errors: '' });
  return main.output();
};

const INGEST = `mutation ($events: [SessionEventInput!]!, $context: [ContextEventInput!]!) {
  ingestSessionEvents(events: $events) { rejected }
  ingestContextEvents(events: $context) { rejected }
}`;

/** Two records of one login, if the domains are one. A record 18 hours later proves that the host ran until then, if SILENCE is a day. */
const logIn = async (main: MainProcess, hostname: string, hour = '09'): Promise<void> => {
  const login = (second: string, user: string): object => ({
    login: { hostname, time: `2026-11-16T${hour}:00:${second}Z`, loginId: 1, user, loginSuccessful: true },
  });
  const bo = { lock: { hostname, time: `2026-11-16T${hour}:00:20Z`, user: 'CORP\\bo' } };
  const events = [login('00', 'CORP\\ana'), login('30', 'COMPANY\\ana'), bo];
  const context = [{ hostSeen: { hostname, time: '2026-11-17T03:00:00Z' } }];
  expect(await ask(main, INGEST, { events, context })).toMatchObject({
    data: { ingestSessionEvents: { rejected: 0 }, ingestContextEvents: { rejected: 0 } },
  });
};

const SESSIONS = `{
  sessions(order: { field: STARTED, direction: ASCENDING }) { nodes { hostname user endedAt endedAfter } }
  accounts { nodes { user } }
}`;

test('DOMAIN_ALIASES and SILENCE of a database change by a rebuild only, and apply to servers and erasures', async () => {
  const first = spawn(OWN);
  await logIn(first, 'WS1');
  expect(await first.stop()).toBe(0);

  await expectRefusal(CHANGED, [
    /DOMAIN_ALIASES is CORP=COMPANY, but the sessions of this database were computed without aliases/,
    /SILENCE is PT12H, but the sessions of this database were computed with PT24H/,
  ]);
  expect(await run(CHANGED, '--rebuild')).toMatch(/^rebuild: 1 hosts, /m);
  await expectRefusal(OWN, [/DOMAIN_ALIASES is not set/, /SILENCE is PT24H/]);

  const server = spawn(CHANGED);
  await logIn(server, 'WS2', '10');
  const sessionOn = (hostname: string, hour: string): object => ({
    hostname,
    user: 'CORP\\ana',
    endedAt: null,
    endedAfter: `2026-11-16T${hour}:00:30.000000Z`,
  });
  const sessions = { nodes: [sessionOn('WS1', '09'), sessionOn('WS2', '10')] };
  expect((await ask(server, SESSIONS)).data).toEqual({
    sessions,
    accounts: { nodes: [{ user: 'CORP\\ana' }, { user: 'CORP\\bo' }] },
  });

  // An erasure takes both from the database. The sessions of ana are computed again.
  await run(OWN, '--erase', '--account', 'CORP\\bo', '--yes');
  expect((await ask(server, SESSIONS)).data).toEqual({
    sessions,
    accounts: { nodes: [{ user: 'CORP\\ana' }] },
  });
  const report = await run(OWN, '--erase', '--account', 'COMPANY\\ana', '--yes');
  expect(JSON.parse(report)).toMatchObject({
    events: 4,
    left: { events: 0, contextEvents: 0, sessions: 0, accounts: 0 },
  });
  expect((await ask(server, SESSIONS)).data).toEqual({ sessions: { nodes: [] }, accounts: { nodes: [] } });
});
