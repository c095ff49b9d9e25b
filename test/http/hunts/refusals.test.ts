import { describe, expect, test } from '@jest/globals';

import { HUNT_NAMES } from '../../../src/domain/hunts/registry.ts';
import type { HuntName } from '../../../src/domain/hunts/registry.ts';
import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { expectRefusedQuery } from '../../support/expectRefusedQuery.ts';
import { rootOf } from '../../support/hunts/rootOf.ts';

const database = useDatabase();
const api = useApi(database);

const NOTHING = 'range: { from: "2026-11-17T00:00:00Z", until: "2026-11-17T00:00:00Z" }';
const BACKWARD = 'range: { from: "2026-11-17T00:00:00Z", until: "2026-11-16T00:00:00Z" }';
const MOMENT = 'at: "2026-11-16T00:00:00Z"';
const DAY = 'range: { from: "2026-11-16T00:00:00Z", until: "2026-11-17T00:00:00Z" }';
const HOURS = '{ days: MONDAY, from: "07:00", until: "19:00" }';
const open = (openHours: string): string => `${DAY}, timeZone: "UTC", openHours: ${openHours}`;
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
])('%s without a required argument is refused', async (query) => {
  const { status, errors, data } = await api().query(query);
  expect([status, data]).toEqual([400, undefined]);
  expect(errors?.[0]?.message).toMatch(/range|until|"at"/);
});

type Refused = readonly [parameters: string, code: string, field: string];

/** Refusals of all hunts over a range. */
const BAD_RANGES: readonly [Refused, ...Refused[]] = [
  [NOTHING, 'BAD_PARAMETER', 'range.until'],
  [BACKWARD, 'BAD_PARAMETER', 'range.until'],
  ['range: { from: "2026-11-16", until: "2026-11-17T00:00:00Z" }', 'INVALID_TIME', 'range.from'],
  ['range: { from: "2026-11-16T00:00:00Z", until: "now" }', 'INVALID_TIME', 'range.until'],
  [`${DAY}, first: 0`, 'BAD_PAGE', 'first'],
  [`${DAY}, last: 1001`, 'BAD_PAGE', 'last'],
  [`${DAY}, after: "x"`, 'BAD_CURSOR', 'after'],
  [`${DAY}, before: "x"`, 'BAD_CURSOR', 'before'],
];

/** Refusals of longSessions and neverLocked. */
const BAD_DURATIONS: readonly Refused[] = [
  [`${DAY}, minDuration: "PT0S"`, 'INVALID_DURATION', 'minDuration'],
  [`${DAY}, minDuration: "-PT1H"`, 'INVALID_DURATION', 'minDuration'],
  [`${DAY}, minDuration: "P1M"`, 'INVALID_DURATION', 'minDuration'],
  [`${DAY}, minDuration: "P36500DT1S"`, 'INVALID_DURATION', 'minDuration'],
  [`${DAY}, loginTypes: []`, 'BAD_FILTER', 'loginTypes'],
];

const UTC = 'timeZone: "UTC"';

