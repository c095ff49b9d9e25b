import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { checkDatabase } from '../../../src/db/checkDatabase.ts';
import { openDatabase } from '../../../src/db/client.ts';
import type { Database } from '../../../src/db/client.ts';
import { toContextEvent } from '../../../src/db/contextRows.ts';
import type { ContextRow } from '../../../src/db/contextRows.ts';
import { selectEndedAfter } from '../../../src/db/endedAfter.ts';
import { toSessionEvent } from '../../../src/db/eventRows.ts';
import type { EventRow } from '../../../src/db/eventRows.ts';
import { makeRequestDatabase } from '../../../src/db/makeRequestDatabase.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { rebuildSessions } from '../../../src/domain/rebuildSessions.ts';
import { recordItems } from '../../../src/domain/recordItems.ts';
import type { ItemsToRecord } from '../../../src/domain/recordItems.ts';
import { shiftTime } from '../../../src/model/values/time.ts';
import { NO_ALIASES } from '../../../src/model/domainAliases.ts';
import { RULES, urlOf, useDatabase } from '../../support/database.ts';
import { bearer } from '../../support/keys.ts';
import { maintain } from '../../support/maintain.ts';
import { readStitched, readStored } from '../../support/sessions/readStitched.ts';
import { clearFacts, readSessions } from '../../support/sessions/storeFacts.ts';
import { useSpawnMain } from '../../support/useSpawnMain.ts';
import type { MainProcess } from '../../support/spawnMain.ts';
import { NO_DEADLINE_MS } from '../../support/timeLimits.ts';

import { CURSORS, HOST_START_CURSOR, IDS, KEYS, restoreVersion01 } from './version01.ts';

const suffix = randomUUID().replaceAll('-', '');
const version01 = `test_version01_${suffix}`;
const upgraded = `test_upgraded_${suffix}`;
const fresh = useDatabase();
let database: Database;
const spawnMain = useSpawnMain();

beforeAll(async () => restoreVersion01(version01));

afterAll(async () => maintain(`drop database if exists ${version01} with (force)`));

/** Each test upgrades a copy of its own. */
beforeEach(async () => {
  await maintain(`create database ${upgraded} template ${version01} strategy file_copy`);
  database = openDatabase({
    url: urlOf(upgraded),
    readConnections: 2,
    writeConnections: 3,
    deadlineMs: NO_DEADLINE_MS,
  });
});

afterEach(async () => {
  await database.close();
  await maintain(`drop database ${upgraded} with (force)`);
});

/** Starts the server or a command of this version on the copy. */
const spawn = (flags: readonly string[] = []): MainProcess =>
  spawnMain({ settings: { DATABASE_URL: urlOf(upgraded), AUTH: 'required' }, flags });

/** Runs `npm run rebuild`; returns its last line. */
const rebuild = async (): Promise<string | undefined> => {
  const main = spawn(['--rebuild']);
  expect({ code: await main.ended, errors: main.errors() }).toEqual({ code: 0, errors: '' });
  return main.output().trimEnd().split('\n').at(-1);
};

const rowsOf = async <Row extends object>(statement: string): Promise<readonly Row[]> =>
  (await database.writePool.query<Row>(statement)).rows;

/** All stored events and context events, as a client sends them. */
const readItems = async (): Promise<ItemsToRecord> => {
  const events = await rowsOf<EventRow>('select * from session_event');
  const contextEvents = await rowsOf<ContextRow>('select * from context_event');
  return {
    events: events.map(toSessionEvent).map((input, record) => ({ record, action: input.action, input })),
    contextEvents: contextEvents
      .map(toContextEvent)
      .map((input, record) => ({ record, kind: input.kind, input })),
  };
};

const ingest = async (into: Database, items: ItemsToRecord) =>
  recordItems({ database: into, rules: RULES }, items, () => undefined);

/** Expects that the copy has what a new database has after the same events were ingested: whole rows, and all ids. */
const expectLikeNew = async (): Promise<void> => {
  const items = await readItems();
  await clearFacts(fresh());
  const accepted = items.events.length + items.contextEvents.length;
  expect(await ingest(fresh(), items)).toMatchObject({ accepted, duplicates: 0, rejected: 0 });
  expect(await readStored(database)).toEqual(await readStored(fresh()));
  expect(await readStitched(database)).toEqual(await readStitched(fresh()));
};

const HOSTS = 23;
/** Sessions of version 0.1 that a restart ended. */
const RESTARTED = 43;

