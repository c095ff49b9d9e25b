import { describe, expect, test } from '@jest/globals';

import type { Database } from '../../src/db/client.ts';
import { awaitWaiting } from '../support/lockedEvents.ts';
import { storeEvents } from '../support/storeEvents.ts';
import { maintainPartitions } from '../../src/db/maintainPartitions.ts';
import { aStoredLock } from '../support/newEvents.ts';
import { withServers } from '../support/withServers.ts';

import { detachHalf } from './detachHalf.ts';
import { countStored, listPartitionNames } from './storedState.ts';

const THIS_YEAR = new Date().getUTCFullYear();
const OLD_YEAR = THIS_YEAR - 5;
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

/** Returns the first instant of a month of this year. */
const startOf = (month: string): string => `${THIS_YEAR}-${month}-01T00:00:00.000000Z`;
const nameOf = (month: string): string => `session_event_y${THIS_YEAR}m${month}`;

/** Makes one event in each of the months. */
const fillMonths = async (server: Database, months: readonly string[]): Promise<void> => {
  await storeEvents(
    server,
    months.map((month) => aStoredLock(startOf(month), 'month/1')),
  );
};

describe('retention', () => {
  test('drops only partitions whose events are all older; without retention, none', async () => {
    await withServers(1, async (servers) => {
      const [server] = servers as [Database];
      await fillMonths(server, ['01', '02', '03']);
      await storeEvents(server, [aStoredLock(`${OLD_YEAR}-06-01T00:00:00Z`, 'old/1')]);
      expect(await maintainPartitions(server, null)).toEqual([]);
      expect(await countStored(server)).toBe(4);
      const lastOfFebruary = `${THIS_YEAR}-02-28T23:59:59.999999Z`;
      expect(await maintainPartitions(server, lastOfFebruary)).toEqual([
        `session_event_y${OLD_YEAR}`,
        nameOf('01'),
      ]);
      expect(await maintainPartitions(server, startOf('03'))).toEqual([nameOf('02')]);
      expect(await countStored(server)).toBe(1);
      expect(await listPartitionNames(server)).toEqual([nameOf('03')]);
      expect((await server.partitions.list()).map(({ name }) => name)).toEqual([nameOf('03')]);
    });
  });

  test('waits for a long read, and blocks no other statement', async () => {
    await withServers(2, async (servers) => {
      const [server, other] = servers as [Database, Database];
      await fillMonths(server, MONTHS);
      const reader = await other.readPool.connect();
      try {
        await reader.query('begin');
        await reader.query('select count(*) from session_event');
        const maintaining = maintainPartitions(server, startOf('12'));
        await awaitWaiting(other, 1);
        const goOn = async (): Promise<number> => {
          await storeEvents(other, [aStoredLock(startOf('12'), 'go/on')]);
          return countStored(other);
        };
        // It would never end if it waited for the maintenance, which waits for the reader.
        expect(await goOn()).toBeGreaterThan(1);
        await reader.query('rollback');
        expect(await maintaining).toEqual(MONTHS.slice(0, 11).map(nameOf));
      } finally {
        reader.release(true);
      }
      expect(await countStored(server)).toBe(2);
    });
  });

  test('completes an interrupted run that left partitions detached or half detached', async () => {
    await withServers(1, async (servers) => {
      const [server] = servers as [Database];
      await fillMonths(server, ['01', '02', '03', '04', '05']);
      await server.writePool.query(`alter table session_event detach partition ${nameOf('02')} concurrently`);
      await detachHalf(server, nameOf('03'));
      expect(await maintainPartitions(server, startOf('04'))).toEqual(['01', '02', '03'].map(nameOf));
      expect(await listPartitionNames(server)).toEqual(['04', '05'].map(nameOf));
    });
  });

  test('is not blocked by a half detached partition that a longer retention keeps', async () => {
    await withServers(1, async (servers) => {
      const [server] = servers as [Database];
      await fillMonths(server, ['01', '02', '03']);
      await detachHalf(server, nameOf('03'));
      expect(await maintainPartitions(server, startOf('03'))).toEqual(['01', '02'].map(nameOf));
      // It is detached until an event needs it.
      expect(await countStored(server)).toBe(0);
      await storeEvents(server, [aStoredLock(startOf('03'), 'month/2')]);
      expect(await countStored(server)).toBe(2);
    });
  });

  test('is applied by only one of several servers that run concurrently', async () => {
    await withServers(4, async (servers) => {
      const [server] = servers as [Database];
      await fillMonths(server, MONTHS);
      const dropped = await Promise.all(servers.map(async (each) => maintainPartitions(each, startOf('12'))));
      expect(dropped.flat().toSorted()).toEqual(MONTHS.slice(0, 11).map(nameOf));
      expect(await countStored(server)).toBe(1);
    });
  });
});

