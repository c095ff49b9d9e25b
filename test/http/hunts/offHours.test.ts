import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute, replace } from '../../support/hunts/huntEvents.ts';
import type { Sent } from '../../support/hunts/huntEvents.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { offHoursOracle } from '../../support/hunts/offHoursOracle.ts';
import type { Hours, OffHoursParameters } from '../../support/hunts/offHoursOracle.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'offHours',
  variables: {
    range: 'TimeRange!',
    timeZone: 'String!',
    openHours: '[OpenHoursInput!]!',
    actions: '[SessionAction!]!',
    loginTypes: '[LoginType!]',
    excludeNoise: 'Boolean!',
  },
  select: 'event { id } localTime weekday',
});

const ARRIVALS = ['LOGIN', 'RECONNECT', 'UNLOCK'];
const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const YEAR = { from: '2026-01-01T00:00:00.000000Z', until: '2026-11-20T00:00:00.000000Z' };

const answerOf = async (server: Api, given: OffHoursParameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ event, ...match }) => ({ event: uuidOf(event), ...match }));

/** Two hours before clock changes: in Berlin forward and back, on Lord Howe by half an hour, in Auckland and the Chathams back and forward. */
const BEGINNINGS = [
  '2026-03-28T23:00:00Z',
  '2026-10-24T23:00:00Z',
  '2026-04-04T13:00:00Z',
  '2026-04-04T12:00:00Z',
  '2026-09-26T12:00:00Z',
  // Sunday to Monday in Kathmandu, which is 5:45 ahead.
  '2026-06-07T16:15:00Z',
];

const moveTo = (sent: readonly Sent[], beginning: string): readonly Sent[] => {
  const byMs = Date.parse(beginning) - Date.parse(minute(0));
  return sent.map(({ action, input }) => {
    const time = String(input.time);
    const second = new Date(Date.parse(`${time.slice(0, 19)}Z`) + byMs).toISOString().slice(0, 19);
    return { action, input: { ...input, time: `${second}${time.slice(19)}` } };
  });
};

/** A day without generated hours in any of the zones. */
const ON_FRIDAY = (['RDP', 'REMOTE'] as const).map((loginType): Sent => {
  const login = { hostname: 'A', user: 'CORP\\ana', loginType, loginSuccessful: true };
  return { action: 'LOGIN', input: { ...login, time: '2026-05-08T06:00:00Z' } };
});

