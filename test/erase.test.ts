import { createHash, randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { openDatabase } from '../src/db/client.ts';
import type { Database } from '../src/db/client.ts';

import { urlOf } from './support/database.ts';
import { maintain } from './support/maintain.ts';
import { clear } from './support/sessionItems.ts';
import { spawnMain } from './support/spawnMain.ts';
import type { MainProcess } from './support/spawnMain.ts';
import { PATIENT } from './support/timeLimits.ts';
import { useSpawnMain } from './support/useSpawnMain.ts';

const name = `test_erase_${randomUUID().replaceAll('-', '')}`;
const SETTINGS = { DATABASE_URL: urlOf(name), AUTH: 'none' };
let database: Database;
let server: MainProcess;
let address: string;

beforeAll(async () => {
  await maintain(`create database ${name} template template0 encoding 'UTF8'`);
  server = spawnMain({ settings: SETTINGS });
  address = (await server.url) ?? '';
  database = openDatabase({
    url: urlOf(name),
    readConnections: 1,
    writeConnections: 1,
    ...PATIENT,
  });
});

afterAll(async () => {
  await database.close();
  await server.stop();
  await maintain(`drop database if exists ${name} with (force)`);
});

const spawnCommand = useSpawnMain();

const run = async (words: readonly string[], settings: Record<string, string> = SETTINGS) => {
  const main = spawnCommand({ settings, flags: words });
  const code = await main.ended;
  return { code, output: main.output(), errors: main.errors() };
};

/** Retries while the server maintains the database, which it may do at any time. */
const erase = async (...words: readonly string[]): ReturnType<typeof run> => {
  const result = await run(['--erase', ...words]);
  return result.errors.includes('another process is maintaining') ? erase(...words) : result;
};

const ask = async (query: string, variables: object = {}): Promise<unknown> => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { readonly data: unknown; readonly errors?: unknown };
  return errors ?? data;
};

const INGEST = `mutation ($events: [SessionEventInput!]!, $context: [ContextEventInput!]!) {
  ingestSessionEvents(events: $events) { accepted rejected }
  ingestContextEvents(events: $context) { accepted rejected }
}`;

/** Ana logs in and off on two hosts, and Bo on one. One of her logoffs is recorded with her uid only. */
const LIFE = [
  { login: of('WS1', '09', 'CORP\\ana', '0x1', { loginSuccessful: true, uid: 'S-1-5-21-1' }) },
  { lock: of('WS1', '10', 'CORP\\ana', '0x1') },
  { logout: of('WS1', '11', undefined, '0x1', { uid: 'S-1-5-21-1' }) },
  { logout: of('WS1', '12', undefined, undefined, { uid: 'S-1-5-21-1' }) },
  { login: of('WS1', '13', 'CORP\\bo', '0x2', { loginSuccessful: true }) },
  { login: of('WS2', '14', 'CORP\\ana', '0x1', { loginSuccessful: true }) },
] as const;

/** Ana was disconnected twice, once without her name; and WS1 was restarted before. */
const CONTEXT = [
  { hostStop: { hostname: 'WS1', time: '2026-11-16T08:00:00Z' } },
  { hostStart: { hostname: 'WS1', time: '2026-11-16T08:01:00Z' } },
  { disconnect: { hostname: 'WS1', time: '2026-11-16T10:05:00Z', user: 'ana@corp.example', loginId: 1 } },
  { disconnect: { hostname: 'WS1', time: '2026-11-16T10:06:00Z', loginId: 1 } },
] as const;

function of(hostname: string, hour: string, user?: string, loginId?: string, others: object = {}): object {
  return { hostname, time: `2026-11-16T${hour}:00:00Z`, user, loginId, sourceId: `test/${hour}`, ...others };
}

beforeEach(async () => {
  await clear(database);
  expect(await ask(INGEST, { events: LIFE, context: CONTEXT })).toEqual({
    ingestSessionEvents: { accepted: LIFE.length, rejected: 0 },
    ingestContextEvents: { accepted: CONTEXT.length, rejected: 0 },
  });
});

const stored = async (): Promise<unknown> =>
  ask(`{ overview { events { value } hosts { value } accounts { value } }
    sessions(order: { field: STARTED, direction: ASCENDING }) { nodes { hostname user startReason endReason } } }`);

