import { describe, expect, test } from '@jest/globals';

import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import { selectCoverage } from '../../src/db/selectCoverage.ts';
import { eraseEvents } from '../../src/domain/eraseEvents.ts';
import { findState } from '../../src/domain/sessionStates.ts';
import type { StoredSession } from '../../src/model/session/session.ts';

import { useDatabase } from '../support/database.ts';
import {
  at,
  disconnect,
  lock,
  login,
  logout,
  reconnect,
  stop,
  storeLate,
  unlock,
} from '../support/aroundRetention.ts';
import { readSessions, storeFacts } from '../support/sessions/storeFacts.ts';
import type { OracleFact } from '../support/sessions/types.ts';

const database = useDatabase();

const ANA = { user: 'ana', userName: 'ana', loginType: 'INTERACTIVE' } as const;
const BEN = { user: 'ben', userName: 'ben', loginType: 'INTERACTIVE' } as const;

const summarize = ({ startedAt, startReason, userName, endedAt, endReason }: StoredSession): object => ({
  startedAt,
  startReason,
  userName,
  endedAt,
  endReason,
});

const LOGIN_OF_ANA = { startedAt: at('06-30 05:00'), startReason: 'LOGIN', userName: 'ana' };
const OPEN = { endedAt: null, endReason: null };

describe('a late fact leaves the session whose login retention has dropped', () => {
  test('open, after a lock between two kept facts', async () => {
    const facts = [login('06-30 05:00', ANA), lock('07-10 08:00'), unlock('07-12 08:00')];
    const [session, ...others] = await storeLate(database(), facts, [[lock('07-11 08:00')]]);
    expect(others).toEqual([]);
    expect(summarize(session!)).toEqual({ ...LOGIN_OF_ANA, ...OPEN });
    expect(session).toMatchObject({ loginType: 'INTERACTIVE', lockCount: 2, unlockCount: 1 });
    const db = makeRequestDatabase(database());
    expect(await findState(db, session!, at('06-30 06:00'))).toBe('UNKNOWN');
    expect(await findState(db, session!, at('07-10 09:00'))).toBe('UNKNOWN');
    expect(await findState(db, session!, at('07-11 09:00'))).toBe('LOCKED');
  });

  test.each([
    ['a lock', lock('07-07 06:00')],
    ['a second record of the login', login('07-07 06:00', { ...BEN, sourceId: 'log/2' })],
  ])('superseded, after %s at the time of the next login', async (_, late) => {
    const facts = [login('06-30 05:00', ANA), login('07-07 06:00', BEN), reconnect('07-07 06:01')];
    const sessions = await storeLate(database(), facts, [[late]]);
    expect(sessions.map(summarize)).toContainEqual({
      ...LOGIN_OF_ANA,
      endedAt: at('07-07 06:00'),
      endReason: 'SUPERSEDED',
    });
    expect(sessions).toHaveLength(2);
  });

  test('superseded by a late login before its logout', async () => {
    const facts = [login('06-30 05:00', ANA), logout('07-05 05:00')];
    const sessions = await storeLate(database(), facts, [[login('07-04 00:00', BEN)]]);
    expect(sessions.map(summarize)).toEqual([
      { ...LOGIN_OF_ANA, endedAt: at('07-04 00:00'), endReason: 'SUPERSEDED' },
      {
        startedAt: at('07-04 00:00'),
        startReason: 'LOGIN',
        userName: 'ben',
        endedAt: at('07-05 05:00'),
        endReason: 'LOGOUT',
      },
    ]);
  });

  test('ended by a late logout before the known one', async () => {
    const facts = [login('06-30 05:00', ANA), logout('07-05 05:00')];
    const sessions = await storeLate(database(), facts, [[logout('07-04 00:00')]]);
    expect(sessions.map(summarize)).toEqual([
      { ...LOGIN_OF_ANA, endedAt: at('07-04 00:00'), endReason: 'LOGOUT' },
    ]);
  });

  test.each([
    ['login', login('07-09 00:00')],
    ['twin', login('07-09 00:00', { linkedLoginId: '0x2' })],
  ])('ended by its logout, after a late %s between two logouts', async (_, late) => {
    const facts = [login('06-30 05:00', ANA), logout('07-05 05:00'), logout('07-10 00:00')];
    const [session] = await storeLate(database(), facts, [[late]]);
    expect(summarize(session!)).toEqual({
      ...LOGIN_OF_ANA,
      endedAt: at('07-05 05:00'),
      endReason: 'LOGOUT',
    });
  });

  test('ended by a logout that retention has dropped, too', async () => {
    const facts = [login('06-30 05:00', ANA), logout('06-30 09:00'), logout('07-10 00:00')];
    const [session, ...others] = await storeLate(database(), facts, [[logout('07-09 00:00')]]);
    expect(others).toEqual([]);
    expect(session).toMatchObject({ ...LOGIN_OF_ANA, endedAt: at('06-30 09:00'), endReason: 'LOGOUT' });
    expect(session!.lastAt).toBe(at('07-10 00:00'));
  });

  test('without a change, after a late disconnect', async () => {
    const facts = [login('06-30 05:00', ANA), lock('06-30 06:00'), lock('07-10 00:00')];
    const [session, ...others] = await storeLate(database(), facts, [[disconnect('07-09 00:00')]]);
    expect(others).toEqual([]);
    expect(session).toMatchObject({ ...LOGIN_OF_ANA, ...OPEN, lockCount: 2 });
  });

  test('stopped, after a late stop of its host before the first kept fact', async () => {
    const facts = [
      login('06-30 05:00', ANA),
      logout('06-30 09:00'),
      lock('06-30 10:00'),
      login('06-30 05:00', { ...BEN, loginId: '0x2' }),
    ];
    const sessions = await storeLate(database(), facts, [[stop('06-30 08:00')]]);
    expect(sessions.map(({ loginId, startedAt, endReason }) => [loginId, startedAt, endReason])).toEqual(
      expect.arrayContaining([
        ['0x1', at('06-30 05:00'), 'HOST_STOP'],
        ['0x1', at('06-30 10:00'), null],
        ['0x2', at('06-30 05:00'), 'HOST_STOP'],
      ]),
    );
  });

  test('after a late event of the month that was dropped', async () => {
    const facts = [login('06-30 05:00', ANA), lock('06-30 09:00'), lock('07-10 00:00')];
    const [session, ...others] = await storeLate(database(), facts, [
      [unlock('06-30 10:00')],
      [lock('07-09 00:00')],
    ]);
    expect(others).toEqual([]);
    expect(session).toMatchObject({ ...LOGIN_OF_ANA, ...OPEN, lockCount: 3, unlockCount: 1 });
  });
});

