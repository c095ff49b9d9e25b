import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST, useApi } from '../support/api.ts';
import { beginningsOf, coveringEdges, readClock } from '../support/bucketOracle.ts';
import { useDatabase } from '../support/database.ts';
import { askForStats, COUNTED_FIELDS, EVENT_MEASURING } from '../support/eventMeasuring.ts';
import { aLock, aLogin } from '../support/events.ts';
import { matches } from '../support/filterOracle.ts';
import type { StoredEvent } from '../support/filterOracle.ts';
import { statsOf } from '../support/statsOracle.ts';
import { samples } from '../support/samples.ts';
import { inOrder } from '../support/inOrder.ts';

// Each run sends several queries to the database, which takes long on a busy machine.

const api = useApi(useDatabase());

/** Clock changes in New York, Berlin and on Lord Howe Island. */
const CHANGES = ['2026-03-08T07:00:00Z', '2026-03-29T01:00:00Z', '2026-04-04T15:00:00Z'].concat([
  '2026-10-03T15:30:00Z',
  '2026-10-25T01:00:00Z',
  '2026-11-01T06:00:00Z',
]);
const ZONES = ['UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const EVERY = ['PT15M', 'PT1H', 'PT6H', 'P1D', 'P1W', 'P1M'];
const MINUTE_MS = 60_000;

/** The time a number of minutes after the n-th change, exactly or a microsecond before. */
const around = (change: number, minutes: number, isBefore: boolean): string => {
  const time = new Date(
    Date.parse(CHANGES[change] ?? '') + minutes * MINUTE_MS - (isBefore ? 1 : 0),
  ).toISOString();
  return isBefore ? time.replace('Z', '999Z') : time.replace('Z', '000Z');
};

/** Fifty events around each change, every half hour, with equal times, of a few users, hosts and sources, some unknown. */
const events = CHANGES.flatMap((_, change) =>
  Array.from({ length: 50 }, (__, n) => {
    const fields = {
      time: around(change, Math.floor(n / 2) * 30 - 6 * 60, n % 4 === 3),
      hostname: `HOST${n % 3}`,
      user: [null, 'CORP\\ana', 'ben'][(n + change) % 3],
      sourceId: `w/${change}/${n}`,
    };
    if (n % 5 === 0) return aLock(fields);
    return aLogin({
      ...fields,
      srcIp: ['10.0.0.5', 'fe80::1', null][n % 7] ?? null,
      loginSuccessful: n % 3 > 0,
    });
  }),
);

let all: StoredEvent[] = [];
/** The clock changes of the zones in that year. */
const readings = new Map(
  ZONES.map((zone) => [zone, readClock(zone, '2026-01-01T00:00:00Z', '2027-02-01T00:00:00Z')]),
);

beforeAll(async () => {
  const { data } = await api().query(INGEST, { events });
  expect(data.ingestSessionEvents.accepted).toBe(events.length);
  const answer = await api().query(`{ sessionEvents(first: 1000) { nodes { ${COUNTED_FIELDS} } } }`);
  all = answer.data.sessionEvents.nodes;
});

const edgesOf = (zone: string, every: string, [from, until]: readonly [string, string]): string[] =>
  coveringEdges(beginningsOf(readings.get(zone)!, every), Date.parse(from), Date.parse(until));

/** A missing bound is replaced by the time of the first or last event; the last one is included. */
const rangeOf = (
  matching: readonly StoredEvent[],
  time: { from?: string; until?: string },
): readonly [string, string] | null => {
  const times = matching.map((event) => event['time']).toSorted();
  const from = time.from ?? times[0];
  const last = times.at(-1);
  const until = time.until ?? (last && new Date(Date.parse(last) + 1).toISOString());
  return from === undefined || until === undefined ? null : [from, until];
};

const someTime = fc
  .tuple(fc.nat(CHANGES.length - 1), fc.integer({ min: -400, max: 400 }), fc.boolean())
  .map(([change, minutes, isBefore]) => around(change, minutes, isBefore));
const someMeasures = fc.subarray(Object.keys(EVENT_MEASURING.measures));

describe('eventStats by time', () => {
  test('each group has every bucket of its zone, with the correct counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          zone: fc.constantFrom(...ZONES),
          every: fc.constantFrom(...EVERY),
          time: fc.record({ from: someTime, until: someTime }, { requiredKeys: [] }).map(inOrder),
          user: fc.constantFrom(undefined, { isNull: true }, { eq: 'ana' }, { eq: 'nobody' }),
          groupBy: fc.shuffledSubarray(['HOST', 'USER', 'SRC_IP', 'OUTCOME'], { maxLength: 2 }),
          having: fc.constantFrom(undefined, { count: { gte: 5 } }, { distinctUsers: { lte: 1 } }),
          field: fc.constantFrom('COUNT', 'KEY', 'DISTINCT_SOURCES', 'LAST_AT'),
          first: fc.constantFrom(1, 3, 12),
          ofGroups: someMeasures,
          ofBuckets: someMeasures,
        }),
        async ({ zone, every, time, user, groupBy, having, field, first, ofGroups, ofBuckets }) => {
          const filter = { time, ...(user && { user }) };
          const matching = all.filter((event) => matches(event, filter));
          const range = rangeOf(matching, time);
          const edges = range === null ? [] : edgesOf(zone, every, range);
          fc.pre(edges.length * first <= 8000);
          const question = { groupBy, having, order: { field, direction: 'DESCENDING' }, first };
          const { stats } = await askForStats(
            api(),
            { filter, bucket: { every, timeZone: zone }, ...question },
            { ofGroups, ofBuckets },
          );
          const pick = (measured: any, names: readonly string[]) =>
            Object.fromEntries(names.map((name) => [name, measured[name]]));
          const expected = statsOf(matching, { ...question, edges }, EVENT_MEASURING);
          expect(stats).toEqual({
            ...expected,
            groups: expected.groups.map(({ key, buckets, ...measured }: any) => ({
              key,
              ...pick(measured, ofGroups),
              buckets: buckets.map((bucket: any) => pick(bucket, ['from', 'until', ...ofBuckets])),
            })),
          });
        },
      ),
      samples(75),
    );
  });
});