const CONTEXT_TYPES = '{ contextEvents(order: OLDEST_FIRST) { nodes { __typename } } }';

type Audited = { readonly rows: number | null; readonly variablesHash: string };

const auditedErasures = async (): Promise<readonly Audited[]> => {
  const { auditLog } = (await ask(`{ auditLog(filter: { operationName: "erase" }) {
    nodes { callerKind callerName operationType outcome address rows variablesHash } } }`)) as {
    readonly auditLog: { readonly nodes: readonly Audited[] };
  };
  return auditLog.nodes;
};

const session = (hostname: string, user: string, endReason: string | null = null) => ({
  hostname,
  user,
  startReason: 'LOGIN',
  endReason,
});

/** The stored data while nothing is erased. */
const ALL = {
  overview: { events: { value: 6 }, hosts: { value: 2 }, accounts: { value: 2 } },
  sessions: {
    nodes: [session('WS1', 'CORP\\ana', 'LOGOUT'), session('WS1', 'CORP\\bo'), session('WS2', 'CORP\\ana')],
  },
};

test('--help and mistakes in the arguments do not need valid settings, nor do they for keys', async () => {
  const settings = { PORT: 'x', DATABASE_URL: 'nowhere' };
  const { code, output, errors } = await run(['--erase', '--help'], settings);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(output).toMatch(/^Usage: npm run erase /);
  expect(await run(['--keys', '--help'], settings)).toMatchObject({ code: 0, errors: '' });
  const mistake = await run(['--erase', '--yes'], settings);
  expect(mistake.code).toBe(2);
  expect(mistake.errors).toMatch(/^erase: --host or --account is missing/);
  const unusable = await run(['--erase', '--host', 'WS1'], settings);
  expect(unusable.code).toBe(2);
  expect(unusable.errors).toMatch(/PORT must be[^]*DATABASE_URL must be/);
});

