import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST, useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { eventFilters } from '../support/eventFilters.ts';
import { aLock, aLogin, aLogout, anUnlock, aReconnect } from '../support/events.ts';
import { matches } from '../support/filterOracle.ts';
import type { StoredEvent } from '../support/filterOracle.ts';
import { networkOf, statsOf } from '../support/statsOracle.ts';
import type { Measuring } from '../support/statsOracle.ts';

const api = useApi(useDatabase());

const USERS = ['CORP\\ana', 'corp.example\\ANA', 'ana', 'LAB\\ana', 'CORP\\ben', 'CORP\\an%a', null];
const HOSTS = ['HOST1', 'host2', 'WEB_1'];
const ADDRESSES = ['10.0.0.5', '10.0.0.77', '10.0.1.5', '9.255.0.1', '203.0.113.7', null].concat([
  'fe80::1',
  'fe80::2:0:0:1',
  '2001:db8:0:1:5::7',
  '::1',
]);
const BUILDERS = [aLogin, aLogin, aLogout, aReconnect, aLock, anUnlock];
/** Over many partitions, with ties in one microsecond. */
const TIMES = [
  '2019-02-01T00:00:00Z',
  '2024-12-31T23:59:59.999999Z',
  '2025-01-01T00:00:00Z',
  '2025-01-01T00:00:00.000001Z',
  '2026-03-05T08:00:00Z',
  '2026-11-01T00:00:00Z',
];

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;

/** 300 events whose values are combined by coprime steps, so that most pairs occur. */
const events = Array.from({ length: 300 }, (_, n) => {
  const builder = pick(BUILDERS, n);
  const isRemoteCapable = builder !== aLock && builder !== anUnlock;
  return builder({
    time: pick(TIMES, Math.floor(n / 4)),
    hostname: pick(HOSTS, Math.floor(n / 7)),
    user: pick(USERS, Math.floor(n / 2)),
    uid: pick(['S-1-5-18', '1000', null], Math.floor(n / 3)),
    loginId: pick(['0x1f4', null], Math.floor(n / 5)),
    sourceId: `source/${n}`,
    ...(isRemoteCapable && {
      loginType: pick(['RDP', 'REMOTE', null], Math.floor(n / 6)),
      srcIp: pick(ADDRESSES, Math.floor(n / 3)),
      srcPort: pick([22, 3389, null], n),
      destPort: pick([445, 3389, null, 0], Math.floor(n / 5)),
    }),
    ...(builder === aLogin && { loginSuccessful: n % 5 > 2 }),
  });
});

const FIELDS = `id time action hostname user userDomain userName uid loginId sourceId
  ... on RemoteCapableEvent { loginType srcIp srcPort destIp destPort } ... on LoginEvent { loginSuccessful }`;

let all: StoredEvent[] = [];

beforeAll(async () => {
  const { data } = await api().query(INGEST, { events });
  expect(data.ingestSessionEvents.accepted).toBe(events.length);
  const answer = await api().query(`{ sessionEvents(first: 1000) { nodes { ${FIELDS} } } }`);
  all = answer.data.sessionEvents.nodes;
});

const accountOf = ({ userName, userDomain }: StoredEvent) =>
  userName === null ? null : { userName, userDomain };

const distinct = (values: readonly unknown[]): number =>
  new Set(values.filter((value) => (value ?? null) !== null).map((value) => JSON.stringify(value))).size;

const MEASURING: Measuring = {
  keys: {
    ACTION: ({ action }) => action,
    HOST: ({ hostname }) => hostname,
    USER: accountOf,
    UID: ({ uid }) => uid,
    LOGIN_TYPE: ({ loginType }) => loginType,
    SRC_IP: ({ srcIp }) => srcIp,
    SRC_NETWORK: ({ srcIp }) => srcIp && networkOf(srcIp),
    DEST_PORT: ({ destPort }) => destPort,
    OUTCOME: ({ loginSuccessful }) =>
      loginSuccessful === undefined ? null : loginSuccessful ? 'SUCCESS' : 'FAILURE',
  },
  measures: {
    count: (own) => own.length,
    successes: (own) => own.filter(({ loginSuccessful }) => loginSuccessful === true).length,
    failures: (own) => own.filter(({ loginSuccessful }) => loginSuccessful === false).length,
    distinctUsers: (own) => distinct(own.map(accountOf)),
    distinctHosts: (own) => distinct(own.map(({ hostname }) => hostname)),
    distinctSources: (own) => distinct(own.map(({ srcIp }) => srcIp)),
    firstAt: (own) => own.map(({ time }) => time).toSorted()[0] ?? null,
    lastAt: (own) =>
      own
        .map(({ time }) => time)
        .toSorted()
        .at(-1) ?? null,
  },
};

