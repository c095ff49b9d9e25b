import { describe, expect, test } from '@jest/globals';

import type { Database } from '../../src/db/client.ts';
import { storeEvents } from '../support/storeEvents.ts';
import { aStoredLock } from '../support/newEvents.ts';
import { withServers } from '../support/withServers.ts';

import { detachHalf } from './detachHalf.ts';
import { countStored, listPartitionNames } from './storedState.ts';

const THIS_YEAR = new Date().getUTCFullYear();
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

describe('ensure', () => {
  test('creates months for this year and the three before, and years for older events', async () => {
    await withServers(1, async (servers) => {
      const [server] = servers as [Database];
      const years = [THIS_YEAR - 5, THIS_YEAR - 4, THIS_YEAR - 3, THIS_YEAR];
      const times = years.flatMap((year) => [
        `${year}-02-28T23:59:59.999999Z`,
        `${year}-12-31T23:59:59.999999Z`,
      ]);
      await server.partitions.ensure(times);
      await server.partitions.ensure(times);
      expect(await server.partitions.list()).toEqual([
        ...[THIS_YEAR - 5, THIS_YEAR - 4].map((year) => ({
          name: `session_event_y${year}`,
          from: `${year}-01-01T00:00:00.000000Z`,
          until: `${year + 1}-01-01T00:00:00.000000Z`,
          state: 'ATTACHED',
        })),
        ...[THIS_YEAR - 3, THIS_YEAR].flatMap((year) => [
          {
            name: `session_event_y${year}m02`,
            from: `${year}-02-01T00:00:00.000000Z`,
            until: `${year}-03-01T00:00:00.000000Z`,
            state: 'ATTACHED',
          },
          {
            name: `session_event_y${year}m12`,
            from: `${year}-12-01T00:00:00.000000Z`,
            until: `${year + 1}-01-01T00:00:00.000000Z`,
            state: 'ATTACHED',
          },
        ]),
      ]);
    });
  });

  test('each partition accepts the first and the last microsecond of its range', async () => {
    await withServers(1, async (servers) => {
      const [server] = servers as [Database];
      const times = [THIS_YEAR, THIS_YEAR - 9].flatMap((year) => [
        `${year}-01-01T00:00:00.000000Z`,
        `${year}-01-31T23:59:59.999999Z`,
        `${year}-12-31T23:59:59.999999Z`,
      ]);
      await storeEvents(
        server,
        times.map((time) => aStoredLock(time, 'edge/1')),
      );
      const { rows } = await server.writePool.query<{ partition: string; count: number }>(
        `select tableoid::regclass::text as partition, count(*)::integer as count from session_event group by 1 order by 1`,
      );
      expect(rows).toEqual([
        { partition: `session_event_y${THIS_YEAR - 9}`, count: 3 },
        { partition: `session_event_y${THIS_YEAR}m01`, count: 2 },
        { partition: `session_event_y${THIS_YEAR}m12`, count: 1 },
      ]);
    });
  });

  test('neither waits for reads and writes nor blocks them', async () => {
    await withServers(1, async (servers) => {
      const [server] = servers as [Database];
      await storeEvents(server, [aStoredLock(`${THIS_YEAR}-01-01T00:00:00Z`, 'a/1')]);
      const client = await server.writePool.connect();
      try {
        // An open transaction with the locks of a reader and a writer.
        await client.query('begin');
        await client.query('select count(*) from session_event');
        await client.query('update session_event set source_id = source_id');
        // It would never end if it waited for the transaction.
        await server.partitions.ensure([`${THIS_YEAR}-02-01T00:00:00Z`]);
        expect((await server.partitions.list()).map(({ name }) => name)).toContain(
          `session_event_y${THIS_YEAR}m02`,
        );
        await client.query('select count(*) from session_event');
        await client.query('rollback');
      } finally {
        client.release(true);
      }
    });
  });

  test('eight servers create each partition once without an error, while events arrive', async () => {
    await withServers(8, async (servers) => {
      const [first] = servers as [Database];
      let isMaking = true;
      const steady = async (server: Database, index: number): Promise<number> => {
        let count = 0;
        while (isMaking) {
          const time = `${THIS_YEAR}-01-01T00:00:00Z`;
          const inserted = await storeEvents(server, [aStoredLock(time, `steady/${index}/${count}`)]);
          count += inserted.size;
        }
        return count;
      };
      const steadies = servers.slice(0, 4).map(steady);
      // Each month of three recent and four old years is created by four servers concurrently, in different orders.
      const make = async (server: Database, index: number): Promise<void> => {
        for (let step = 0; step < 12; step += 1) {
          const month = MONTHS[(step * (1 + (index % 4) * 2) + index) % 12];
          const years = [0, 1, 2, 4, 5, 6, 7].map((age) => THIS_YEAR - age);
          const mine = years.filter((_, place) => place % 2 === index % 2);
          const times = mine.map((year) => `${year}-${month}-15T00:00:00Z`);
          await storeEvents(
            server,
            times.map((time) => aStoredLock(time, `make/${index}/${step}`)),
          );
        }
      };
      await Promise.all(servers.map(make));
      isMaking = false;
      const steadyCounts = await Promise.all(steadies);
      const expected = [
        ...[4, 5, 6, 7].map((age) => `session_event_y${THIS_YEAR - age}`),
        ...[0, 1, 2].flatMap((age) => MONTHS.map((month) => `session_event_y${THIS_YEAR - age}m${month}`)),
      ];
      expect(await listPartitionNames(first)).toEqual(expected.toSorted());
      const made = 4 * 12 * 4 + 4 * 12 * 3;
      expect(await countStored(first)).toBe(made + steadyCounts.reduce((sum, count) => sum + count));
    });
  });
});

