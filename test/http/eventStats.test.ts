import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST, useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { eventFilters } from '../support/eventFilters.ts';
import { aLock, aLogin, aLogout, anUnlock, aReconnect } from '../support/events.ts';
import { matches } from '../support/filterOracle.ts';
import type { StoredEvent } from '../support/filterOracle.ts';
import { askForStats, COUNTED_FIELDS, EVENT_DIMENSIONS, EVENT_MEASURING } from '../support/eventMeasuring.ts';
import { statsOf } from '../support/statsOracle.ts';
import { samples } from '../support/samples.ts';

// Each run sends several queries to the database, which takes long on a busy machine.

const api = useApi(useDatabase());

/** Domain and name of the last two concatenate to the same text. */
const USERS = [
  'CORP\\ana',
  'corp.example\\ANA',
  'ana',
  'LAB\\ana',
  'CORP\\ben',
  'CORP\\an%a',
  null,
  'A1\\2',
  'A\\12',
];
const HOSTS = ['HOST1', 'host2', 'WEB_1'];
const ADDRESSES = ['10.0.0.5', '10.0.0.77', '10.0.1.5', '9.255.0.1', '203.0.113.7', null].concat([
  'fe80::1',
  'fe80::2:0:0:1',
  '2001:db8:0:1:5::7',
  '::1',
]);
const BUILDERS = [aLogin, aLogin, aLogout, aReconnect, aLock, anUnlock];
/** Events over many partitions, some of them in the same microsecond. */
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

let all: StoredEvent[] = [];

beforeAll(async () => {
  const { data } = await api().query(INGEST, { events });
  expect(data.ingestSessionEvents.accepted).toBe(events.length);
  const answer = await api().query(`{ sessionEvents(first: 1000) { nodes { ${COUNTED_FIELDS} } } }`);
  all = answer.data.sessionEvents.nodes;
});

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
  groupBy: fc.shuffledSubarray(EVENT_DIMENSIONS, { maxLength: 5 }),
  having: fc.option(
    fc.oneof(
      someHaving,
      fc.tuple(someHaving, someHaving).map(([a, b]) => ({ ...a, ...b })),
    ),
    {
      nil: undefined,
    },
  ),
  order: fc.record({
    field: fc.constantFrom(
      'KEY',
      ...Object.keys(EVENT_MEASURING.measures).map((name) => name.replace(/[A-Z]/g, '_$&').toUpperCase()),
    ),
    direction: fc.constantFrom('ASCENDING', 'DESCENDING'),
  }),
  first: fc.constantFrom(1, 2, 7, 1000),
});

describe('eventStats', () => {
  test('counts the events of its filter by groups, like the oracle', async () => {
    await fc.assert(
      fc.asyncProperty(someQuestion, async ({ filter, ...question }) => {
        const matching = all.filter((event) => matches(event, filter ?? {}));
        const { stats, listed } = await askForStats(api(), { filter, ...question });
        expect(stats).toEqual(statsOf(matching, { ...question, edges: null }, EVENT_MEASURING));
        expect(stats.count).toBe(listed);
        const shown = stats.groups.reduce((sum: number, { count }: any) => sum + count, 0);
        expect(shown + stats.otherCount).toBe(stats.count);
      }),
      samples(100),
    );
  });
});