describe('the months of an old year', () => {
  test('become one partition with every row, while reads and writes continue', async () => {
    await withServers(6, async (servers) => {
      const [server] = servers as [Database];
      const filled = 12 * 2000;
      await fillOldYear(server, 2000);
      let isRunning = true;
      const write = async (writer: Database, index: number): Promise<number> => {
        let stored = 0;
        while (isRunning) {
          // Late events of the old year among new ones, in the order of the primary key.
          const times = [...MONTHS.map((month) => `${OLD_YEAR}-${month}-20T00:00:00Z`), startOf('01')];
          const events = times.map((time) => aStoredLock(time, `late/${index}/${stored}`, `HOST${index}`));
          const host = `AHOST${index}`;
          const recent = aStoredLock(startOf('01'), `recent/${index}/${stored}`, host);
          stored += (await storeEvents(writer, [recent, ...events.slice(index)])).size;
        }
        return stored;
      };
      const read = async (reader: Database): Promise<number> => {
        let before = filled;
        let reads = 0;
        for (; isRunning; reads += 1) {
          const count = await countStored(reader);
          expect(count).toBeGreaterThanOrEqual(before);
          before = count;
        }
        return reads;
      };
      const others = [...servers.slice(1, 4).map(write), ...servers.slice(4).map(read)];
      await maintainPartitions(server, null).finally(() => {
        isRunning = false;
      });
      const [a = 0, b = 0, c = 0, ...reads] = await Promise.all(others);
      expect(Math.min(a, b, c)).toBeGreaterThan(0);
      expect(Math.min(...reads)).toBeGreaterThan(0);
      expect(await countStored(server)).toBe(filled + a + b + c);
      expect(await listPartitionNames(server)).toEqual([
        `session_event_y${OLD_YEAR}`,
        `session_event_y${THIS_YEAR}m01`,
      ]);
    });
  });

  test('keep events that arrive after a copy, and merge a year only once', async () => {
    await withServers(2, async (servers) => {
      const [server, stale] = servers as [Database, Database];
      await fillOldYear(server, 3);
      await stale.partitions.list();
      await server.writePool.query('select copy_session_event_year($1)', [OLD_YEAR]);
      const time = `${OLD_YEAR}-05-20T00:00:00Z`;
      await storeEvents(stale, [aStoredLock(time, 'late/1')]);
      await server.writePool.query('select merge_session_event_year($1)', [OLD_YEAR]);
      await server.writePool.query('select merge_session_event_year($1)', [OLD_YEAR]);
      expect(await countStored(server)).toBe(37);
      expect((await storeEvents(stale, [aStoredLock(time, 'late/1')])).size).toBe(0);
      expect((await storeEvents(stale, [aStoredLock(time, 'late/2')])).size).toBe(1);
      expect(await describePartition(server, `session_event_y${OLD_YEAR}`)).toEqual(
        await describePartition(server, await makeOrdinaryYear(server)),
      );
    });
  });

  test('leave no copy of an interrupted run', async () => {
    await withServers(1, async (servers) => {
      const [server] = servers as [Database];
      await fillOldYear(server, 1);
      await server.writePool.query('select copy_session_event_year($1)', [OLD_YEAR]);
      await maintainPartitions(server, `${OLD_YEAR + 1}-01-01T00:00:00.000000Z`);
      const { rows } = await server.writePool.query(
        `select relname from pg_class where relname ~ '^session_event_' and relkind = 'r'`,
      );
      expect(rows).toEqual([]);
    });
  });

  test('stay months in this year and the three years before', async () => {
    await withServers(1, async (servers) => {
      const [server] = servers as [Database];
      const times = [0, 1, 2, 3].map((age) => `${THIS_YEAR - age}-06-15T00:00:00Z`);
      await storeEvents(
        server,
        times.map((time) => aStoredLock(time, 'young/1')),
      );
      await maintainPartitions(server, null);
      expect(await listPartitionNames(server)).toEqual(
        [3, 2, 1, 0].map((age) => `session_event_y${THIS_YEAR - age}m06`),
      );
    });
  });
});

/** Creates the months of a year as if it were recent, with this number of events each. */
const fillOldYear = async ({ writePool }: Database, eventsPerMonth: number): Promise<void> => {
  for (const [index, month] of MONTHS.entries()) {
    const low = new Date(Date.UTC(OLD_YEAR, index)).toISOString();
    const high = new Date(Date.UTC(OLD_YEAR, index + 1)).toISOString();
    const name = `session_event_y${OLD_YEAR}m${month}`;
    await writePool.query('select add_session_event_partition($1, $2, $3)', [name, low, high]);
    await writePool.query(
      `insert into session_event (hostname, time, id, action, source_id)
       select 'FILL', $1::timestamptz + n * interval '1 minute', gen_random_uuid(), 'LOCK', 'fill/' || n
       from generate_series(1, $2::integer) n`,
      [low, eventsPerMonth],
    );
  }
};

const makeOrdinaryYear = async (server: Database): Promise<string> => {
  await server.partitions.ensure([`${OLD_YEAR - 1}-01-01T00:00:00Z`]);
  return `session_event_y${OLD_YEAR - 1}`;
};

/** Reads the indexes and constraints of a partition, and whether each index is attached to one of the parent. */
const describePartition = async ({ writePool }: Database, name: string): Promise<unknown> => {
  const indexes = await writePool.query<{ definition: string }>(
    `select regexp_replace(pg_get_indexdef(indexrelid), '^.* USING', '') as definition, indisprimary,
       (select inhparent::regclass::text from pg_inherits where inhrelid = indexrelid) as parent
     from pg_index where indrelid = $1::regclass order by definition`,
    [name],
  );
  const constraints = await writePool.query(
    `select contype, pg_get_constraintdef(oid) as definition, convalidated, conislocal
     from pg_constraint where conrelid = $1::regclass order by definition`,
    [name],
  );
  return { indexes: indexes.rows, constraints: constraints.rows };
};
