import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';

import { openDatabase } from '../../src/db/client.ts';
import type { Database } from '../../src/db/client.ts';
import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import { ROLES } from '../../src/db/roles/privileges.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { openServer } from '../support/openServer.ts';
import { makeReplicaPair } from '../support/replicaPair.ts';
import type { ReplicaPair } from '../support/replicaPair.ts';
import { PATIENT } from '../support/timeLimits.ts';

let pair: ReplicaPair;
let open: readonly Database[] = [];

beforeEach(async () => {
  pair = await makeReplicaPair();
});

afterEach(async () => {
  await Promise.all(open.map(async ({ close }) => close()));
  open = [];
  await pair.remove();
});

const openWith = ({ reader, writer }: { readonly reader: string; readonly writer: string }): Database => {
  const database = openDatabase({
    logins: { reader: { url: reader, role: ROLES.reader }, writer: { url: writer, role: null } },
    readConnections: 2,
    writeConnections: 2,
    ...PATIENT,
  });
  open = [...open, database];
  return database;
};

const awaitState = async ({ replica }: Database, state: string): Promise<void> =>
  awaitUntil(`the state is ${state}`, async () => replica?.state() === state);

/** Whether the next statement of a request runs on a standby. */
const isOnStandby = async (database: Database): Promise<unknown> => {
  const [row] = await makeRequestDatabase(database).rows<{ on: boolean }>(
    sql`select pg_is_in_recovery() as "on"`,
  );
  return row?.on;
};

test('a standby that stops: reads go to the primary at once, also those that it was answering, until it is back', async () => {
  const database = openWith({ reader: pair.standbyUrl, writer: pair.primaryUrl });
  const { server, url } = await openServer(database);
  const readiness = async () => {
    const response = await fetch(`${url}/readyz`);
    return [response.status, await response.json()];
  };
  try {
    await awaitState(database, 'USED');
    expect(await isOnStandby(database)).toBe(true);
    const running = makeRequestDatabase(database).rows(
      sql`select case when pg_is_in_recovery() then pg_sleep(3600)::text else 'primary' end as place`,
    );
    await awaitUntil('it runs on the standby', async () => {
      const found = await pair.onStandby(`select from pg_stat_activity where wait_event = 'PgSleep'`);
      return found.length === 1;
    });
    await pair.stopStandby();
    expect(await running).toEqual([{ place: 'primary' }]);
    expect(await isOnStandby(database)).toBe(false);
    await awaitState(database, 'UNREACHABLE');
    const unreachable = { status: 'ok', replica: 'UNREACHABLE', replicaLagSeconds: null };
    expect(await readiness()).toEqual([200, expect.objectContaining(unreachable)]);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(/^sessionscope_replica_used 0$/m);
    expect(metrics).not.toMatch(/^sessionscope_replica_lag_seconds \d/m);
    await pair.startStandby();
    await awaitState(database, 'USED');
    expect(await isOnStandby(database)).toBe(true);
  } finally {
    await server.close();
  }
});

test('a server that starts while the standby is down reads from the primary', async () => {
  await pair.stopStandby();
  const database = openWith({ reader: pair.standbyUrl, writer: pair.primaryUrl });
  expect(await isOnStandby(database)).toBe(false);
  await awaitState(database, 'UNREACHABLE');
});

test('a standby that was promoted is not used, before and after the settings name it as the primary, too', async () => {
  const database = openWith({ reader: pair.standbyUrl, writer: pair.primaryUrl });
  await awaitState(database, 'USED');
  await pair.onStandby('select pg_promote()');
  await awaitState(database, 'PROMOTED');
  await pair.onPrimary(`insert into host (hostname) values ('LATER')`);
  const read = sql`select hostname from host`;
  expect(await makeRequestDatabase(database).rows(read)).toEqual([{ hostname: 'LATER' }]);
  const restarted = openWith({ reader: pair.standbyUrl, writer: pair.primaryUrl });
  await awaitState(restarted, 'PROMOTED');
  // The same server by another name.
  const writer = new URL(pair.standbyUrl);
  writer.hostname = 'localhost';
  const moved = openWith({ reader: pair.standbyUrl, writer: writer.href });
  await awaitState(moved, 'SAME');
  expect(await makeRequestDatabase(moved, { position: 'FFFFFFFF00000000' }).rows(read)).toEqual([]);
});

test('a standby of another database is not used', async () => {
  await pair.onPrimary('create database other');
  await awaitUntil('the standby has it', async () => {
    const [row] = await pair.onStandby(
      `select count(*)::integer as n from pg_database where datname = 'other'`,
    );
    return row?.['n'] === 1;
  });
  const reader = new URL(pair.standbyUrl);
  reader.pathname = '/other';
  const database = openWith({ reader: reader.href, writer: pair.primaryUrl });
  await awaitState(database, 'FOREIGN');
  expect(await isOnStandby(database)).toBe(false);
});