describe('while a server runs', () => {
  test('without --yes it counts and changes nothing', async () => {
    const { code, output, errors } = await erase(
      '--host',
      'ws1.corp.example',
      '--until',
      '2026-11-16T12:30:00Z',
    );
    expect({ code, errors }).toEqual({
      code: 0,
      errors: 'erase: nothing was erased; add --yes to erase these events.\n',
    });
    expect(JSON.parse(output)).toMatchObject({
      asked: { hostname: 'WS1', account: null, until: '2026-11-16T12:30:00.000000Z' },
      kind: 'COUNT',
      events: 4,
      contextEvents: 4,
      hosts: [{ hostname: 'WS1', events: 4, contextEvents: 4, eventsWithoutUser: 0 }],
    });
    expect(await stored()).toEqual(ALL);
  });

  test('an unknown host counts 0 with a message, also with --yes', async () => {
    for (const words of [[], ['--yes']]) {
      const { code, output, errors } = await erase('--host', 'NOWHERE', ...words);
      expect({ code, errors }).toEqual({ code: 0, errors: 'erase: no stored event matches.\n' });
      expect(JSON.parse(output)).toMatchObject({ events: 0, contextEvents: 0, hosts: [] });
    }
    expect(await stored()).toEqual(ALL);
  });

  test('with --yes it erases, and the server answers as if the events had never been stored', async () => {
    const { code, errors } = await erase('--host', 'WS1', '--from', '2026-11-16T10:30:00Z', '--yes');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(await stored()).toEqual({
      overview: { events: { value: 3 }, hosts: { value: 2 }, accounts: { value: 1 } },
      sessions: { nodes: [session('WS1', 'CORP\\ana'), session('WS2', 'CORP\\ana')] },
    });
  });

  test('erasing an account includes the events of its sessions without a user, and the report proves it', async () => {
    const { code, output, errors } = await erase('--account', 'ANA@corp.example', '--yes');
    expect({ code, errors }).toEqual({ code: 0, errors: expect.stringMatching(/^erase: withItsUid counts/) });
    const { sha256, ...report } = JSON.parse(output) as { readonly sha256: string };
    expect(sha256).toBe(createHash('sha256').update(JSON.stringify(report)).digest('hex'));
    expect(report).toMatchObject({
      asked: { account: 'CORP\\ana', hostname: null },
      kind: 'ERASED',
      events: 4,
      contextEvents: 2,
      hosts: [
        { hostname: 'WS1', events: 3, contextEvents: 2, eventsWithoutUser: 2 },
        { hostname: 'WS2', events: 1, contextEvents: 0, eventsWithoutUser: 0 },
      ],
      accounts: 1,
      left: { events: 0, contextEvents: 0, sessions: 0, accounts: 0 },
      withItsUid: [{ hostname: 'WS1', uid: 'S-1-5-21-1', events: 1 }],
    });
    expect(await stored()).toEqual({
      overview: { events: { value: 2 }, hosts: { value: 1 }, accounts: { value: 1 } },
      sessions: { nodes: [session('WS1', 'CORP\\bo')] },
    });
    expect(await ask(CONTEXT_TYPES)).toEqual({
      contextEvents: { nodes: [{ __typename: 'HostStop' }, { __typename: 'HostStart' }] },
    });
  });

  test('erasing a host includes its context events of every kind', async () => {
    const { code, output } = await erase('--host', 'WS1', '--until', '2026-11-16T10:05:30Z', '--yes');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ events: 2, contextEvents: 3 });
    expect(await ask(CONTEXT_TYPES)).toEqual({ contextEvents: { nodes: [{ __typename: 'Disconnect' }] } });
  });

  test('an account that only disconnects name is erased with them', async () => {
    const disconnect = { hostname: 'WS3', time: '2026-11-16T10:00:00Z', user: 'CORP\\zoe' };
    await ask(INGEST, { events: [LIFE[0]], context: [{ disconnect }] });
    expect(await ask('{ account(user: "CORP\\\\zoe") { user } host(hostname: "WS3") { hostname } }')).toEqual(
      {
        account: { user: 'CORP\\zoe' },
        host: { hostname: 'WS3' },
      },
    );
    const { output } = await erase('--account', 'zoe@corp.example', '--yes');
    expect(JSON.parse(output)).toMatchObject({
      events: 0,
      contextEvents: 1,
      accounts: 1,
      left: { events: 0, contextEvents: 0, sessions: 0, accounts: 0 },
    });
    expect(await ask('{ account(user: "CORP\\\\zoe") { user } host(hostname: "WS3") { hostname } }')).toEqual(
      {
        account: null,
        host: null,
      },
    );
  });

  test('the audit has the erasure with its operator and its numbers, but no count', async () => {
    const before = (await auditedErasures()).length;
    await erase('--account', 'CORP\\bo');
    await erase('--account', 'CORP\\bo', '--yes');
    await erase('--account', 'CORP\\bo', '--yes');
    const entry = {
      callerKind: 'COMMAND',
      callerName: userInfo().username,
      operationType: 'COMMAND',
      outcome: 'OK',
      address: null,
    };
    const [second, first] = (await auditedErasures()).slice(0, -before || undefined);
    expect(first).toEqual({ ...entry, rows: 1, variablesHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(second).toEqual({ ...first, rows: 0 });
    expect(await auditedErasures()).toHaveLength(before + 2);
  });

  test('the audit also has a failed erasure, because a part of it may be done', async () => {
    const before = (await auditedErasures()).length;
    await database.writePool.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
      create trigger refuse before delete on session_event for each row execute function refuse()`);
    const { code } = await erase('--host', 'WS2', '--yes');
    await database.writePool.query('drop function refuse cascade');
    expect(code).toBe(1);
    const entries = await auditedErasures();
    expect(entries).toHaveLength(before + 1);
    expect(entries[0]).toMatchObject({ outcome: 'FAILED', rows: null });
    await erase('--host', 'WS2', '--yes');
    expect(await ask('{ sessions(filter: { hostname: { eq: "WS2" } }) { nodes { id } } }')).toEqual({
      sessions: { nodes: [] },
    });
  });

  test('erasing an account on one host keeps it on the others', async () => {
    const { code, output, errors } = await erase('--account', 'CORP\\ana', '--host', 'WS2', '--yes');
    expect({ code, errors }).toMatchObject({ code: 0 });
    expect(JSON.parse(output)).toMatchObject({
      events: 1,
      left: { events: 2, contextEvents: 1, sessions: 1, accounts: 1 },
    });
  });
});
