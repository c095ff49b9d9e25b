import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST, INGEST_CONTEXT, useApi } from '../support/api.ts';
import { beginningsOf, coveringEdges, readClock } from '../support/bucketOracle.ts';
import { ask } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';
import { DURATION_MEASURES } from '../support/durationOracle.ts';
import { aLock, aLogin, aLogout, anUnlock, aReconnect } from '../support/events.ts';
import { countDistinct, networkOf, statsOf } from '../support/statsOracle.ts';
import type { Counted, Measuring } from '../support/statsOracle.ts';
import { samples } from '../support/samples.ts';
import { inOrder } from '../support/inOrder.ts';

// Each run sends several queries to the database, which takes long on a busy machine.

const api = useApi(useDatabase());

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;
const at = (minute: number): string => new Date(Date.UTC(2026, 9, 24, 12) + minute * 60_000).toISOString();

/** Sessions around the end of summer time in Berlin: a dozen login ids, some with two or three sources, some open. */
const events = Array.from({ length: 360 }, (_, n) => {
  const pair = (n * 7) % 12;
  const life = Math.floor(n / 60);
  const fields = {
    time: at(Math.floor(n / 2) * 11 + (n % 5 === 0 ? 0.000_5 : 0)),
    hostname: pick(['A', 'B', 'WEB_1'], pair),
    loginId: `0x${pair + 1}`,
    user: pick([null, 'CORP\\ana', 'ana', 'LAB\\ben'], pair + life),
    uid: pick([null, '1000', 'S-1-5-21-1'], pair),
    sourceId: `w/${n}`,
  };
  const remote = {
    ...fields,
    loginType: pick(['RDP', 'REMOTE', null], pair + life),
    srcIp: pick(['10.0.0.5', null, '10.0.0.6', 'fe80::2', '10.0.1.5', null, 'fe80::3'], n),
  };
  const kind = (n * 5) % 11;
  if (kind < 4) return aLogin(remote);
  if (kind < 6) return aLogout(remote);
  if (kind < 8) return aReconnect(remote);
  return kind < 10 ? aLock(fields) : anUnlock(fields);
});

const contextEvents = [
  { hostStart: { hostname: 'A', time: at(700) } },
  { hostStop: { hostname: 'B', time: at(900) } },
];

const FIELDS = `id hostname userName userDomain uid loginType srcIps startedAt endedAt endedAfter startReason endReason lockCount unlockCount`;

const list = async (filter: object): Promise<any[]> => {
  const query = `query ($filter: SessionFilter) { sessions(first: 1000, filter: $filter) {
    totalCount(mode: EXACT) { value } nodes { ${FIELDS} } } }`;
  const { sessions } = await ask(api(), query, { filter });
  expect(sessions.nodes).toHaveLength(sessions.totalCount.value);
  return sessions.nodes;
};

beforeAll(async () => {
  const { ingestSessionEvents } = await ask(api(), INGEST, { events });
  expect(ingestSessionEvents.accepted).toBe(events.length);
  await ask(api(), INGEST_CONTEXT, { events: contextEvents });
  const stored = await list({});
  // The data of the queries is stored.
  expect(stored.length).toBeGreaterThan(100);
  expect(stored.filter(({ srcIps }) => srcIps.length > 1).length).toBeGreaterThan(10);
  const networks = stored.map(({ srcIps }) => srcIps.map(networkOf));
  expect(networks.filter((own) => new Set(own).size < own.length).length).toBeGreaterThan(5);
  expect(stored.filter(({ endedAt }) => endedAt === null).length).toBeGreaterThan(5);
  const reasonsOf = (isExact: boolean): string[] => {
    const ended = stored.filter(({ endedAt }) => endedAt !== null);
    const own = ended.filter(({ endedAt, endedAfter }) => (endedAt === endedAfter) === isExact);
    return [...new Set(own.map(({ endReason }) => endReason))].toSorted();
  };
  expect(reasonsOf(true)).toEqual(['HOST_STOP', 'LOGOUT']);
  expect(reasonsOf(false)).toEqual(['HOST_RESTART', 'SUPERSEDED']);
});

const accountOf = ({ userName, userDomain }: Counted) =>
  userName === null ? null : { userName, userDomain };

