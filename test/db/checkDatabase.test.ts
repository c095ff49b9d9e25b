import { randomUUID } from 'node:crypto';

import { expect, test } from '@jest/globals';

import { checkDatabase, makeReachability } from '../../src/db/checkDatabase.ts';
import { openDatabase } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { eraseEvents } from '../../src/domain/eraseEvents.ts';
import { rebuildSessions } from '../../src/domain/rebuildSessions.ts';
import { NO_ALIASES, parseDomainAliases } from '../../src/model/domainAliases.ts';
import { urlOf, useDatabase } from '../support/database.ts';
import { maintain } from '../support/maintain.ts';
import { recordEvents } from '../support/recordEvents.ts';
import { withServers } from '../support/withServers.ts';

const database = useDatabase();

const HOUR_US = 3_600_000_000;
const SHORT = { hostnames: 'SHORT', silenceUs: 24 * HOUR_US, aliases: NO_ALIASES };
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
      'SILENCE is PT12H, but the sessions of this database were computed with PT24H; stop the servers and run the command rebuild with the new value, or set SILENCE=PT24H.',
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

test('a start with other DOMAIN_ALIASES is refused until a rebuild has computed the sessions with them', async () => {
  await withServers(1, async ([server]) => {
    const check = async (text: string): Promise<readonly string[]> =>
      (await checkDatabase(server!, { ...SHORT, aliases: parseDomainAliases(text) })).problems;
    expect(await check('')).toEqual([]);
    // An alias that the first label already covers changes nothing.
    expect(await check('CORP=corp.example')).toEqual([]);
    expect(await check('CORP=company.com')).toEqual([
      'DOMAIN_ALIASES is CORP=COMPANY, but the sessions of this database were computed without aliases; stop the servers and run the command rebuild with the new value, or remove DOMAIN_ALIASES.',
    ]);
    const aliases = parseDomainAliases('O\'NEIL"=company.com');
    await rebuildSessions({ ...server!, aliases }, () => undefined);
    expect(await check('O\'NEIL"=company.com')).toEqual([]);
    expect(await check('')).toEqual([
      `DOMAIN_ALIASES is not set, but the sessions of this database were computed with O'NEIL"=COMPANY; stop the servers and run the command rebuild with the new value, or restore DOMAIN_ALIASES="O'NEIL"=COMPANY".`,
    ]);
    const { rows } = await server!.writePool.query(
      `select account_domain(d) as domain from unnest(array['COMPANY', 'LAB', null]) as d`,
    );
    expect(rows).toEqual([{ domain: 'O\'NEIL"' }, { domain: 'LAB' }, { domain: null }]);
  });
});

test.each([
  ['SILENCE', { silenceUs: 12 * HOUR_US }, 'SILENCE=PT12H and no DOMAIN_ALIASES'],
  [
    'DOMAIN_ALIASES',
    { aliases: parseDomainAliases('CORP=company.com') },
    'SILENCE=PT24H and DOMAIN_ALIASES="CORP=COMPANY"',
  ],
])('an interrupted rebuild with another %s prevents starts and erasures', async (_, changed, values) => {
  await withServers(1, async ([server]) => {
    const check = async (settings: object): Promise<readonly string[]> =>
      (await checkDatabase(server!, { ...SHORT, ...settings })).problems;
    const interrupt = async (settings: object): Promise<void> => {
      const cutOff = new AbortController();
      await rebuildSessions({ ...server!, ...settings }, () => cutOff.abort(), cutOff.signal);
    };
    const erase = async () =>
      eraseEvents(server!, { hostname: 'A', account: null, from: null, until: null, source: null });
    expect(await check({})).toEqual([]);
    const input = { time: '2026-11-16T09:00:00Z', user: 'ana', loginSuccessful: true };
    await recordEvents(
      server!,
      ['A', 'B', 'C'].map((hostname) => ({ action: 'LOGIN' as const, input: { ...input, hostname } })),
    );
    await interrupt({});
    expect(await check({})).toEqual([]);
    await interrupt(changed);
    const problem = `A rebuild with ${values} has not ended, so a part of the sessions was computed with these values; stop the servers and run the command rebuild until it ends, with the values that the servers will have.`;
    expect(await check({})).toEqual([problem]);
    expect(await check(changed)).toEqual([problem]);
    await expect(erase()).rejects.toThrow(
      `a rebuild with ${values} has not ended; run the command rebuild until it ends, then try again.`,
    );
    // The hosts that the first one has changed are changed back only by a rebuild that ends.
    await interrupt({});
    expect(await check({})).toEqual([problem]);
    await rebuildSessions(server!, () => undefined);
    expect(await check({})).toEqual([]);
    expect(await erase()).toMatchObject({ hosts: [{ hostname: 'A' }] });
  });
});

test('a rebuild computes the sessions with the new aliases', async () => {
  await withServers(1, async ([server]) => {
    const record = (second: string, user: string) => ({
      action: 'LOGIN' as const,
      input: {
        time: `2026-11-16T09:00:${second}Z`,
        hostname: 'A',
        loginId: '0x1',
        user,
        loginSuccessful: true,
      },
    });
    await recordEvents(server!, [record('00', 'CORP\\ana'), record('30', 'COMPANY\\ana')]);
    const count = async (): Promise<number> =>
      (await server!.writePool.query('select from session')).rowCount ?? 0;
    expect(await count()).toBe(2);
    await rebuildSessions({ ...server!, aliases: parseDomainAliases('CORP=company.com') }, () => undefined);
    expect(await count()).toBe(1);
    await rebuildSessions(server!, () => undefined);
    expect(await count()).toBe(2);
  });
});

test('the first start with DOMAIN_ALIASES fixes them while nothing is stored', async () => {
  const aliases = parseDomainAliases('CORP=company.com');
  for (const isEmpty of [true, false]) {
    await withServers(1, async ([server]) => {
      if (!isEmpty) {
        const input = { time: '2026-11-16T09:00:00Z', hostname: 'A', user: 'ana', loginSuccessful: true };
        await recordEvents(server!, [{ action: 'LOGIN', input }]);
      }
      const { rows } = await server!.writePool.query<{ name: string }>('select current_database() as name');
      await migrate(urlOf(rows[0]!.name), aliases);
      expect((await checkDatabase(server!, { ...SHORT, aliases })).problems).toHaveLength(isEmpty ? 0 : 1);
    });
  }
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
