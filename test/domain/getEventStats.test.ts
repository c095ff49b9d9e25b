import { beforeAll, describe, expect, test } from '@jest/globals';

import { getEventStats } from '../../src/domain/getEventStats.ts';
import type { EventStatsRequest } from '../../src/domain/getEventStats.ts';
import { makeContext } from '../../src/graphql/context.ts';
import { ANYONE } from '../../src/model/access/caller.ts';
import { listenToStatements } from '../support/listenToStatements.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { aStoredLock } from '../support/newEvents.ts';
import { storeEvents } from '../support/storeEvents.ts';

const database = useDatabase();
const NOW = '2026-11-16T12:30:00.000000Z';

const statements: string[] = [];

beforeAll(async () => {
  await storeEvents(database(), [
    aStoredLock('2026-11-16T08:00:00Z', 'a/1', 'A'),
    aStoredLock('2026-11-16T08:59:59.999999Z', 'a/2', 'A'),
    aStoredLock('2026-11-16T10:00:00Z', 'a/3', 'A'),
    aStoredLock('2026-11-16T13:00:00Z', 'b/1', 'B'),
  ]);
  listenToStatements(database().readPool, (text) => {
    if (text.includes('grouped')) statements.push(text);
  });
});

const ask = async (
  request: Partial<EventStatsRequest>,
  ofGroups: readonly string[] = ['count', 'buckets'],
): Promise<any> => {
  const context = {
    ...makeContext({ database: database(), makeRules: () => RULES }, { caller: ANYONE }),
    now: NOW,
  };
  const given = { groupBy: [], order: { field: 'COUNT' }, first: 50, ...request } as const;
  return getEventStats(context, given, {
    ofAll: [],
    ofGroups,
    ofBuckets: ofGroups.includes('buckets') ? ['count'] : null,
  });
};

const hourly = { every: 'PT1H', timeZone: 'UTC' };

/** Hours and counts: `8:2` is two events from eight to nine. */
const hoursOf = ({ groups }: any): string[] =>
  groups[0].buckets.map(({ from, count }: any) => `${Number(from.slice(11, 13))}:${count}`);

describe('the range of buckets', () => {
  test('is that of the filter', async () => {
    const time = { from: '2026-11-16T07:30:00Z', until: '2026-11-16T11:00:00Z' };
    expect(hoursOf(await ask({ bucket: hourly, filter: { time } }))).toEqual(['7:0', '8:2', '9:0', '10:1']);
    const none = await ask({ bucket: hourly, filter: { time, hostname: { eq: 'NOBODY' } } });
    expect(hoursOf(none)).toEqual(['7:0', '8:0', '9:0', '10:0']);
  });

  test('is that of nested filters', async () => {
    const and = [
      { time: { from: '2026-11-16T07:00:00Z' } },
      { and: [{ time: { until: '2026-11-16T09:00:00Z' } }] },
    ];
    expect(hoursOf(await ask({ bucket: hourly, filter: { and } }))).toEqual(['7:0', '8:2']);
  });

  test('ignores filters within or and not', async () => {
    const time = { from: '2026-11-16T00:00:00Z', until: '2026-11-17T00:00:00Z' };
    const or = [{ time }, { hostname: { eq: 'A' } }];
    expect(hoursOf(await ask({ bucket: hourly, filter: { or } }))).toEqual([
      '8:2',
      '9:0',
      '10:1',
      '11:0',
      '12:0',
      '13:1',
    ]);
    const not = { time: { from: '2026-11-16T09:00:00Z' } };
    expect(hoursOf(await ask({ bucket: hourly, filter: { not } }))).toEqual(['8:2']);
  });

  test('extends to the first or last event where the filter has no bound', async () => {
    expect(hoursOf(await ask({ bucket: hourly }))).toEqual(['8:2', '9:0', '10:1', '11:0', '12:0', '13:1']);
    const until = { time: { until: '2026-11-16T11:30:00Z' } };
    expect(hoursOf(await ask({ bucket: hourly, filter: until }))).toEqual(['8:2', '9:0', '10:1', '11:0']);
    const from = { time: { from: '2026-11-16T09:59:59Z' }, hostname: { eq: 'A' } };
    expect(hoursOf(await ask({ bucket: hourly, filter: from }))).toEqual(['9:0', '10:1']);
  });

  test('extends to now if the filter counts back from now, so that a period without events is visible', async () => {
    const filter = { time: { last: 'PT5H' }, hostname: { eq: 'A' } };
    expect(hoursOf(await ask({ bucket: hourly, filter }))).toEqual([
      '7:0',
      '8:2',
      '9:0',
      '10:1',
      '11:0',
      '12:0',
    ]);
    const silent = { time: { last: 'PT2H' }, hostname: { eq: 'A' } };
    expect(hoursOf(await ask({ bucket: hourly, filter: silent }))).toEqual(['10:0', '11:0', '12:0']);
  });

  test('extends to an event in the future, from a host whose clock is ahead', async () => {
    const filter = { time: { last: 'PT1H' }, hostname: { eq: 'B' } };
    expect(hoursOf(await ask({ bucket: hourly, filter }))).toEqual(['11:0', '12:0', '13:1']);
  });

  test('is empty if no event matches an unbounded filter, or if conditions exclude all times', async () => {
    const { count, groups } = await ask({ bucket: hourly, filter: { hostname: { eq: 'NOBODY' } } });
    expect([count, groups]).toEqual([0, [{ count: 0, key: {}, buckets: [] }]]);
    const backwards = {
      and: [{ time: { from: '2026-11-16T11:00:00Z' } }, { time: { until: '2026-11-16T07:00:00Z' } }],
    };
    expect((await ask({ bucket: hourly, filter: backwards })).groups[0].buckets).toEqual([]);
  });
});

describe('without matching events', () => {
  test('there is one group if no dimension is given, and none otherwise', async () => {
    const filter = { hostname: { eq: 'NOBODY' } };
    expect(await ask({ filter }, ['count', 'firstAt'])).toMatchObject({
      totalGroups: 1,
      groups: [{ count: 0, firstAt: null, buckets: null }],
    });
    const time = { from: '2026-11-16T00:00:00Z', until: '2026-11-17T00:00:00Z' };
    const having = { count: { lte: 0 } };
    const hours = await ask({ filter: { ...filter, time }, bucket: hourly, having });
    expect([hours.groups.length, hours.matchingGroups]).toEqual([1, 1]);
    expect(await ask({ filter, groupBy: ['HOST'] }, ['count'])).toMatchObject({ totalGroups: 0, groups: [] });
  });
});

describe('the statement', () => {
  const costly = /distinct|min\(|max\(|filter \(where login_successful\)/;

  test('computes only the requested measures', async () => {
    statements.length = 0;
    await ask({ bucket: hourly, groupBy: ['HOST'] });
    expect(statements).toHaveLength(1);
    expect(statements[0]).not.toMatch(costly);
    await ask({}, ['distinctUsers']);
    expect(statements[1]).toMatch(/count\(distinct .*user_name/);
    expect(statements[1]).not.toMatch(/distinct hostname|distinct src_ip|min\(/);
  });

  test('computes the measures of having and order', async () => {
    statements.length = 0;
    const { groups } = await ask(
      {
        groupBy: ['HOST'],
        having: { distinctUsers: { gte: 1 } },
        order: { field: 'LAST_AT', direction: 'ASCENDING' },
      },
      ['key'],
    );
    expect(groups.map(({ key }: any) => key.hostname)).toEqual(['A', 'B']);
    expect(statements[0]).toMatch(/distinct .*user_name/);
    expect(statements[0]).toMatch(/max\(time\)/);
  });
});