describe('a server that starts on a database of version 0.1', () => {
  test('asks for a rebuild, and keeps every event, host start, key, audit entry, id and cursor', async () => {
    const events = 'select * from session_event order by hostname, time, id';
    const starts = (table: string): string =>
      `select hostname, time, id, source_id, ingested_at from ${table} order by hostname, time, id`;
    const audit = 'select * from audit_entry order by time, id';
    const before = {
      events: await rowsOf(events),
      starts: await rowsOf(starts('host_start')),
      audit: await rowsOf(audit),
    };
    expect(Object.values(before).map(({ length }) => length)).toEqual([960, 85, 17]);
    const server = spawn();
    const url = (await server.url) ?? '';
    expect(server.log().filter((line) => line.includes('run the command rebuild'))).toHaveLength(1);
    expect(await rowsOf(events)).toMatchObject(before.events);
    expect(await rowsOf(starts('context_event'))).toEqual(before.starts);
    expect(await rowsOf('select distinct kind from context_event')).toEqual([{ kind: 'HOST_START' }]);
    expect((await rowsOf(audit)).slice(0, before.audit.length)).toEqual(before.audit);

    const ask = async (query: string, variables: object = {}, key: string = KEYS.analyst) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close', ...bearer(key) },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as { data?: any; errors?: any }) };
    };
    expect(await ask('{ overview { version } }', {}, KEYS.revoked)).toMatchObject({ status: 401 });
    const { data } = await ask(
      `query ($ids: [ID!]!) {
        nodes(ids: $ids) { __typename id }
        contextEvents(first: 1000) { nodes { __typename } }
        auditLog(filter: { operationName: "keysRevoke" }) { nodes { callerKind outcome } }
      }`,
      { ids: Object.values(IDS) },
    );
    expect(data).toEqual({
      nodes: Object.entries(IDS).map(([__typename, id]) => ({ __typename, id })),
      contextEvents: { nodes: before.starts.map(() => ({ __typename: 'HostStart' })) },
      auditLog: { nodes: [{ callerKind: 'COMMAND', outcome: 'OK' }] },
    });
    for (const [list, cursor] of Object.entries(CURSORS)) {
      const page = await ask(
        `query ($after: String!) { all: ${list}(first: 2) { nodes { id } } rest: ${list}(first: 1, after: $after) { nodes { id } } }`,
        { after: cursor },
      );
      expect(page).toMatchObject({ status: 200, data: { all: { nodes: [{}, {}] } } });
      expect([list, page.data.rest]).toEqual([list, { nodes: page.data.all.nodes.slice(1) }]);
    }
    const old = await ask(
      'query ($after: String!) { contextEvents(filter: { kind: { eq: HOST_START } }, after: $after) { nodes { id } } }',
      { after: HOST_START_CURSOR },
    );
    expect(old.errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }]);
  });
});

test('before a rebuild, the own facts of a session prove it and no restart does', async () => {
  await migrate(urlOf(upgraded));
  const sessions = (await readSessions(database)).filter(({ endReason }) => endReason === 'HOST_RESTART');
  expect(sessions).toHaveLength(RESTARTED);
  const db = makeRequestDatabase(database);
  const proven = await Promise.all(sessions.map(async (session) => selectEndedAfter(db, session)));
  expect(proven).toEqual(sessions.map(({ ownLastAt }) => ownLastAt));
});

describe('a rebuild of a database of version 0.1', () => {
  test('computes the sessions as a new database does, although version 0.1 was interrupted in a rebuild', async () => {
    await database.writePool.query(
      `insert into maintenance_progress (name, value) values ('REBUILT_UP_TO', 'PRD01')`,
    );
    await migrate(urlOf(upgraded));
    expect(await rebuild()).toMatch(new RegExp(`^rebuild: ${HOSTS} hosts, \\d+ login ids processed, [1-9]`));
    await expectLikeNew();
    expect(await rebuild()).toMatch(/ 0 sessions changed$/);
    const settings = { hostnames: 'SHORT', silenceUs: database.silenceUs, aliases: NO_ALIASES };
    expect(await checkDatabase(database, settings)).toEqual({ problems: [], warnings: [] });
  });

  test('resumes when it was interrupted', async () => {
    await migrate(urlOf(upgraded));
    const interruption = new AbortController();
    const done: string[] = [];
    const onHost = (hostname: string): void => {
      done.push(hostname);
      if (done.length === 5) interruption.abort();
    };
    await rebuildSessions(database, onHost, interruption.signal);
    expect(done).toHaveLength(5);
    expect(await rebuild()).toMatch(new RegExp(`^rebuild: ${HOSTS - done.length} hosts, `));
    await expectLikeNew();
  });

  test('gives the same sessions if events arrive before it', async () => {
    await migrate(urlOf(upgraded));
    expect(await ingest(database, await readNewRecords())).toMatchObject({ rejected: 0 });
    await rebuild();
    await expectLikeNew();
  });
});

type Start = { readonly hostname: string; readonly loginId: string; readonly startedAt: string };

/** What a new import adds: stops, disconnects and proof that hosts ran; and what a shipper sends in the meantime. Minutes after starts of sessions. */
const readNewRecords = async (): Promise<ItemsToRecord> => {
  const starts = await rowsOf<Start>(
    `select hostname, login_id as "loginId", to_char(started_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "startedAt" from session
     where end_reason is distinct from 'LOGOUT' order by hostname, started_at, start_id`,
  );
  expect(starts.length).toBeGreaterThan(50);
  const of = ({ hostname, loginId, startedAt }: Start, record: number, minutes: number) => ({
    hostname,
    loginId,
    time: shiftTime(startedAt, minutes * 60_000_000),
    sourceId: `test/${record}`,
  });
  return {
    events: starts.map((start, record) =>
      record % 3 === 0
        ? ({ record, action: 'LOGOUT', input: of(start, record, 90) } as const)
        : ({ record, action: 'LOCK', input: of(start, record, 10) } as const),
    ),
    contextEvents: starts.map((start, record) => {
      const { loginId, ...ofHost } = of(start, record, 5 + (record % 60));
      if (record % 3 === 1) return { record, kind: 'DISCONNECT', input: { ...ofHost, loginId } } as const;
      return { record, kind: record % 2 === 0 ? 'HOST_STOP' : 'HOST_SEEN', input: ofHost } as const;
    }),
  };
};