/** Invalid parameters of each hunt, with the code and the field of the refusal. */
const REFUSALS: Readonly<Record<HuntName, readonly [Refused, ...Refused[]]>> = {
  simultaneousLogins: [
    ...BAD_RANGES,
    [`${DAY}, window: "PT0S"`, 'INVALID_DURATION', 'window'],
    [`${DAY}, window: "-PT1H"`, 'INVALID_DURATION', 'window'],
    [`${DAY}, window: "P1M"`, 'INVALID_DURATION', 'window'],
    [`${DAY}, minUsers: 1`, 'BAD_PARAMETER', 'minUsers'],
    [`${DAY}, minUsers: -3`, 'BAD_PARAMETER', 'minUsers'],
    [`${DAY}, loginTypes: []`, 'BAD_FILTER', 'loginTypes'],
  ],
  multiHostLogins: [
    ...BAD_RANGES,
    [`${DAY}, minHosts: 1`, 'BAD_PARAMETER', 'minHosts'],
    [`${DAY}, excludeUsers: []`, 'BAD_FILTER', 'excludeUsers'],
    [`${DAY}, excludeUsers: ["ana", "CORP\\\\"]`, 'INVALID_USER', 'excludeUsers[1]'],
  ],
  loginActivity: [
    ...BAD_RANGES,
    [`${DAY}, excludeTopUsers: -1`, 'BAD_PARAMETER', 'excludeTopUsers'],
    [`${DAY}, first: 1001`, 'BAD_PAGE', 'first'],
  ],
  loginsSince: [
    [`hostname: " ", ${MOMENT}`, 'INVALID_HOSTNAME', 'hostname'],
    ['hostname: "a", at: "yesterday"', 'INVALID_TIME', 'at'],
    [`hostname: "a", ${MOMENT}`, 'BAD_PARAMETER', 'bootTime'],
    [`hostname: "a", bootTime: "2026-11-16T00:00:00Z", ${MOMENT}`, 'BAD_PARAMETER', 'bootTime'],
    // The page is checked before the last start of the host is looked up.
    [`hostname: "a", ${MOMENT}, first: 0`, 'BAD_PAGE', 'first'],
  ],
  localAccountLogins: BAD_RANGES,
  remoteDesktopLogins: [
    ...BAD_RANGES,
    [`${DAY}, approvedSources: []`, 'BAD_FILTER', 'approvedSources'],
    [`${DAY}, approvedSources: ["10.0.0.0/8", "10.0.0.0/33"]`, 'INVALID_CIDR', 'approvedSources[1]'],
  ],
  bruteForceThenSuccess: [
    ...BAD_RANGES,
    [`${DAY}, minFailures: 0`, 'BAD_PARAMETER', 'minFailures'],
    [`${DAY}, window: "PT0S"`, 'INVALID_DURATION', 'window'],
  ],
  passwordSpray: [
    ...BAD_RANGES,
    [`${DAY}, minUsers: 1`, 'BAD_PARAMETER', 'minUsers'],
    [`${DAY}, maxFailuresPerUser: 0`, 'BAD_PARAMETER', 'maxFailuresPerUser'],
    [`${DAY}, window: "-PT1H"`, 'INVALID_DURATION', 'window'],
  ],
  firstSeen: [
    ...BAD_RANGES,
    [`${DAY}, tuple: []`, 'BAD_FILTER', 'tuple'],
    [`${DAY}, lookback: "PT0S"`, 'INVALID_DURATION', 'lookback'],
    [`${DAY}, minCoverage: -0.01`, 'BAD_PARAMETER', 'minCoverage'],
    [`${DAY}, minCoverage: 1.01`, 'BAD_PARAMETER', 'minCoverage'],
  ],
  unusualRdpSource: [
    ...BAD_RANGES,
    [`${DAY}, lookback: "-P1D"`, 'INVALID_DURATION', 'lookback'],
    [`${DAY}, minCoverage: 50`, 'BAD_PARAMETER', 'minCoverage'],
    [`${DAY}, approvedSources: []`, 'BAD_FILTER', 'approvedSources'],
    [`${DAY}, approvedSources: ["10.0.0.0/8", "here"]`, 'INVALID_CIDR', 'approvedSources[1]'],
  ],
  lateralPaths: [
    ...BAD_RANGES,
    [`${DAY}, maxDepth: 0`, 'BAD_PARAMETER', 'maxDepth'],
    [`${DAY}, maxDepth: 99`, 'BAD_PARAMETER', 'maxDepth'],
    [`${DAY}, maxPaths: 0`, 'BAD_PARAMETER', 'maxPaths'],
    [`${DAY}, maxPaths: 1001`, 'BAD_PARAMETER', 'maxPaths'],
    [`${DAY}, maxGap: "PT0S"`, 'INVALID_DURATION', 'maxGap'],
    [`${DAY}, addressLookback: "P1Y"`, 'INVALID_DURATION', 'addressLookback'],
    [`${DAY}, addressOverlap: "PT0S"`, 'INVALID_DURATION', 'addressOverlap'],
    [`${DAY}, from: { hostname: "" }`, 'INVALID_HOSTNAME', 'from.hostname'],
    [`${DAY}, to: { ip: "10.0.0.256" }`, 'INVALID_IP_ADDRESS', 'to.ip'],
    [`${DAY}, to: { user: "CORP\\\\" }`, 'INVALID_USER', 'to.user'],
  ],
  concurrentSessions: [
    ...BAD_RANGES,
    [`${DAY}, minPeak: 1`, 'BAD_PARAMETER', 'minPeak'],
    [`${DAY}, key: USER, distinct: USER`, 'BAD_PARAMETER', 'distinct'],
    [`${DAY}, key: HOST, distinct: HOST`, 'BAD_PARAMETER', 'distinct'],
    [`${DAY}, loginTypes: []`, 'BAD_FILTER', 'loginTypes'],
  ],
  longSessions: [...BAD_RANGES, ...BAD_DURATIONS],
  neverLocked: [...BAD_RANGES, ...BAD_DURATIONS],
  unlockedAt: [
    ['at: "now"', 'INVALID_TIME', 'at'],
    [`${MOMENT}, minUnlocked: "PT0S"`, 'INVALID_DURATION', 'minUnlocked'],
    [`${MOMENT}, minUnlocked: "-PT1H"`, 'INVALID_DURATION', 'minUnlocked'],
    [`${MOMENT}, minUnlocked: "P36501D"`, 'INVALID_DURATION', 'minUnlocked'],
    [`${MOMENT}, loginTypes: []`, 'BAD_FILTER', 'loginTypes'],
    [`${MOMENT}, first: 0`, 'BAD_PAGE', 'first'],
    [`${MOMENT}, after: "x"`, 'BAD_CURSOR', 'after'],
  ],
  reconnectFromNewSource: BAD_RANGES,
  reconnectWithoutLogin: [
    ...BAD_RANGES,
    [`${DAY}, window: "PT0S"`, 'INVALID_DURATION', 'window'],
    [`${DAY}, window: "-PT30S"`, 'INVALID_DURATION', 'window'],
  ],
  offHours: [
    [`${DAY}, ${UTC}, loginTypes: []`, 'BAD_FILTER', 'loginTypes'],
    [`${DAY}, ${UTC}, actions: []`, 'BAD_FILTER', 'actions'],
    [`${DAY}, ${UTC}, actions: [LOGIN, LOCK]`, 'BAD_PARAMETER', 'actions[1]'],
    [`${DAY}, ${UTC}, actions: LOGOUT`, 'BAD_PARAMETER', 'actions[0]'],
    ...BAD_RANGES.map(([parameters, ...refusal]): Refused => [`${parameters}, ${UTC}`, ...refusal]),
    [
      `range: { from: "2000-01-01T00:00:00Z", until: "2010-01-08T00:00:00.000001Z" }, ${UTC}`,
      'BAD_PARAMETER',
      'range.until',
    ],
    ...['Europe/Atlantis', '+01:00', '', ' ', 'UTC; drop'].map((zone): Refused => [
      `${DAY}, timeZone: "${zone}"`,
      'INVALID_TIME_ZONE',
      'timeZone',
    ]),
    [open('[]'), 'BAD_FILTER', 'openHours'],
    [open('[{ days: [], from: "07:00", until: "19:00" }]'), 'BAD_FILTER', 'openHours[0].days'],
    [open('[{ days: MONDAY, from: "24:00", until: "19:00" }]'), 'BAD_PARAMETER', 'openHours[0].from'],
    [open('[{ days: MONDAY, from: "7:00", until: "19:00" }]'), 'BAD_PARAMETER', 'openHours[0].from'],
    [open('[{ days: MONDAY, from: "07:00", until: "24:01" }]'), 'BAD_PARAMETER', 'openHours[0].until'],
    [open('[{ days: MONDAY, from: "07:00", until: "07:60" }]'), 'BAD_PARAMETER', 'openHours[0].until'],
    [
      open(`[${HOURS}, { days: MONDAY, from: "07:00", until: "07:00" }]`),
      'BAD_PARAMETER',
      'openHours[1].until',
    ],
    [open(`[${Array.from({ length: 101 }, () => HOURS).join(', ')}]`), 'BAD_PARAMETER', 'openHours'],
  ],
  orphans: [
    ...BAD_RANGES,
    [`${DAY}, actions: []`, 'BAD_FILTER', 'actions'],
    [`${DAY}, actions: LOGIN`, 'BAD_PARAMETER', 'actions[0]'],
    [`${DAY}, actions: [LOGOUT, LOGIN]`, 'BAD_PARAMETER', 'actions[1]'],
  ],
};

describe.each(HUNT_NAMES)('%s', (name) => {
  test.each(REFUSALS[name])(
    '(%s) is refused with the code %s and the field %s',
    async (parameters, code, field) => {
      const answer = await api().query(
        `{ ${rootOf(name)} { ${name}(${parameters}) { totalCount { value } } } }`,
      );
      const { errors } = answer;
      expectRefusedQuery(answer, code);
      expect(errors?.[0]?.extensions).toEqual({ code, field });
      expect(errors?.[0]?.message).toContain(field.split(/[.[]/)[0]);
    },
  );
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