test('facts that a kept twin takes stay apart from the session of its pair', async () => {
  const facts = [
    login('06-30 05:00', ANA),
    lock('07-03 00:00'),
    login('07-05 00:00', { linkedLoginId: '0x2' }),
    logout('07-10 00:00'),
  ];
  const [session, ...others] = await storeLate(database(), facts, [
    [lock('07-02 00:00')],
    [lock('07-09 00:00')],
  ]);
  expect(others).toEqual([]);
  expect(session).toMatchObject({ ...LOGIN_OF_ANA, ...OPEN, lockCount: 2 });
});

test('sources of dropped facts stay, and those of kept events belong to the session that has them', async () => {
  const from = (srcIp: string) => ({ loginType: 'RDP', srcIp }) as const;
  const facts = [
    login('06-30 05:00', { ...ANA, ...from('10.0.0.1') }),
    reconnect('06-30 06:00', from('10.0.0.2')),
    reconnect('07-05 00:00', from('10.0.0.3')),
    logout('07-10 00:00'),
  ];
  const sessions = await storeLate(database(), facts, [
    [login('07-04 00:00', { ...BEN, ...from('10.0.0.4') })],
  ]);
  expect(sessions.map(({ srcIps, reconnectCount }) => ({ srcIps, reconnectCount }))).toEqual([
    { srcIps: ['10.0.0.1', '10.0.0.2'], reconnectCount: 1 },
    { srcIps: ['10.0.0.3', '10.0.0.4'], reconnectCount: 1 },
  ]);
});

test('an erasure still removes a session whose login it erases, and a late fact of it opens another', async () => {
  const facts = [
    login('06-30 05:00', ANA),
    login('07-07 06:00', BEN),
    lock('07-08 00:00'),
    lock('07-10 00:00'),
  ];
  await storeLate(database(), facts, []);
  await eraseEvents(database(), {
    hostname: 'HOST1',
    account: null,
    from: at('07-07 06:00'),
    until: at('07-07 06:01'),
    source: null,
  });
  await storeFacts(database(), [lock('07-09 00:00')]);
  const sessions = await readSessions(database());
  expect(sessions.map(({ userName }) => userName)).not.toContain('ben');
  expect(sessions.map(summarize)).toContainEqual(expect.objectContaining(LOGIN_OF_ANA));
});

describe('after retention, a host that stopped counts as running since a session began', () => {
  const coverageOf = async (facts: readonly OracleFact[], time: string): Promise<string> => {
    await storeLate(database(), facts, []);
    return (await selectCoverage(makeRequestDatabase(database()), { hostname: 'HOST1', at: at(time) }))
      .status;
  };

  test('with a kept event', async () => {
    const facts = [
      stop('06-29 18:00'),
      login('06-30 08:00', ANA),
      lock('06-30 22:00'),
      unlock('07-01 20:00'),
    ];
    expect(await coverageOf(facts, '07-01 05:00')).toBe('COVERED');
  });

  test('without a kept event', async () => {
    const facts = [stop('06-29 18:00'), login('06-30 08:00', ANA), lock('06-30 22:00')];
    expect(await coverageOf(facts, '07-20 05:00')).toBe('AFTER_LAST_EVENT');
  });

  test('but not since a logout that opened and ended a session', async () => {
    const facts = [stop('06-29 18:00'), logout('06-30 08:00')];
    expect(await coverageOf(facts, '06-30 09:00')).toBe('HOST_DOWN');
    expect(await coverageOf(facts, '07-20 05:00')).toBe('HOST_DOWN');
  });

  test('but not before the session began', async () => {
    const facts = [stop('06-29 18:00'), login('06-30 08:00', ANA), unlock('07-01 20:00')];
    expect(await coverageOf(facts, '06-30 07:59')).toBe('HOST_DOWN');
  });
});
