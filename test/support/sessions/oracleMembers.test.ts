import { describe, expect, test } from '@jest/globals';

import { disconnect, lock, login, logout, reconnect, seen, start, stop, unlock } from './makeFacts.ts';
import { OTHER, fold, only, summarize } from './summarize.ts';

describe('rule 3: other events open a session where the log begins in its middle', () => {
  test.each([
    ['LOCK', lock],
    ['UNLOCK', unlock],
    ['RECONNECT', reconnect],
  ])('a %s opens one and counts', (action, make) => {
    const session = only(make('a', '10:00'), logout('b', '11:00'));
    expect(session).toMatchObject({ startReason: 'FIRST_SEEN', endReason: 'LOGOUT', endUuid: 'b' });
    expect([session.lockCount, session.unlockCount, session.reconnectCount]).toEqual(
      ['LOCK', 'UNLOCK', 'RECONNECT'].map((counted) => Number(counted === action)),
    );
  });

  test('a LOGOUT opens one and ends it', () => {
    expect(summarize(logout('a', '10:00', { loginType: 'RDP' }))).toEqual([
      'FIRST_SEEN 10:00 a; LOGOUT 10:00',
    ]);
    expect(summarize(logout('a', '10:00'), logout('b', '11:00'))).toEqual([
      'FIRST_SEEN 10:00 a b; LOGOUT 10:00',
    ]);
  });

  test('a REMOTE LOGOUT and a Disconnect open none', () => {
    expect(summarize(logout('a', '10:00', { loginType: 'REMOTE' }), disconnect('b', '10:01'))).toEqual([]);
  });
});

describe('rule 4: the first end counts', () => {
  test('a LOGOUT of any type; later logouts belong to the session, also after a stop', () => {
    expect(
      summarize(
        login('a', '10:00'),
        logout('b', '11:00', { loginType: 'REMOTE' }),
        logout('c', '12:00'),
        stop('s', '13:00'),
        logout('d', '14:00'),
      ),
    ).toEqual(['LOGIN 10:00 a b c d; LOGOUT 11:00']);
  });

  test('not logouts after the next opening or the next host start', () => {
    expect(
      summarize(login('a', '10:00'), logout('b', '11:00'), lock('c', '12:00'), logout('d', '13:00')),
    ).toEqual(['LOGIN 10:00 a b; LOGOUT 11:00', 'FIRST_SEEN 12:00 c d; LOGOUT 13:00']);
    expect(
      summarize(login('a', '10:00'), logout('b', '11:00'), start('s', '12:00'), logout('d', '13:00')),
    ).toEqual(['LOGIN 10:00 a b; LOGOUT 11:00', 'FIRST_SEEN 13:00 d; LOGOUT 13:00']);
  });

  test('the next opening, and a host start at one time with it, which is first', () => {
    expect(summarize(login('a', '10:00'), login('b', '12:00'))[0]).toBe('LOGIN 10:00 a; SUPERSEDED 12:00');
    expect(summarize(login('a', '10:00'), login('b', '12:00'), start('s', '12:00'))).toEqual([
      'LOGIN 10:00 a; HOST_RESTART 12:00',
      'LOGIN 12:00 b; open',
    ]);
  });

  test('a LOGOUT at the time of a stop is before the stop', () => {
    expect(summarize(login('a', '10:00'), stop('s', '12:00'), logout('b', '12:00'))).toEqual([
      'LOGIN 10:00 a b; LOGOUT 12:00',
    ]);
  });

  test('otherwise the session is open', () => {
    expect(only(login('a', '10:00'), seen('s', '9 10:00'))).toMatchObject({ endedAt: null, endReason: null });
  });
});

describe('rule 5: facts between start and end belong to the session', () => {
  test('those of its own pair, with Disconnects', () => {
    const session = only(
      login('a', '10:00'),
      lock('b', '10:10'),
      disconnect('c', '10:20', { user: 'ana', srcIp: '10.0.0.9' }),
      reconnect('d', '10:30', { srcIp: '10.0.0.2' }),
      unlock('e', '10:30:01'),
    );
    expect(session).toMatchObject({
      memberUuids: ['a', 'b', 'd', 'e'],
      memberContextUuids: ['c'],
      lockCount: 1,
      unlockCount: 1,
      reconnectCount: 1,
      user: null,
      srcIp: '10.0.0.2',
      srcIps: ['10.0.0.2'],
    });
  });

  test('not those of another pair, and not a Disconnect after the end', () => {
    expect(
      summarize(
        login('a', '10:00'),
        lock('b', '10:10', OTHER),
        logout('c', '11:00'),
        disconnect('d', '11:00:01'),
      ),
    ).toEqual(['LOGIN 10:00 a c; LOGOUT 11:00', 'FIRST_SEEN 10:10 b; open']);
  });
});