const MEASURING: Measuring = {
  timeOf: ({ startedAt }) => startedAt,
  places: (session) =>
    session['srcIps'].length === 0
      ? [{ ...session, srcIp: null }]
      : session['srcIps'].map((srcIp: string) => ({ ...session, srcIp })),
  keys: {
    HOST: ({ hostname }) => hostname,
    USER: accountOf,
    UID: ({ uid }) => uid,
    LOGIN_TYPE: ({ loginType }) => loginType,
    SRC_IP: ({ srcIp }) => srcIp,
    SRC_NETWORK: ({ srcIp }) => srcIp && networkOf(srcIp),
    START_REASON: ({ startReason }) => startReason,
    END_REASON: ({ endReason }) => endReason,
    OPEN: ({ endedAt }) => endedAt === null,
  },
  measures: {
    count: (own) => own.length,
    open: (own) => own.filter(({ endedAt }) => endedAt === null).length,
    everLocked: (own) => own.filter(({ lockCount, unlockCount }) => lockCount + unlockCount > 0).length,
    distinctUsers: (own) => countDistinct(own.map(accountOf)),
    distinctHosts: (own) => countDistinct(own.map(({ hostname }) => hostname)),
    distinctSources: (own) => countDistinct(own.flatMap(({ srcIps }) => srcIps)),
    firstStartedAt: (own) => own.map(({ startedAt }) => startedAt).toSorted()[0] ?? null,
    lastStartedAt: (own) =>
      own
        .map(({ startedAt }) => startedAt)
        .toSorted()
        .at(-1) ?? null,
    ...DURATION_MEASURES,
  },
};

const FIELD_OF: Readonly<Record<string, string>> = {
  HOST: 'hostname',
  USER: 'account',
  UID: 'uid',
  LOGIN_TYPE: 'loginType',
  SRC_IP: 'srcIp',
  SRC_NETWORK: 'srcNetwork',
  START_REASON: 'startReason',
  END_REASON: 'endReason',
  OPEN: 'open',
};

const MEASURES =
  'count open everLocked distinctUsers distinctHosts distinctSources firstStartedAt lastStartedAt boundedCount'.split(
    ' ',
  );
const ORDERS = Object.keys(MEASURING.measures).map((name) => name.replace(/[A-Z]/g, '_$&').toUpperCase());

/** Flat, like those of the oracle. */
const flatten = ({ durationSeconds, ...measured }: any): object => ({
  ...measured,
  ...(durationSeconds !== undefined && {
    durationP50: durationSeconds?.p50 ?? null,
    durationP90: durationSeconds?.p90 ?? null,
    durationP99: durationSeconds?.p99 ?? null,
    durationMax: durationSeconds?.max ?? null,
  }),
});

type Selected = { readonly ofGroups: readonly string[]; readonly ofBuckets: readonly string[] };
const DURATIONS = 'durationSeconds { p50 p90 p99 max }';

const askForStats = async (variables: object, { ofGroups, ofBuckets }: Selected): Promise<any> => {
  const { sessionStats } = await ask(
    api(),
    `query ($filter: SessionFilter, $groupBy: [SessionDimension!]!, $bucket: TimeBucketInput, $having: SessionStatsHaving,
        $order: SessionStatsOrder!, $first: Int!) {
      sessionStats(filter: $filter, groupBy: $groupBy, bucket: $bucket, having: $having, order: $order, first: $first) {
        groupBy count otherCount totalCount(mode: EXACT) { value } totalCountWithoutHaving(mode: EXACT) { value }
        groups {
          key { hostname host { hostname } account { userName userDomain } uid loginType srcIp srcNetwork startReason endReason open }
          ${ofGroups.join(' ')} buckets { from until ${ofBuckets.join(' ')} }
        } } }`,
    variables,
  );
  const groups = sessionStats.groups.map(({ key: { host, ...key }, buckets, ...measured }: any) => {
    const fields = sessionStats.groupBy.map((dimension: string) => FIELD_OF[dimension]);
    expect(Object.keys(key).filter((field) => key[field] !== null && !fields.includes(field))).toEqual([]);
    expect(host?.hostname ?? null).toBe(key.hostname);
    return {
      key: fields.map((field: string) => key[field]),
      ...flatten(measured),
      buckets: buckets?.map(flatten) ?? null,
    };
  });
  return { ...sessionStats, groups };
};

const someFilter = fc.oneof(
  fc.constant({}),
  fc.constantFrom('10.0.0.5', 'fe80::2').map((eq) => ({ srcIp: { eq } })),
  fc.boolean().map((isNull) => ({ not: { srcIp: { isNull } } })),
  fc.constantFrom({ notInCidr: ['10.0.0.0/24'] }, { isPrivate: false }).map((srcIp) => ({ srcIp })),
  fc.constant({ not: { srcIp: { notInCidr: ['10.0.0.0/24', 'fe80::/10'] } } }),
  fc.boolean().map((open) => ({ open })),
  fc.constantFrom('ana', 'CORP\\ana', 'nobody').map((eq) => ({ user: { eq } })),
  fc.nat(1900).map((minute) => ({ activeAt: at(minute) })),
  fc.constantFrom('PT1H', 'PT6H').map((gte) => ({ duration: { gte } })),
);
const someStart = fc
  .record({ from: fc.nat(1900).map(at), until: fc.nat(1900).map(at) }, { requiredKeys: [] })
  .map(inOrder);
