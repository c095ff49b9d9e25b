import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { EventInput } from '../../../src/model/eventInput.ts';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { ask, uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { build, logs, minute, replace } from '../../support/hunts/huntEvents.ts';
import type { Sent } from '../../support/hunts/huntEvents.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { orphanOracle } from '../../support/hunts/orphanOracle.ts';
import type { OrphansParameters } from '../../support/hunts/orphanOracle.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';
import { store } from '../../support/sessionItems.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'orphans',
  variables: { range: 'TimeRange!', actions: '[SessionAction!]!' },
  select: 'event { id session { id } } reason',
  also: 'rateTotalCount { value } rates { host { hostname } day orphans events rate }',
});

type Answer = { readonly matches: readonly object[]; readonly rates: readonly object[] };

/** Checks that the event of a match has no session either. */
const answerOf = async (server: Api, given: OrphansParameters): Promise<Answer> => {
  const { matches, rest } = await asked(server, given);
  expect(matches.filter(({ event }) => event.session !== null)).toEqual([]);
  expect(rest.rateTotalCount.value).toBe(rest.rates.length);
  const found = matches.map(({ event, ...match }) => ({ event: uuidOf(event), ...match }));
  return { matches: found, rates: rest.rates };
};

const ACTIONS = ['LOCK', 'LOGOUT', 'RECONNECT', 'UNLOCK'];
/** An event that always matches. */
const NO_LOGIN: Sent = { action: 'LOCK', input: { time: minute(850), hostname: 'A', user: 'CORP\\ana' } };

test('orphans finds the events without a session, the reason, and the rates of hosts and days', async () => {
  await checkAgainstOracle(database(), {
    log: logs({
      kinds: ['OK', 'OK', 'BAD', 'LOGOUT', 'LOGOUT', 'LOGOUT', 'LOCK', 'UNLOCK', 'RECONNECT', 'TWIN'],
      hosts: ['A', 'B', 'SRV1'],
      loginTypes: ['REMOTE', 'REMOTE', 'REMOTE', 'RDP', null],
    }).map((sent) => [...sent.map(halfADayOn), NO_LOGIN]),
    parameters: fc.record({
      range: fc.constantFrom(
        { from: minute(0, -1), until: minute(2000) },
        { from: minute(840), until: minute(900, 1) },
        { from: minute(60), until: minute(960) },
      ),
      actions: fc.constantFrom(ACTIONS, ['LOCK', 'LOGOUT'], ['LOCK', 'RECONNECT', 'UNLOCK']),
    }),
    asked: async (given) => [await answerOf(api(), given)],
    oracle: (events, given) => [orphanOracle(events, given)],
    covers: (found) => found.some(({ matches }) => matches.length > 0),
  });
});

/** The log begins at 8:00; with an offset from 22:00 on it crosses midnight. */
const halfADayOn = ({ action, input }: Sent): Sent => {
  const time = String(input.time);
  const second = new Date(Date.parse(`${time.slice(0, 19)}Z`) + 14 * 3_600_000).toISOString().slice(0, 19);
  return { action, input: { ...input, time: `${second}${time.slice(19)}` } };
};

const remote = (action: 'LOGIN' | 'LOGOUT', at: number, more: Partial<EventInput> = {}): Sent => {
  const input = { time: minute(at), hostname: 'A', user: 'CORP\\ben', loginId: '0x5', loginType: 'REMOTE' };
  const success = action === 'LOGIN' ? { loginSuccessful: true } : {};
  return { action, input: { ...input, ...success, ...more } as EventInput };
};
const of = (action: 'LOCK' | 'UNLOCK', at: number, more: Partial<EventInput>): Sent => ({
  action,
  input: { time: minute(at), hostname: 'A', user: 'CORP\\ben', ...more },
});
const SYSTEM = { loginId: '0x3e7', uid: 'S-1-5-18' };
const WHOLE = { range: { from: minute(0), until: minute(215) }, actions: ACTIONS };

