import { randomUUID } from 'node:crypto';

import { expect, test } from '@jest/globals';

import { checkDatabase, makeReachability } from '../../src/db/checkDatabase.ts';
import { openDatabase } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { rebuildSessions } from '../../src/domain/rebuildSessions.ts';
import { urlOf, useDatabase } from '../support/database.ts';
import { maintain } from '../support/maintain.ts';
import { withServers } from '../support/withServers.ts';

const database = useDatabase();

const HOUR_US = 3_600_000_000;
const SHORT = { hostnames: 'SHORT', silenceUs: 24 * HOUR_US };
const FULL = { ...SHORT, hostnames: 'FULL' };

test('the first start fixes HOSTNAMES, and later starts must use the same value', async () => {
  expect(await checkDatabase(database(), FULL)).toMatchObject({ problems: [] });
  expect(await checkDatabase(database(), FULL)).toMatchObject({ problems: [] });
  expect((await checkDatabase(database(), SHORT)).problems).toEqual([
    expect.stringMatching(/^HOSTNAMES is SHORT, but this database was created with FULL/),
  ]);
});

test('a start with another SILENCE is refused until a rebuild has computed the sessions with it', async () => {
  await withServers(1, async ([server]) => {
    const check = async (hours: number): Promise<readonly string[]> =>
      (await checkDatabase(server!, { ...SHORT, silenceUs: hours * HOUR_US })).problems;
    expect(await check(24)).toEqual([]);
    expect(await check(12)).toEqual([
      'SILENCE is PT12H, but the sessions of this database were computed with PT24H; run the command rebuild with the new value, or set SILENCE=PT24H.',
    ]);
    await rebuildSessions({ ...server!, silenceUs: 12 * HOUR_US }, () => undefined);
    expect(await check(12)).toEqual([]);
    expect(await check(24)).toHaveLength(1);
  });
});

test('a start warns until a rebuild if the sessions were computed with the rules of another version', async () => {
  await withServers(1, async ([server]) => {
    const warnings = async (): Promise<readonly string[]> => (await checkDatabase(server!, SHORT)).warnings;
    const before = await warnings();
    await server!.writePool.query(
      `delete from database_setting where name = 'SESSION_RULES'; insert into host (hostname) values ('A')`,
    );
    expect(await warnings()).toEqual([
      ...before,
      'The sessions of this database were computed with the rules of another version; run the command rebuild. Servers may keep running.',
    ]);
    await rebuildSessions(server!, () => undefined);
    expect(await warnings()).toEqual(before);
    await server!.writePool.query(`update database_setting set value = '1' where name = 'SESSION_RULES'`);
    expect(await warnings()).toHaveLength(before.length + 1);
  });
});

test('of two servers that start concurrently on a new database with different HOSTNAMES, one is refused', async () => {
  await withServers(2, async (servers) => {
    const checks = await Promise.all(
      servers.map(async (server, index) => checkDatabase(server, index === 0 ? SHORT : FULL)),
    );
    expect(checks.map(({ problems }) => problems.length).toSorted()).toEqual([0, 1]);
  });
});

test('a database that is not UTF8 is refused', async () => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await maintain(`create database ${name} template template0 encoding 'SQL_ASCII' locale 'C'`);
  await migrate(urlOf(name));
  const ascii = openDatabase({ url: urlOf(name), readConnections: 1, writeConnections: 1, deadlineMs: 1000 });
  expect((await checkDatabase(ascii, SHORT)).problems).toEqual([
    'The encoding of the database is SQL_ASCII; create the database with UTF8.',
  ]);
  await ascii.close();
  await maintain(`drop database ${name}`);
});

test('a database that cannot be reached is not ready', async () => {
  expect(await makeReachability(database())()).toBe(true);
  const nowhere = openDatabase({
    url: urlOf('no_such_database'),
    readConnections: 1,
    writeConnections: 1,
    deadlineMs: 1000,
  });
  expect(await makeReachability(nowhere)()).toBe(false);
  await nowhere.close();
});
