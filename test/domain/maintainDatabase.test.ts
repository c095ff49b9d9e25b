import { expect, test } from '@jest/globals';

import type { Database } from '../../src/db/client.ts';
import { storeItems } from '../../src/db/storeItems.ts';
import { maintainDatabase } from '../../src/domain/maintainDatabase.ts';
import { withMaintenanceLock } from '../../src/db/withMaintenanceLock.ts';
import { CONTEXT_KINDS, parseContextEventInput } from '../../src/model/contextEvent.ts';
import type { NewContextEvent } from '../../src/model/contextEvent.ts';
import { parseEventInput } from '../../src/model/eventInput.ts';
import type { InputRules } from '../../src/model/readField.ts';
import { aStoredLock } from '../support/newEvents.ts';
import { withServers } from '../support/withServers.ts';

/** The clock decides which months have partitions of their own. */
const RULES: InputRules = {
  timeBounds: { earliest: '2000-01-01T00:00:00.000000Z', latest: '9999-12-31T23:59:59.999999Z' },
  hostnames: 'SHORT',
};
const YEAR = new Date().getUTCFullYear() - 1;
const inMonth = (month: string, day = '10'): string => `${YEAR}-${month}-${day}T09:00:00.000000Z`;

/** A context event of each kind at each of these times. */
const contextAt = (times: readonly string[]): readonly NewContextEvent[] =>
  times.flatMap((time) =>
    CONTEXT_KINDS.flatMap((kind) => {
      const parsed = parseContextEventInput(
        kind,
        { time, hostname: 'HOST1', loginId: '0x1', user: 'ana' },
        RULES,
      );
      return parsed.kind === 'EVENT' ? [parsed.event] : [];
    }),
  );

const store = async (server: Database, locks: readonly string[], contextTimes: readonly string[]) =>
  storeItems(server, {
    events: locks.map((time) => aStoredLock(time, 'lock/1')),
    contextEvents: contextAt(contextTimes),
  });

/** The times of the stored context events, by kind. */
const timesOf = async ({ writePool }: Database, kind: string): Promise<readonly string[]> => {
  const { rows } = await writePool.query<{ time: string }>(
    `select to_char(time, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time from context_event where kind = $1 order by 1`,
    [kind],
  );
  return rows.map(({ time }) => time);
};

const TIMES = [inMonth('01'), inMonth('03', '02'), inMonth('03', '28'), inMonth('05')];

test('retention deletes disconnects with the events among which they happened; starts, stops and proof stay', async () => {
  await withServers(1, async (servers) => {
    const [server] = servers as [Database];
    await store(server, [inMonth('01'), inMonth('03'), inMonth('05')], TIMES);
    expect(await maintainDatabase(server, { events: null, audit: null })).toMatchObject({ disconnects: 0 });
    expect(await timesOf(server, 'DISCONNECT')).toEqual(TIMES);
    // The events of March stay until its last day has expired.
    const during = await maintainDatabase(server, { events: inMonth('03', '15'), audit: null });
    expect(during).toEqual({
      partitions: [`session_event_y${YEAR}m01`],
      disconnects: 1,
      auditEntries: 0,
    });
    expect(await timesOf(server, 'DISCONNECT')).toEqual(TIMES.slice(1));
    expect(await maintainDatabase(server, { events: inMonth('04'), audit: null })).toMatchObject({
      disconnects: 2,
    });
    expect(await timesOf(server, 'DISCONNECT')).toEqual(TIMES.slice(3));
    for (const kind of ['HOST_START', 'HOST_STOP', 'HOST_SEEN'])
      expect(await timesOf(server, kind)).toEqual(TIMES);
  });
});

test('retention deletes twins with their events', async () => {
  await withServers(1, async (servers) => {
    const [server] = servers as [Database];
    const twins = TIMES.map((time, index) => {
      const parsed = parseEventInput(
        'LOGIN',
        { time, hostname: 'HOST1', loginId: index + 1, linkedLoginId: '0xff', loginSuccessful: true },
        RULES,
      );
      if (parsed.kind === 'ERRORS') throw new Error('The event is invalid.');
      return parsed.event;
    });
    await storeItems(server, { events: twins, contextEvents: [] });
    const storedTwins = async (): Promise<unknown> =>
      (await server.writePool.query('select login_id from twin order by time')).rows.map(
        ({ login_id: loginId }) => loginId,
      );
    expect(await storedTwins()).toEqual(['0x1', '0x2', '0x3', '0x4']);
    await maintainDatabase(server, { events: inMonth('03', '15'), audit: null });
    expect(await storedTwins()).toEqual(['0x2', '0x3', '0x4']);
    await maintainDatabase(server, { events: inMonth('04'), audit: null });
    expect(await storedTwins()).toEqual(['0x4']);
  });
});

test('disconnects expire on a database without events, too', async () => {
  await withServers(1, async (servers) => {
    const [server] = servers as [Database];
    await store(server, [], TIMES);
    expect(await maintainDatabase(server, { events: inMonth('04'), audit: null })).toMatchObject({
      disconnects: 3,
    });
    expect(await timesOf(server, 'DISCONNECT')).toEqual(TIMES.slice(3));
  });
});

test('more disconnects expire than a batch has, also if many happened at the same time', async () => {
  await withServers(1, async (servers) => {
    const [server] = servers as [Database];
    const insert = async (count: number, time: string): Promise<unknown> =>
      server.writePool.query(
        `insert into context_event (hostname, time, id, kind) select 'HOST1', $2, gen_random_uuid(), 'DISCONNECT' from generate_series(1, $1::int)`,
        [count, time],
      );
    await insert(7000, inMonth('01'));
    await insert(4500, inMonth('02'));
    await insert(3, inMonth('05'));
    expect(await maintainDatabase(server, { events: inMonth('04'), audit: null })).toMatchObject({
      disconnects: 11_500,
    });
    expect(await timesOf(server, 'DISCONNECT')).toHaveLength(3);
  });
});

test('disconnects are not deleted while another process erases or rebuilds', async () => {
  await withServers(1, async (servers) => {
    const [server] = servers as [Database];
    await store(server, [], TIMES);
    await withMaintenanceLock(server, async () => {
      expect(await maintainDatabase(server, { events: inMonth('04'), audit: null })).toMatchObject({
        disconnects: 0,
      });
    });
    expect(await timesOf(server, 'DISCONNECT')).toEqual(TIMES);
  });
});