/** Cases worked out by hand: the sent events, and the minutes and reasons of those without a session. */
test.each<[string, readonly Sent[], readonly string[]]>([
  ['a REMOTE logout alone', [remote('LOGOUT', 5)], ['5 NO_LOGIN']],
  ['a REMOTE logout before its login', [remote('LOGOUT', 5), remote('LOGIN', 10)], ['5 NO_LOGIN']],
  ['a login and its logouts', [remote('LOGIN', 5), remote('LOGOUT', 10), remote('LOGOUT', 15)], []],
  [
    'the login of another host',
    [remote('LOGIN', 5, { hostname: 'B' }), remote('LOGOUT', 10)],
    ['10 NO_LOGIN'],
  ],
  [
    'a login that failed',
    [remote('LOGIN', 5, { loginSuccessful: false }), remote('LOGOUT', 10)],
    ['10 NO_LOGIN'],
  ],
  ['an RDP logout alone, which opens a session', [remote('LOGOUT', 5, { loginType: 'RDP' })], []],
  ['a logout of unknown type alone', [remote('LOGOUT', 5, { loginType: null })], []],
  [
    'a lock and the REMOTE logout of the session that it opened',
    [of('LOCK', 5, { loginId: '0x5' }), remote('LOGOUT', 10)],
    [],
  ],
  ['no login id', [of('LOCK', 5, {}), of('UNLOCK', 10, {})], ['5 NO_LOGIN_ID', '10 NO_LOGIN_ID']],
  ['SYSTEM', [of('UNLOCK', 5, SYSTEM), remote('LOGOUT', 10, SYSTEM)], ['5 FIXED_LOGON', '10 FIXED_LOGON']],
  ['the number of SYSTEM without its uid', [of('LOCK', 5, { loginId: '0x3e7', uid: '1000' })], []],
  [
    'both ends of the range',
    [remote('LOGOUT', 0), remote('LOGOUT', 215, { loginId: '0x6' })],
    ['0 NO_LOGIN'],
  ],
])('%s', async (_, sent, expected) => {
  await replace(database(), sent);
  const { matches } = await asked(api(), WHOLE);
  const times = new Map(build(sent).map(({ uuid, time }) => [uuid, time]));
  const minuteOf = (time: string): number => (Date.parse(time) - Date.parse(minute(0))) / 60_000;
  expect(matches.map(({ event, reason }) => `${minuteOf(times.get(uuidOf(event)) ?? '')} ${reason}`)).toEqual(
    expected,
  );
});

const RESTART = {
  kind: 'HOST_START',
  hostname: 'A',
  time: minute(10),
  uuid: '00000000-0000-8000-8000-000000000001',
  sourceId: null,
} as const;

test('a REMOTE logout after a restart of its host is an orphan, one before is not', async () => {
  const sent = [remote('LOGIN', 5), remote('LOGOUT', 20)];
  await replace(database(), sent);
  expect((await asked(api(), WHOLE)).matches).toEqual([]);
  await store(database(), [{ context: RESTART }]);
  expect((await asked(api(), WHOLE)).matches.map(({ reason }) => reason)).toEqual(['NO_LOGIN']);
});

test('at most 1,000 rates are returned, those with most orphans first, and all are counted', async () => {
  const hosts = Array.from({ length: 1001 }, (_, n) => `H${String(n).padStart(4, '0')}`);
  const locks = hosts.map((hostname) => of('LOCK', 5, { hostname }));
  await replace(database(), [...locks, of('UNLOCK', 10, { hostname: 'H1000' })]);
  const query = `query ($range: TimeRange!) { hunts { orphans(range: $range, first: 1) { totalCount { value } rateTotalCount { value }
    rates { host { hostname } orphans } } } }`;
  const {
    totalCount: { value: total },
    rateTotalCount: { value: rateTotal },
    rates,
  } = (await ask(api(), query, { range: WHOLE.range })).hunts.orphans;
  expect({ total, rateTotal }).toEqual({ total: 1002, rateTotal: 1001 });
  expect(rates.map(({ host }: any) => host.hostname)).toEqual(['H1000', ...hosts.slice(0, 999)]);
});

describeReal('orphans on a real log', () => {
  const real = useRealLog(...LAB);

  test('finds the same as the oracle', async () => {
    const given = {
      range: { from: '2010-01-01T00:00:00.000000Z', until: '2026-01-01T00:00:00.000000Z' },
      actions: ACTIONS,
    };
    expect(await answerOf(real().api, given)).toEqual(orphanOracle(real().events, given));
  });
});