describe('rule 6: the fixed ids of services are not sessions', () => {
  const SYSTEM = { loginId: '0x3e7', uid: 'S-1-5-18' };
  const FIXED = { loginId: '0x3e7' };

  test.each(['S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20', 'S-1-5-7'])('with uid %s', (uid) => {
    expect(summarize(login('a', '10:00', { loginId: '0x3e3', uid }))).toEqual([]);
    expect(summarize(login('a', '10:00', { loginId: '0x3e8', uid }))).toHaveLength(1);
  });

  test('with another uid or no uid they are', () => {
    expect(summarize(login('a', '10:00', { ...FIXED, uid: '1000' }))).toHaveLength(1);
    expect(summarize(lock('a', '10:00', FIXED))).toHaveLength(1);
  });

  test('an event without a uid is judged as the last successful LOGIN of its pair', () => {
    expect(
      summarize(
        login('a', '10:00', SYSTEM),
        login('b', '10:10', FIXED),
        lock('c', '10:20', FIXED),
        disconnect('d', '10:30', FIXED),
        login('e', '10:40', { ...FIXED, uid: '1000', loginSuccessful: false }),
        logout('f', '10:50', FIXED),
      ),
    ).toEqual([]);
    expect(
      summarize(
        login('a', '10:00', SYSTEM),
        login('b', '11:00', { ...FIXED, uid: '1000' }),
        logout('c', '12:00', SYSTEM),
        logout('d', '13:00', FIXED),
      ),
    ).toEqual(['LOGIN 11:00 b d; LOGOUT 13:00']);
  });

  test('a twin of a service belongs to none, and later facts of its pair do not follow it', () => {
    expect(
      summarize(
        login('a', '10:00'),
        login('b', '10:00', { ...SYSTEM, linkedLoginId: '0x1' }),
        lock('c', '10:10', { ...FIXED, uid: '1000' }),
      ),
    ).toEqual(['LOGIN 10:00 a; open', 'FIRST_SEEN 10:10 c; open']);
  });
});

test('rule 7: events without login id belong to no session', () => {
  const none = { loginId: null };
  expect(summarize(login('a', '10:00', none), lock('b', '10:10', none))).toEqual([]);
  expect(
    summarize(
      login('a', '10:00'),
      login('b', '10:00', { ...none, linkedLoginId: '0x1' }),
      disconnect('c', '10:01', none),
    ),
  ).toEqual(['LOGIN 10:00 a; open']);
});

test('rule 8: HostSeen opens and ends no session', () => {
  expect(summarize(seen('a', '10:00'))).toEqual([]);
  expect(summarize(login('a', '10:00'), seen('b', '11:00'), logout('c', '12:00'))).toEqual([
    'LOGIN 10:00 a c; LOGOUT 12:00',
  ]);
});

describe('rule 9: a stop', () => {
  test('ends every open session of its host; further stops find nothing to end', () => {
    expect(
      summarize(login('a', '10:00'), lock('b', '10:10', OTHER), stop('s', '12:00'), stop('t', '13:00')),
    ).toEqual(['LOGIN 10:00 a; HOST_STOP 12:00', 'FIRST_SEEN 10:10 b; HOST_STOP 12:00']);
  });

  test('late facts within 10 minutes belong to the stopped session and change nothing', () => {
    const facts = [login('a', '10:00'), stop('s', '12:00'), lock('b', '12:01'), disconnect('c', '12:02')];
    const host = fold(...facts, logout('d', '12:10'));
    expect(host.sessions).toMatchObject([
      {
        memberUuids: ['a', 'b', 'd'],
        memberContextUuids: ['c'],
        lockCount: 0,
        endedAt: '2001-02-01T12:00:00.000000Z',
        endUuid: null,
      },
    ]);
    expect([...host.lateUuids].toSorted()).toEqual(['b', 'c', 'd']);
    expect(summarize(login('a', '10:00'), stop('s', '12:00'), unlock('b', '12:10:00.000001'))).toEqual([
      'LOGIN 10:00 a; HOST_STOP 12:00',
      'FIRST_SEEN 12:10:00.000001 b; open',
    ]);
  });

  test('the 10 minutes count from the stop that ended the session', () => {
    const facts = [login('a', '10:00'), stop('s', '12:00'), stop('t', '12:09')];
    expect(summarize(...facts, reconnect('b', '12:11'))).toEqual([
      'LOGIN 10:00 a; HOST_STOP 12:00',
      'FIRST_SEEN 12:11 b; open',
    ]);
  });

  test('a further stop changes nothing about late facts', () => {
    const facts = [login('a', '10:00'), stop('s', '12:00'), stop('t', '12:04')];
    expect(summarize(...facts, lock('b', '12:05'))).toEqual(['LOGIN 10:00 a b; HOST_STOP 12:00']);
  });

  test('a LOGIN of the pair or a host start ends this', () => {
    const facts = [login('a', '10:00'), stop('s', '12:00')];
    expect(summarize(...facts, login('b', '12:01'), lock('c', '12:02'))).toEqual([
      'LOGIN 10:00 a; HOST_STOP 12:00',
      'LOGIN 12:01 b c; open',
    ]);
    expect(summarize(...facts, start('t', '12:01'), lock('c', '12:02'))).toEqual([
      'LOGIN 10:00 a; HOST_STOP 12:00',
      'FIRST_SEEN 12:02 c; open',
    ]);
  });

  test('the pair of a session that ended before is not stopped', () => {
    expect(
      summarize(login('a', '10:00'), logout('b', '11:00'), stop('s', '12:00'), lock('c', '12:01')),
    ).toEqual(['LOGIN 10:00 a b; LOGOUT 11:00', 'FIRST_SEEN 12:01 c; open']);
  });
});