describe('the number of partitions is bounded', () => {
  test('a batch over every month since 1970 is stored completely, in few partitions', async () => {
    await withServers(1, async (servers) => {
      const [server] = servers as [Database];
      const years = Array.from({ length: THIS_YEAR - 1969 }, (_, age) => 1970 + age);
      const events = years.flatMap((year) =>
        MONTHS.map((month) => aStoredLock(`${year}-${month}-15T12:00:00Z`, `month/${year}${month}`)),
      );
      expect(events.length).toBeGreaterThanOrEqual(684);
      expect((await storeEvents(server, events)).size).toBe(events.length);
      expect((await storeEvents(server, events)).size).toBe(0);
      expect(await countStored(server)).toBe(events.length);
      const names = await listPartitionNames(server);
      expect(names).toHaveLength(4 * 12 + (years.length - 4));
      expect(names.length).toBeLessThan(110);
    });
  });
});

describe('a server whose list of partitions is stale', () => {
  const time = `${THIS_YEAR}-03-01T00:00:00Z`;

  test('stores events into a partition that another server dropped', async () => {
    await withServers(2, async (servers) => {
      const [stale, other] = servers as [Database, Database];
      await storeEvents(stale, [aStoredLock(time, 'a/1')]);
      await stale.partitions.list();
      await other.writePool.query(`drop table session_event_y${THIS_YEAR}m03`);
      expect((await storeEvents(stale, [aStoredLock(time, 'a/2')])).size).toBe(1);
      expect(await countStored(other)).toBe(1);
    });
  });

  test('stores events into one that is detached or half detached, and its events are available again', async () => {
    await withServers(2, async (servers) => {
      const [stale, other] = servers as [Database, Database];
      await storeEvents(stale, [aStoredLock(time, 'a/1')]);
      await stale.partitions.list();
      const name = `session_event_y${THIS_YEAR}m03`;
      await other.writePool.query(`alter table session_event detach partition ${name} concurrently`);
      expect((await storeEvents(stale, [aStoredLock(time, 'a/2')])).size).toBe(1);
      expect(await countStored(other)).toBe(2);
      await stale.partitions.list();
      await detachHalf(other, name);
      expect((await storeEvents(stale, [aStoredLock(time, 'a/3')])).size).toBe(1);
      expect(await countStored(other)).toBe(3);
    });
  });
});