test('offHours finds logins, reconnects and unlocks outside of the hours, in local time', async () => {
  const few = logs({
    kinds: ['OK', 'OK', 'TWIN', 'BAD', 'LOGOUT', 'LOCK', 'RECONNECT', 'UNLOCK'],
    users: ['CORP\\ana', 'CORP\\A$', null],
    maxLength: 12,
  });
  await checkAgainstOracle(database(), {
    log: fc
      .tuple(...BEGINNINGS.map((beginning) => few.map((sent) => moveTo(sent, beginning))))
      .map((parts) => [...parts.flat(), ...ON_FRIDAY]),
    parameters: fc.record({
      range: fc.constantFrom(
        YEAR,
        { from: '2026-03-29T00:00:00.000000Z', until: '2026-10-25T01:00:00.000000Z' },
        { from: '2026-03-29T01:00:00.000000Z', until: '2026-10-25T01:00:00.000001Z' },
      ),
      timeZone: fc.constantFrom(
        'Europe/Berlin',
        'Australia/Lord_Howe',
        'Pacific/Auckland',
        'Pacific/Chatham',
        'Asia/Kathmandu',
        'America/St_Johns',
        'UTC',
      ),
      openHours: fc.array(
        fc.record({
          days: fc.constantFrom(['SUNDAY'], ['SATURDAY', 'MONDAY'], WEEK.slice(0, 3)),
          from: fc.constantFrom('00:00', '01:30', '02:00', '02:30', '22:00', '23:59'),
          until: fc.constantFrom('00:01', '01:45', '02:05', '03:00', '23:00', '24:00'),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      actions: fc.subarray(ARRIVALS, { minLength: 1 }),
      loginTypes: fc.constantFrom(null, ['RDP'], ['LOCAL', 'REMOTE']),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => answerOf(api(), given),
    oracle: offHoursOracle,
  });
});

const every = (from: string, until: string, days = WEEK): readonly Hours[] => [{ days, from, until }];
const WORK = every('07:00', '19:00', WEEK.slice(0, 5));

/** Cases worked out by hand: the hours, the times of logins, and the local times of those outside. */
test.each<[string, string, readonly Hours[], readonly string[], readonly string[]]>([
  [
    'both ends of the hours',
    'UTC',
    WORK,
    [
      '2026-11-16T06:59:59.999999Z',
      '2026-11-16T07:00:00Z',
      '2026-11-16T18:59:59.999999Z',
      '2026-11-16T19:00:00Z',
    ],
    ['MONDAY 2026-11-16T06:59:59.999999+00:00', 'MONDAY 2026-11-16T19:00:00.000000+00:00'],
  ],
  [
    'the day of the zone, not of UTC',
    'America/St_Johns',
    WORK,
    ['2026-11-16T10:29:00Z', '2026-11-16T10:30:00Z', '2026-11-14T10:30:00Z', '2026-11-16T02:00:00Z'],
    [
      'SATURDAY 2026-11-14T07:00:00.000000-03:30',
      'SUNDAY 2026-11-15T22:30:00.000000-03:30',
      'MONDAY 2026-11-16T06:59:00.000000-03:30',
    ],
  ],
  [
    'Berlin forward: 07:00 is an hour earlier in UTC from Sunday on',
    'Europe/Berlin',
    every('07:00', '19:00'),
    ['2026-03-28T05:59:00Z', '2026-03-28T06:00:00Z', '2026-03-29T04:59:00Z', '2026-03-29T05:00:00Z'],
    ['SATURDAY 2026-03-28T06:59:00.000000+01:00', 'SUNDAY 2026-03-29T06:59:00.000000+02:00'],
  ],
  [
    'Berlin forward: 02:30 does not exist, hours until then end at 03:00',
    'Europe/Berlin',
    every('22:00', '02:30'),
    ['2026-03-29T00:59:59.999999Z', '2026-03-29T01:00:00Z'],
    ['SUNDAY 2026-03-29T03:00:00.000000+02:00'],
  ],
  [
    'Berlin back: the repeated hour is open twice, until its half',
    'Europe/Berlin',
    every('22:00', '02:30'),
    ['2026-10-25T00:29:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:29:00Z', '2026-10-25T01:30:00Z'],
    ['SUNDAY 2026-10-25T02:30:00.000000+02:00', 'SUNDAY 2026-10-25T02:30:00.000000+01:00'],
  ],
  [
    'Auckland back in April, on the southern hemisphere',
    'Pacific/Auckland',
    every('07:00', '19:00'),
    ['2026-04-03T18:00:00Z', '2026-04-04T18:00:00Z', '2026-04-04T19:00:00Z'],
    ['SUNDAY 2026-04-05T06:00:00.000000+12:00'],
  ],
  [
    'Auckland forward in September',
    'Pacific/Auckland',
    every('07:00', '19:00'),
    ['2026-09-25T18:00:00Z', '2026-09-25T19:00:00Z', '2026-09-26T18:00:00Z', '2026-09-26T17:59:00Z'],
    ['SATURDAY 2026-09-26T06:00:00.000000+12:00', 'SUNDAY 2026-09-27T06:59:00.000000+13:00'],
  ],
  [
    'Lord Howe back by half an hour: half past one occurs twice',
    'Australia/Lord_Howe',
    every('01:30', '01:45', ['SUNDAY']),
    ['2026-04-04T14:30:00Z', '2026-04-04T14:45:00Z', '2026-04-04T15:00:00Z', '2026-04-04T15:15:00Z'],
    ['SUNDAY 2026-04-05T01:45:00.000000+11:00', 'SUNDAY 2026-04-05T01:45:00.000000+10:30'],
  ],
  [
    'over midnight from Sunday to Monday, with an offset of three quarters of an hour',
    'Asia/Kathmandu',
    every('22:00', '06:00', ['SUNDAY']),
    ['2026-06-07T16:14:00Z', '2026-06-07T16:15:00Z', '2026-06-08T00:14:00Z', '2026-06-08T00:15:00Z'],
    ['SUNDAY 2026-06-07T21:59:00.000000+05:45', 'MONDAY 2026-06-08T06:00:00.000000+05:45'],
  ],
  [
    'a whole day',
    'UTC',
    every('00:00', '24:00', ['TUESDAY']),
    [
      '2026-11-16T23:59:59.999999Z',
      '2026-11-17T00:00:00Z',
      '2026-11-17T23:59:59.999999Z',
      '2026-11-18T00:00:00Z',
    ],
    ['MONDAY 2026-11-16T23:59:59.999999+00:00', 'WEDNESDAY 2026-11-18T00:00:00.000000+00:00'],
  ],
  [
    'up to 00:00, which is midnight at the end of the day',
    'UTC',
    every('12:00', '00:00', ['TUESDAY']),
    ['2026-11-17T11:59:00Z', '2026-11-17T12:00:00Z', '2026-11-17T23:59:00Z', '2026-11-18T00:00:00Z'],
    ['TUESDAY 2026-11-17T11:59:00.000000+00:00', 'WEDNESDAY 2026-11-18T00:00:00.000000+00:00'],
  ],
])('%s', async (_, timeZone, openHours, times, outside) => {
  const sent = times.map((time): Sent => ({
    action: 'LOGIN',
    input: { time, hostname: 'A', user: 'CORP\\ana', loginType: 'INTERACTIVE', loginSuccessful: true },
  }));
  await replace(database(), sent);
  const given = {
    range: YEAR,
    timeZone,
    openHours,
    actions: ['LOGIN'],
    loginTypes: null,
    excludeNoise: true,
  };
  const { matches } = await asked(api(), given);
  expect(matches.map(({ weekday, localTime }) => `${weekday} ${localTime}`)).toEqual(outside);
});

test('without actions, a reconnect and an unlock are found as a login is; a failed login, a lock and a logout are not', async () => {
  const common = { time: '2026-11-16T02:00:00Z', hostname: 'A', user: 'CORP\\ana' };
  const remote = { ...common, loginType: 'RDP' } as const;
  await replace(database(), [
    { action: 'LOGIN', input: { ...remote, loginSuccessful: false } },
    { action: 'LOGIN', input: { ...remote, loginSuccessful: true } },
    { action: 'RECONNECT', input: remote },
    { action: 'LOCK', input: common },
    { action: 'UNLOCK', input: common },
    { action: 'LOGOUT', input: remote },
  ]);
  const { data } = await api().query(
    `query ($range: TimeRange!) { hunts { offHours(range: $range, timeZone: "UTC") { parameters { actions } nodes { event { action } } } } }`,
    { range: YEAR },
  );
  const { parameters, nodes } = data.hunts.offHours;
  expect(parameters.actions).toEqual(ARRIVALS);
  expect(nodes.map(({ event }: any) => event.action).toSorted()).toEqual(ARRIVALS);
});

describeReal('offHours on a real log', () => {
  const real = useRealLog(...LAB, 'windows-evtx/security.evtx');

  test.each(['Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu'])(
    'finds the same as the oracle in %s',
    async (timeZone) => {
      const range = { from: '2016-01-01T00:00:00.000000Z', until: '2026-01-01T00:00:00.000000Z' };
      const given = {
        range,
        timeZone,
        openHours: WORK,
        actions: ARRIVALS,
        loginTypes: null,
        excludeNoise: false,
      };
      const expected = offHoursOracle(real().events, given);
      expect(expected.length).toBeGreaterThan(0);
      expect(await answerOf(real().api, given)).toEqual(expected);
    },
  );
});
