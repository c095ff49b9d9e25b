import { expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { expectRefusedQuery } from '../../support/expectRefusedQuery.ts';

const database = useDatabase();
const api = useApi(database);

const NOTHING = 'range: { from: "2026-11-17T00:00:00Z", until: "2026-11-17T00:00:00Z" }';
const MOMENT = 'at: "2026-11-16T00:00:00Z"';
const DAY = 'range: { from: "2026-11-16T00:00:00Z", until: "2026-11-17T00:00:00Z" }';
/** Hunts with the same parameters. */
const LASTING = ['longSessions', 'neverLocked'];
const HOURS = '{ days: MONDAY, from: "07:00", until: "19:00" }';
const offHours = (openHours: string): string => `offHours(${DAY}, timeZone: "UTC", openHours: ${openHours})`;
const hunts = (call: string): string => `{ hunts { ${call} { totalCount { value } } } }`;
const car = (call: string): string => `{ car { ${call} { totalCount { value } } } }`;

test.each([
  [car('simultaneousLogins'), 'BAD_USER_INPUT', undefined],
  [car('simultaneousLogins(range: { from: "2026-11-16T00:00:00Z" })'), 'BAD_USER_INPUT', undefined],
  [hunts('concurrentSessions'), 'BAD_USER_INPUT', undefined],
  [hunts('longSessions'), 'BAD_USER_INPUT', undefined],
  [hunts('orphans'), 'BAD_USER_INPUT', undefined],
  [hunts('offHours(timeZone: "UTC")'), 'BAD_USER_INPUT', undefined],
  [hunts('unlockedAt'), 'BAD_USER_INPUT', undefined],
  [hunts('neverLocked'), 'BAD_USER_INPUT', undefined],
])('%s, without what is required, is refused', async (query) => {
  const { status, errors, data } = await api().query(query);
  expect([status, data]).toEqual([400, undefined]);
  expect(errors?.[0]?.message).toMatch(/range|until|"at"/);
});

test.each([
  [
    'simultaneousLogins(range: { from: "2026-11-16", until: "2026-11-17T00:00:00Z" })',
    'INVALID_TIME',
    'range.from',
  ],
  [
    'simultaneousLogins(range: { from: "2026-11-16T00:00:00Z", until: "now" })',
    'INVALID_TIME',
    'range.until',
  ],
  [
    'simultaneousLogins(range: { from: "2026-11-16T00:00:00Z", until: "2026-11-16T00:00:00Z" })',
    'BAD_PARAMETER',
    'range.until',
  ],
  [
    'simultaneousLogins(range: { from: "2026-11-17T00:00:00Z", until: "2026-11-16T00:00:00Z" })',
    'BAD_PARAMETER',
    'range.until',
  ],
  [`simultaneousLogins(${DAY}, window: "PT0S")`, 'INVALID_DURATION', 'window'],
  [`simultaneousLogins(${DAY}, window: "-PT1H")`, 'INVALID_DURATION', 'window'],
  [`simultaneousLogins(${DAY}, window: "P1M")`, 'INVALID_DURATION', 'window'],
  [`simultaneousLogins(${DAY}, window: "PT24H1S")`, 'BAD_PARAMETER', 'window'],
  [`simultaneousLogins(${DAY}, minUsers: 1)`, 'BAD_PARAMETER', 'minUsers'],
  [`simultaneousLogins(${DAY}, minUsers: -3)`, 'BAD_PARAMETER', 'minUsers'],
  [`simultaneousLogins(${DAY}, loginTypes: [])`, 'BAD_FILTER', 'loginTypes'],
  [`simultaneousLogins(${DAY}, first: 0)`, 'BAD_PAGE', 'first'],
  [`simultaneousLogins(${DAY}, after: "x")`, 'BAD_CURSOR', 'after'],
  [`multiHostLogins(${DAY}, minHosts: 1)`, 'BAD_PARAMETER', 'minHosts'],
  [`multiHostLogins(${DAY}, window: "P2D")`, 'BAD_PARAMETER', 'window'],
  [`multiHostLogins(${DAY}, excludeUsers: [])`, 'BAD_FILTER', 'excludeUsers'],
  [`multiHostLogins(${DAY}, excludeUsers: ["ana", "CORP\\\\"])`, 'INVALID_USER', 'excludeUsers[1]'],
  [`loginActivity(${DAY}, excludeTopUsers: -1)`, 'BAD_PARAMETER', 'excludeTopUsers'],
  [`loginActivity(${DAY}, first: 1001)`, 'BAD_PAGE', 'first'],
  [`loginsSince(hostname: " ", at: "2026-11-16T00:00:00Z")`, 'INVALID_HOSTNAME', 'hostname'],
  [`loginsSince(hostname: "a", at: "yesterday")`, 'INVALID_TIME', 'at'],
  [`loginsSince(hostname: "a", at: "2026-11-16T00:00:00Z")`, 'BAD_PARAMETER', 'bootTime'],
  [
    'loginsSince(hostname: "a", bootTime: "2026-11-16T00:00:00Z", at: "2026-11-16T00:00:00Z")',
    'BAD_PARAMETER',
    'bootTime',
  ],
  [`remoteDesktopLogins(${DAY}, approvedSources: [])`, 'BAD_FILTER', 'approvedSources'],
  [
    `remoteDesktopLogins(${DAY}, approvedSources: ["10.0.0.0/8", "10.0.0.0/33"])`,
    'INVALID_CIDR',
    'approvedSources[1]',
  ],
])('car %s is refused as %s, and %s is named', async (call, code, field) => {
  const answer = await api().query(car(call));
  const { errors } = answer;
  expectRefusedQuery(answer, code);
  expect(errors?.[0]?.extensions).toEqual({ code, field });
  expect(errors?.[0]?.message).toContain(field.split(/[.[]/)[0]);
});

test.each([
  `simultaneousLogins(${DAY}, window: "P1D")`,
  `simultaneousLogins(${DAY}, window: "PT1S", minUsers: 2, loginTypes: [RDP, RDP])`,
  'simultaneousLogins(range: { from: "1000-01-01T00:00:00Z", until: "9999-12-31T23:59:59Z" })',
])('car %s is answered', async (call) => {
  const { data, errors } = await api().query(car(call));
  expect(errors).toBeUndefined();
  expect(Object.values(data.car)).toEqual([{ totalCount: { value: 0 } }]);
});

test.each([
  [`bruteForceThenSuccess(${DAY}, minFailures: 0)`, 'BAD_PARAMETER', 'minFailures'],
  [`bruteForceThenSuccess(${DAY}, window: "P2D")`, 'BAD_PARAMETER', 'window'],
  [`bruteForceThenSuccess(${DAY}, window: "PT0S")`, 'INVALID_DURATION', 'window'],
  [`passwordSpray(${DAY}, minUsers: 1)`, 'BAD_PARAMETER', 'minUsers'],
  [`passwordSpray(${DAY}, maxFailuresPerUser: 0)`, 'BAD_PARAMETER', 'maxFailuresPerUser'],
  [`passwordSpray(${DAY}, window: "-PT1H")`, 'INVALID_DURATION', 'window'],
  [`firstSeen(${DAY}, tuple: [])`, 'BAD_FILTER', 'tuple'],
  [`firstSeen(${DAY}, lookback: "PT0S")`, 'INVALID_DURATION', 'lookback'],
  [`unusualRdpSource(${DAY}, lookback: "-P1D")`, 'INVALID_DURATION', 'lookback'],
  [`unusualRdpSource(${DAY}, approvedSources: [])`, 'BAD_FILTER', 'approvedSources'],
  [`unusualRdpSource(${DAY}, approvedSources: ["10.0.0.0/8", "here"])`, 'INVALID_CIDR', 'approvedSources[1]'],
  [`concurrentSessions(${NOTHING})`, 'BAD_PARAMETER', 'range.until'],
  [`concurrentSessions(${DAY}, minPeak: 1)`, 'BAD_PARAMETER', 'minPeak'],
  [`concurrentSessions(${DAY}, key: USER, distinct: USER)`, 'BAD_PARAMETER', 'distinct'],
  [`concurrentSessions(${DAY}, key: HOST, distinct: HOST)`, 'BAD_PARAMETER', 'distinct'],
  [`concurrentSessions(${DAY}, loginTypes: [])`, 'BAD_FILTER', 'loginTypes'],
  [`concurrentSessions(${DAY}, first: 0)`, 'BAD_PAGE', 'first'],
  [`concurrentSessions(${DAY}, after: "x")`, 'BAD_CURSOR', 'after'],
  ...LASTING.flatMap((hunt): readonly [string, string, string][] => [
    [`${hunt}(${NOTHING})`, 'BAD_PARAMETER', 'range.until'],
    [`${hunt}(range: { from: "x", until: "2026-11-17T00:00:00Z" })`, 'INVALID_TIME', 'range.from'],
    [`${hunt}(${DAY}, minDuration: "PT0S")`, 'INVALID_DURATION', 'minDuration'],
    [`${hunt}(${DAY}, minDuration: "-PT1H")`, 'INVALID_DURATION', 'minDuration'],
    [`${hunt}(${DAY}, minDuration: "P1M")`, 'INVALID_DURATION', 'minDuration'],
    [`${hunt}(${DAY}, minDuration: "P36500DT1S")`, 'INVALID_DURATION', 'minDuration'],
    [`${hunt}(${DAY}, loginTypes: [])`, 'BAD_FILTER', 'loginTypes'],
    [`${hunt}(${DAY}, last: 1001)`, 'BAD_PAGE', 'last'],
    [`${hunt}(${DAY}, before: "x")`, 'BAD_CURSOR', 'before'],
  ]),
  ...['reconnectFromNewSource', 'reconnectWithoutLogin'].flatMap(
    (hunt): readonly [string, string, string][] => [
      [`${hunt}(${NOTHING})`, 'BAD_PARAMETER', 'range.until'],
      [`${hunt}(range: { from: "x", until: "2026-11-17T00:00:00Z" })`, 'INVALID_TIME', 'range.from'],
      [`${hunt}(${DAY}, last: 1001)`, 'BAD_PAGE', 'last'],
      [`${hunt}(${DAY}, before: "x")`, 'BAD_CURSOR', 'before'],
    ],
  ),
  [`reconnectWithoutLogin(${DAY}, window: "PT0S")`, 'INVALID_DURATION', 'window'],
  [`reconnectWithoutLogin(${DAY}, window: "-PT30S")`, 'INVALID_DURATION', 'window'],
  [`reconnectWithoutLogin(${DAY}, window: "PT24H1S")`, 'BAD_PARAMETER', 'window'],
  [`offHours(${NOTHING}, timeZone: "UTC")`, 'BAD_PARAMETER', 'range.until'],
  [
    'offHours(range: { from: "2000-01-01T00:00:00Z", until: "2010-01-08T00:00:00.000001Z" }, timeZone: "UTC")',
    'BAD_PARAMETER',
    'range.until',
  ],
  ...['Europe/Atlantis', '+01:00', '', ' ', 'UTC; drop'].map((zone): readonly [string, string, string] => [
    `offHours(${DAY}, timeZone: "${zone}")`,
    'INVALID_TIME_ZONE',
    'timeZone',
  ]),
  [offHours('[]'), 'BAD_FILTER', 'openHours'],
  [offHours('[{ days: [], from: "07:00", until: "19:00" }]'), 'BAD_FILTER', 'openHours[0].days'],
  [offHours('[{ days: MONDAY, from: "24:00", until: "19:00" }]'), 'BAD_PARAMETER', 'openHours[0].from'],
  [offHours('[{ days: MONDAY, from: "7:00", until: "19:00" }]'), 'BAD_PARAMETER', 'openHours[0].from'],
  [offHours('[{ days: MONDAY, from: "07:00", until: "24:01" }]'), 'BAD_PARAMETER', 'openHours[0].until'],
  [offHours('[{ days: MONDAY, from: "07:00", until: "07:60" }]'), 'BAD_PARAMETER', 'openHours[0].until'],
  [
    offHours(`[${HOURS}, { days: MONDAY, from: "07:00", until: "07:00" }]`),
    'BAD_PARAMETER',
    'openHours[1].until',
  ],
  [offHours(`[${Array.from({ length: 101 }, () => HOURS).join(', ')}]`), 'BAD_PARAMETER', 'openHours'],
  [`offHours(${DAY}, timeZone: "UTC", loginTypes: [])`, 'BAD_FILTER', 'loginTypes'],
  [`offHours(${DAY}, timeZone: "UTC", first: 0)`, 'BAD_PAGE', 'first'],
  [`offHours(${DAY}, timeZone: "UTC", after: "x")`, 'BAD_CURSOR', 'after'],
  [`orphans(${NOTHING})`, 'BAD_PARAMETER', 'range.until'],
  [`orphans(${DAY}, actions: [])`, 'BAD_FILTER', 'actions'],
  [`orphans(${DAY}, actions: LOGIN)`, 'BAD_PARAMETER', 'actions[0]'],
  [`orphans(${DAY}, actions: [LOGOUT, LOGIN])`, 'BAD_PARAMETER', 'actions[1]'],
  [`orphans(${DAY}, first: 0)`, 'BAD_PAGE', 'first'],
  [`orphans(${DAY}, after: "x")`, 'BAD_CURSOR', 'after'],
  ['unlockedAt(at: "now")', 'INVALID_TIME', 'at'],
  [`unlockedAt(${MOMENT}, minUnlocked: "PT0S")`, 'INVALID_DURATION', 'minUnlocked'],
  [`unlockedAt(${MOMENT}, minUnlocked: "-PT1H")`, 'INVALID_DURATION', 'minUnlocked'],
  [`unlockedAt(${MOMENT}, minUnlocked: "P36501D")`, 'INVALID_DURATION', 'minUnlocked'],
  [`unlockedAt(${MOMENT}, loginTypes: [])`, 'BAD_FILTER', 'loginTypes'],
  [`unlockedAt(${MOMENT}, first: 0)`, 'BAD_PAGE', 'first'],
  [`unlockedAt(${MOMENT}, after: "x")`, 'BAD_CURSOR', 'after'],
  [`lateralPaths(${DAY}, maxDepth: 0)`, 'BAD_PARAMETER', 'maxDepth'],
  [`lateralPaths(${DAY}, maxDepth: 99)`, 'BAD_PARAMETER', 'maxDepth'],
  [`lateralPaths(${DAY}, maxPaths: 0)`, 'BAD_PARAMETER', 'maxPaths'],
  [`lateralPaths(${DAY}, maxPaths: 1001)`, 'BAD_PARAMETER', 'maxPaths'],
  [`lateralPaths(${DAY}, maxGap: "PT0S")`, 'INVALID_DURATION', 'maxGap'],
  [`lateralPaths(${DAY}, addressLookback: "P1Y")`, 'INVALID_DURATION', 'addressLookback'],
  [`lateralPaths(${DAY}, from: { hostname: "" })`, 'INVALID_HOSTNAME', 'from.hostname'],
  [`lateralPaths(${DAY}, to: { ip: "10.0.0.256" })`, 'INVALID_IP_ADDRESS', 'to.ip'],
  [`lateralPaths(${DAY}, to: { user: "CORP\\\\" })`, 'INVALID_USER', 'to.user'],
])('hunts %s is refused as %s, and %s is named', async (call, code, field) => {
  const answer = await api().query(hunts(call));
  const { errors } = answer;
  expectRefusedQuery(answer, code);
  expect(errors?.[0]?.extensions).toEqual({ code, field });
  expect(errors?.[0]?.message).toContain(field.split(/[.[]/)[0]);
});