const MEASURES = Object.keys(MEASURING.measures);

const ASK = `query Ask($filter: SessionEventFilter, $groupBy: [EventDimension!]!, $having: EventStatsHaving, $orderBy: EventStatsOrder!, $first: Int!) {
  eventStats(filter: $filter, groupBy: $groupBy, having: $having, orderBy: $orderBy, first: $first) {
    groupBy count otherCount totalGroups matchingGroups
    groups { key { action hostname host { hostname } account { userName userDomain } uid loginType srcIp srcNetwork destPort outcome }
      ${MEASURES.join(' ')} }
  }
  sessionEvents(filter: $filter, first: 1) { totalCount(mode: EXACT) { value } }
}`;

const FIELD_OF: Readonly<Record<string, string>> = {
  ACTION: 'action',
  HOST: 'hostname',
  USER: 'account',
  UID: 'uid',
  LOGIN_TYPE: 'loginType',
  SRC_IP: 'srcIp',
  SRC_NETWORK: 'srcNetwork',
  DEST_PORT: 'destPort',
  OUTCOME: 'outcome',
};

/** An answer with each key as the values of its dimensions; fields of other dimensions must be null. */
const ask = async (variables: object): Promise<any> => {
  const { data, errors } = await api().query(ASK, variables);
  expect(errors).toBeUndefined();
  const { eventStats, sessionEvents } = data;
  const groups = eventStats.groups.map(({ key: { host, ...key }, ...measures }: any) => {
    const named = eventStats.groupBy.map((dimension: string) => FIELD_OF[dimension]);
    expect(Object.keys(key).filter((field) => key[field] !== null && !named.includes(field))).toEqual([]);
    expect(host?.hostname ?? null).toBe(key.hostname);
    return { key: named.map((field: string) => key[field]), ...measures };
  });
  return { stats: { ...eventStats, groups }, listed: sessionEvents.totalCount.value };
};

const someTime = fc.constantFrom(
  ...TIMES.map((time) => time.replace(/(\.\d+)?Z$/, (_, fraction = '.') => `${fraction.padEnd(7, '0')}Z`)),
);
const someCount = fc
  .nat(12)
  .chain((gte) => fc.constantFrom({ gte }, { lte: gte + 1 }, { gte, lte: gte + 5 }));
const someHaving = fc.oneof(
  fc
    .constantFrom('count', 'successes', 'failures', 'distinctUsers', 'distinctHosts', 'distinctSources')
    .chain((measure) => someCount.map((bounds) => ({ [measure]: bounds }))),
  fc
    .tuple(fc.constantFrom('firstAt', 'lastAt'), fc.constantFrom('from', 'until'), someTime)
    .map(([measure, operator, time]) => ({ [measure]: { [operator]: time } })),
);
const someQuestion = fc.record({
  filter: fc.option(eventFilters(TIMES).filter, { nil: undefined }),
  groupBy: fc.shuffledSubarray(Object.keys(FIELD_OF), { maxLength: 5 }),
  having: fc.option(
    fc.oneof(
      someHaving,
      fc.tuple(someHaving, someHaving).map(([a, b]) => ({ ...a, ...b })),
    ),
    {
      nil: undefined,
    },
  ),
  orderBy: fc.record({
    field: fc.constantFrom('KEY', ...MEASURES.map((name) => name.replace(/[A-Z]/g, '_$&').toUpperCase())),
    direction: fc.constantFrom('ASCENDING', 'DESCENDING'),
  }),
  first: fc.constantFrom(1, 2, 7, 1000),
});

describe('eventStats', () => {
  test('counts what its filter lists, by groups, as the plain meaning of the question says', async () => {
    await fc.assert(
      fc.asyncProperty(someQuestion, async ({ filter, ...question }) => {
        const matching = all.filter((event) => matches(event, filter ?? {}));
        const { stats, listed } = await ask({ filter, ...question });
        expect(stats).toEqual(statsOf(matching, question, MEASURING));
        expect(stats.count).toBe(listed);
        const shown = stats.groups.reduce((sum: number, { count }: any) => sum + count, 0);
        expect(shown + stats.otherCount).toBe(stats.count);
      }),
      { numRuns: 200 },
    );
  });
});