const someQuestion = fc.record({
  filter: someFilter,
  groupBy: fc.shuffledSubarray(Object.keys(FIELD_OF), { maxLength: 3 }),
  having: fc.constantFrom(
    undefined,
    { count: { lte: 3 } },
    { distinctSources: { gte: 2 } },
    { boundedCount: { gte: 2 } },
    { open: { gte: 1 }, everLocked: { lte: 10 } },
    { lastStartedAt: { until: at(1200) } },
    { firstStartedAt: { from: at(300) } },
  ),
  order: fc.record({
    field: fc.constantFrom('KEY', ...ORDERS),
    direction: fc.constantFrom('ASCENDING', 'DESCENDING'),
  }),
  first: fc.constantFrom(1, 3, 1000),
  ofGroups: fc.subarray([...MEASURES, DURATIONS]),
});

/** Selects the requested measures of the oracle. */
const only = (measured: any, selected: readonly string[]): object => {
  const names = selected.flatMap((name) =>
    name === DURATIONS
      ? Object.keys(MEASURING.measures).filter((measure) => measure.startsWith('duration'))
      : [name],
  );
  return Object.fromEntries(names.map((name) => [name, measured[name]]));
};

describe('sessionStats', () => {
  test('counts the sessions of its filter by groups, like the oracle', async () => {
    await fc.assert(
      fc.asyncProperty(someQuestion, async ({ filter, ofGroups, ...question }) => {
        const expected = statsOf(await list(filter), { ...question, edges: null }, MEASURING);
        const stats = await askForStats({ filter, ...question }, { ofGroups, ofBuckets: [] });
        expect(stats).toEqual({
          ...expected,
          groups: expected.groups.map((group) => ({
            key: group['key'],
            ...only(group, ofGroups),
            buckets: null,
          })),
        });
      }),
      samples(75),
    );
  });

  test('counts sessions in the bucket of their start', async () => {
    const clock = readClock('Europe/Berlin', '2026-08-30T00:00:00Z', '2026-12-02T00:00:00Z');
    await fc.assert(
      fc.asyncProperty(
        someQuestion,
        someStart,
        fc.constantFrom('PT1H', 'PT6H', 'P1D', 'P1M'),
        fc.subarray([...MEASURES, DURATIONS]),
        async ({ filter, ofGroups, ...asked }, started, every, ofBuckets) => {
          const both = { ...filter, startedAt: started };
          const question = { ...asked, first: Math.min(asked.first, 20) };
          const matching = await list(both);
          const times = matching.map(({ startedAt }) => startedAt).toSorted();
          const from = started.from ?? times[0];
          const until =
            started.until ??
            (times.length > 0 ? new Date(Date.parse(times.at(-1)) + 1).toISOString() : undefined);
          const edges =
            from === undefined || until === undefined
              ? []
              : coveringEdges(beginningsOf(clock, every), Date.parse(from), Date.parse(until));
          const expected = statsOf(matching, { ...question, edges }, MEASURING);
          const stats = await askForStats(
            { filter: both, bucket: { every, timeZone: 'Europe/Berlin' }, ...question },
            { ofGroups, ofBuckets },
          );
          expect(stats).toEqual({
            ...expected,
            groups: expected.groups.map((group) => ({
              key: group['key'],
              ...only(group, ofGroups),
              buckets: group['buckets'].map((bucket: any) => ({
                from: bucket.from,
                until: bucket.until,
                ...only(bucket, ofBuckets),
              })),
            })),
          });
        },
      ),
      samples(100),
    );
  });

  test('a session with two sources is in the group and in the list of each', async () => {
    const { groups, count, otherCount } = await askForStats(
      { groupBy: ['SRC_IP'], order: { field: 'KEY', direction: 'ASCENDING' }, first: 1000 },
      { ofGroups: ['count'], ofBuckets: [] },
    );
    const lists = await Promise.all(
      groups.map(async ({ key: [srcIp] }: any) =>
        list({ srcIp: srcIp === null ? { isNull: true } : { eq: srcIp } }),
      ),
    );
    expect(groups.map((group: any) => group.count)).toEqual(lists.map(({ length }) => length));
    const sum = groups.reduce((total: number, group: any) => total + group.count, 0);
    expect(sum).toBeGreaterThan(count);
    expect(otherCount).toBe(0);
  });
});
