import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { ask, uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute, read, replace } from '../../support/hunts/huntEvents.ts';
import type { Sent } from '../../support/hunts/huntEvents.ts';
import { LONG_LOG } from '../../support/hunts/longLog.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';
import { newSourceOracle } from '../../support/hunts/reconnectOracle.ts';
import type { NewSourceParameters } from '../../support/hunts/reconnectOracle.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'reconnectFromNewSource',
  variables: { range: 'TimeRange!', excludeNoise: 'Boolean!' },
  select: 'reconnect { id } sourcesBefore',
});

const answerOf = async (server: Api, given: NewSourceParameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ reconnect, sourcesBefore, ...match }) => ({
    reconnect: uuidOf(reconnect),
    sourcesBefore: sourcesBefore.toSorted(),
    ...match,
  }));

const ALL = { range: { from: minute(-5), until: minute(300) }, excludeNoise: false };

test('reconnectFromNewSource finds sources that are new to the session', async () => {
  await checkAgainstOracle(database(), {
    log: logs({
      kinds: ['OK', 'RECONNECT', 'RECONNECT', 'RECONNECT', 'LOGOUT', 'LOCK', 'TWIN', 'BAD'],
      hosts: ['A', 'A', 'A', 'B'],
      loginTypes: ['RDP', 'RDP', 'REMOTE', 'INTERACTIVE', null],
    }),
    parameters: fc.record({
      range: fc.constantFrom(
        ALL.range,
        { from: minute(60), until: minute(150) },
        { from: minute(120, 1), until: minute(180) },
      ),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => answerOf(api(), given),
    oracle: newSourceOracle,
  });
});

test('on a long log it finds some with and some without an earlier source', async () => {
  await replace(database(), LONG_LOG);
  const expected = newSourceOracle(read(LONG_LOG), ALL);
  expect(await answerOf(api(), ALL)).toEqual(expected);
  const known = new Set(expected.map((match: any) => match.sourcesBefore.length > 0));
  expect(known).toEqual(new Set([true, false]));
});

const at = { hostname: 'A', user: 'CORP\\ana', loginId: '0x5' };
const login = (minutes: number, more: object): Sent => ({
  action: 'LOGIN',
  input: { ...at, time: minute(minutes), loginSuccessful: true, ...more },
});
const event = (action: Sent['action'], minutes: number, more: object = {}): Sent => ({
  action,
  input: { ...at, time: minute(minutes), ...more },
});
const RDP = { loginType: 'RDP', srcIp: '10.0.0.9' } as const;

/** The events of one login id, and the expected matches: the minute of the reconnect and the earlier sources. */
const STORIES: readonly (readonly [
  string,
  readonly Sent[],
  readonly (readonly [number, readonly string[]])[],
])[] = [
  ['the same source does not match', [login(0, RDP), event('RECONNECT', 5, RDP)], []],
  [
    'another source matches',
    [login(0, RDP), event('RECONNECT', 5, { srcIp: '10.0.0.8' })],
    [[5, ['10.0.0.9']]],
  ],
  [
    'sources are in their order, and a reconnect from one of them does not match',
    [
      login(0, RDP),
      event('RECONNECT', 5, { srcIp: '10.0.0.10' }),
      event('RECONNECT', 6, { srcIp: '2001:db8::1' }),
      event('RECONNECT', 7, { srcIp: '10.0.0.10' }),
      event('RECONNECT', 8, { srcIp: '10.0.0.1' }),
    ],
    [
      [5, ['10.0.0.9']],
      [6, ['10.0.0.9', '10.0.0.10']],
      [8, ['10.0.0.9', '10.0.0.10', '2001:db8::1']],
    ],
  ],
  [
    'a reconnect from an address to an interactive session matches',
    [login(0, { loginType: 'INTERACTIVE' }), event('RECONNECT', 5, RDP)],
    [[5, []]],
  ],
  ['a reconnect without a source does not match', [login(0, RDP), event('RECONNECT', 5)], []],
  [
    'a reconnect that begins its session does not match, the next one is compared with it',
    [event('RECONNECT', 5, RDP), event('RECONNECT', 6, RDP), event('RECONNECT', 7, { srcIp: '10.0.0.7' })],
    [[7, ['10.0.0.9']]],
  ],
  [
    'a logout begins a new session',
    [login(0, RDP), event('LOGOUT', 1), event('RECONNECT', 5, { srcIp: '10.0.0.8' })],
    [],
  ],
  [
    'sources of the previous session with the same login id do not count',
    [login(0, RDP), event('LOGOUT', 1), login(2, { ...RDP, srcIp: '10.0.0.8' }), event('RECONNECT', 5, RDP)],
    [[5, ['10.0.0.8']]],
  ],
  [
    'the source of an elevated twin belongs to the session',
    [
      login(0, { loginType: 'RDP' }),
      login(0, { ...RDP, loginId: '0x6', linkedLoginId: '0x5' }),
      event('RECONNECT', 5, RDP),
    ],
    [],
  ],
  [
    'a reconnect with a uid belongs to its session also after a fixed logon with the same login id',
    [
      login(0, { ...RDP, loginId: '0x3e7' }),
      login(1, { loginId: '0x3e7', uid: 'S-1-5-18' }),
      event('RECONNECT', 5, { loginId: '0x3e7', uid: '1000', srcIp: '10.0.0.8' }),
    ],
    [[5, ['10.0.0.9']]],
  ],
  [
    'a failed login with the source does not count',
    [
      login(0, { ...RDP, srcIp: '10.0.0.8' }),
      login(1, { ...RDP, loginSuccessful: false }),
      event('RECONNECT', 5, RDP),
    ],
    [[5, ['10.0.0.8']]],
  ],
  [
    'a source that only appears later is new before',
    [login(0, RDP), event('RECONNECT', 5, { srcIp: '10.0.0.8' }), event('LOGOUT', 6, { srcIp: '10.0.0.8' })],
    [[5, ['10.0.0.9']]],
  ],
  [
    'an event without a login id has no session',
    [login(0, RDP), event('RECONNECT', 5, { srcIp: '10.0.0.8', loginId: null })],
    [],
  ],
  [
    'a fixed logon has no session',
    [
      login(0, { ...RDP, loginId: '0x3e7' }),
      event('RECONNECT', 5, { srcIp: '10.0.0.8', loginId: '0x3e7', uid: 'S-1-5-18' }),
    ],
    [],
  ],
];

test.each(STORIES)('%s', async (_, sent, found) => {
  await replace(database(), sent);
  const query = `query ($range: TimeRange!) { hunts { reconnectFromNewSource(range: $range, excludeNoise: false) {
    nodes { reconnect { time session { id } } sourcesBefore } } } }`;
  const { nodes } = (await ask(api(), query, { range: ALL.range })).hunts.reconnectFromNewSource;
  expect(nodes.map(({ reconnect, sourcesBefore }: any) => [reconnect.time, sourcesBefore])).toEqual(
    found.map(([minutes, sources]) => [minute(minutes), sources]),
  );
  expect(nodes.filter(({ reconnect }: any) => reconnect.session === null)).toEqual([]);
});

describeReal('reconnectFromNewSource on real logs', () => {
  const real = useRealLog(...LAB);

  test('two users reconnect, but not from a new source', async () => {
    const range = { from: '2020-01-01T00:00:00.000000Z', until: '2022-01-01T00:00:00.000000Z' };
    expect(real().events.filter(({ action }) => action === 'RECONNECT')).toHaveLength(2);
    expect(newSourceOracle(real().events, { range, excludeNoise: false })).toEqual([]);
    expect(await answerOf(real().api, { range, excludeNoise: false })).toEqual([]);
  });
});
