import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute, read, replace } from '../../support/hunts/huntEvents.ts';
import type { Sent } from '../../support/hunts/huntEvents.ts';
import { LONG_LOG } from '../../support/hunts/longLog.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';
import { withoutLoginOracle } from '../../support/hunts/reconnectOracle.ts';
import type { WithoutLoginParameters } from '../../support/hunts/reconnectOracle.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'reconnectWithoutLogin',
  variables: { range: 'TimeRange!', window: 'Duration!', excludeNoise: 'Boolean!' },
  select: 'reconnect { id }',
});

const answerOf = async (server: Api, given: WithoutLoginParameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ reconnect, ...match }) => ({
    reconnect: uuidOf(reconnect),
    ...match,
  }));

const ALL = { range: { from: minute(-5), until: minute(300) }, window: 'PT5M', excludeNoise: false };

test('reconnectWithoutLogin finds reconnects without a matching login', async () => {
  await checkAgainstOracle(database(), {
    log: logs({ kinds: ['OK', 'OK', 'RECONNECT', 'RECONNECT', 'TWIN', 'BAD', 'UNLOCK'], hosts: ['A', 'B'] }),
    parameters: fc.record({
      range: fc.constantFrom(
        ALL.range,
        { from: minute(60), until: minute(150) },
        { from: minute(120, 1), until: minute(180) },
      ),
      window: fc.constantFrom('PT1M', 'PT5M', 'PT10M', 'PT24H'),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => answerOf(api(), given),
    oracle: withoutLoginOracle,
  });
});

test('on a long log it finds some reconnects and omits some', async () => {
  await replace(database(), LONG_LOG);
  const events = read(LONG_LOG);
  const expected = withoutLoginOracle(events, ALL);
  expect(await answerOf(api(), ALL)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(events.filter(({ action }) => action === 'RECONNECT').length);
});

const RECONNECT: Sent = {
  action: 'RECONNECT',
  input: { hostname: 'A', user: 'CORP\\ana', loginId: '0x5', time: minute(10), loginType: 'RDP' },
};
const login = (more: object): Sent => ({
  action: 'LOGIN',
  input: {
    hostname: 'A',
    user: 'CORP\\ana',
    loginId: '0x6',
    time: minute(10),
    loginSuccessful: true,
    ...more,
  },
});

/** A login, and whether the reconnect of CORP\ana on A still matches; the window is half a minute. */
test.each([
  ['of another type', { loginType: 'REMOTE' }, false],
  ['in another spelling', { user: 'ANA@corp.example' }, false],
  ['30 seconds before', { time: minute(9.5) }, false],
  ['one microsecond earlier than that', { time: minute(9, 29_999_999) }, true],
  ['30 seconds after', { time: minute(10.5) }, false],
  ['one microsecond later than that', { time: minute(10, 30_000_001) }, true],
  ['that failed', { loginSuccessful: false }, true],
  ['that is an elevated twin', { linkedLoginId: '0x7' }, false],
  ['on another host', { hostname: 'B' }, true],
  ['of another user', { user: 'CORP\\ben' }, true],
  ['of the same name in another domain', { user: 'LAB\\ana' }, true],
  ['of the same name in an unknown domain', { user: 'ana' }, true],
  ['of an unknown user', { user: null }, true],
])('a login %s', async (_, more, isFound) => {
  await replace(database(), [RECONNECT, login(more)]);
  const found = await answerOf(api(), {
    ...ALL,
    range: { from: minute(10), until: minute(11) },
    window: 'PT30S',
  });
  expect(found).toHaveLength(isFound ? 1 : 0);
});

test('an unknown user has no login', async () => {
  const nobody = { ...RECONNECT, input: { ...RECONNECT.input, user: null } };
  await replace(database(), [nobody, login({ user: null })]);
  expect(await answerOf(api(), ALL)).toHaveLength(1);
});

test('a login outside of the range explains a reconnect at its edge', async () => {
  await replace(database(), [RECONNECT, login({ time: minute(9.9) })]);
  const from = { ...ALL, range: { from: minute(10), until: minute(10, 1) }, window: 'PT10S' };
  expect(await answerOf(api(), from)).toEqual([]);
  await replace(database(), [RECONNECT, login({ time: minute(10.1) })]);
  expect(await answerOf(api(), from)).toEqual([]);
});

const RANGE = { from: '2020-01-01T00:00:00.000000Z', until: '2022-01-01T00:00:00.000000Z' };

describeReal('reconnectWithoutLogin on the logs of a lab', () => {
  const real = useRealLog(...LAB);

  test('finds neither of the two reconnects, because of a login of another type a second before', async () => {
    expect(real().events.filter(({ action }) => action === 'RECONNECT')).toHaveLength(2);
    expect(await answerOf(real().api, { range: RANGE, window: 'PT30S', excludeNoise: true })).toEqual([]);
  });
});

describeReal('reconnectWithoutLogin on the logs of hijacks', () => {
  const real = useRealLog(
    'windows-evtx/ID4778_4779_RDP_hijack_direct.evtx',
    'windows-evtx/ID4778_RDP_hijack_cmd.evtx',
  );

  test('finds both', async () => {
    const reconnects = real().events.filter(({ action }) => action === 'RECONNECT');
    expect(reconnects.map(({ user }) => user)).toEqual(['OFFSEC\\admmarsid', 'OFFSEC\\admmarsid']);
    expect(await answerOf(real().api, { range: RANGE, window: 'PT30S', excludeNoise: true })).toEqual(
      reconnects.map(({ uuid }) => ({ reconnect: uuid, evidence: [uuid] })),
    );
  });
});
