import { describe, expect, test } from '@jest/globals';

import { compareFacts, recordNumber } from './compareFacts.ts';
import { disconnect, lock, login, logout, reconnect, seen, start, stop, unlock } from './makeFacts.ts';
import { OTHER, TWIN, only, summarize } from './summarize.ts';
import type { OracleFact } from './types.ts';

describe('the order of the fold', () => {
  const sort = (...facts: readonly OracleFact[]) => facts.toSorted(compareFacts).map(({ uuid }) => uuid);

  test('host starts are first, then events and Disconnects, then HostSeen, stops are last', () => {
    const facts = [stop('a', '10:00'), seen('b', '10:00'), lock('c', '10:00'), start('d', '10:00')];
    expect(sort(...facts, stop('e', '09:59:59.999999'))).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  test('events and Disconnects of one time are ordered by record number, then by place in life, then by id', () => {
    expect(
      sort(
        logout('a', '10:00'),
        unlock('b', '10:00'),
        reconnect('c', '10:00'),
        lock('d', '10:00'),
        disconnect('e', '10:00'),
        login('g', '10:00'),
        login('f', '10:00'),
        login('h', '10:00', { loginSuccessful: false }),
        logout('i', '10:00', { sourceId: 'log/9' }),
        login('j', '10:00', { sourceId: 'log/10' }),
      ),
    ).toEqual(['h', 'f', 'g', 'e', 'd', 'c', 'b', 'a', 'i', 'j']);
  });

  test('host facts of one kind are ordered by id, not by record number', () => {
    expect(sort(stop('b', '10:00', 'log/1'), stop('a', '10:00', 'log/2'))).toEqual(['a', 'b']);
  });

  test.each([
    ['windows/security/48812', 48812],
    ['log/281474976710655', 281474976710655],
    ['log/281474976710656', 0],
    ['log/7/x', 0],
    [null, 0],
  ])('the record number of %s is %d', (sourceId, expected) => {
    expect(recordNumber(sourceId)).toBe(expected);
  });
});

describe('rule 1: a successful LOGIN opens a session', () => {
  test('a failed LOGIN opens none, and belongs to none', () => {
    const failed = { loginSuccessful: false };
    expect(summarize(login('a', '10:00', failed))).toEqual([]);
    expect(summarize(login('a', '10:00'), login('b', '10:01', failed))).toEqual(['LOGIN 10:00 a; open']);
  });

  test('a second record within 60 s opens none', () => {
    const user = 'CORP\\ana';
    expect(summarize(login('a', '10:00', { user }), login('b', '10:01', { user }))).toEqual([
      'LOGIN 10:00 a b; open',
    ]);
    expect(summarize(login('a', '10:00', { user }), login('b', '10:01:00.000001', { user }))).toEqual([
      'LOGIN 10:00 a; SUPERSEDED 10:01:00.000001',
      'LOGIN 10:01:00.000001 b; open',
    ]);
  });

  test('the 60 s count from the opening, not from the previous record', () => {
    expect(summarize(login('a', '10:00'), login('b', '10:00:40'), login('c', '10:01:20'))).toEqual([
      'LOGIN 10:00 a b; SUPERSEDED 10:01:20',
      'LOGIN 10:01:20 c; open',
    ]);
  });

  test('a second record of another account opens a session; without a domain it is another account', () => {
    const superseded = ['LOGIN 10:00 a; SUPERSEDED 10:00:01', 'LOGIN 10:00:01 b; open'];
    const first = login('a', '10:00', { user: 'CORP\\ana' });
    expect(summarize(first, login('b', '10:00:01', { user: 'CORP\\bob' }))).toEqual(superseded);
    expect(summarize(first, login('b', '10:00:01', { user: 'ana' }))).toEqual(superseded);
  });

  test('a second record contributes the fields that are unknown so far', () => {
    expect(
      only(
        login('a', '10:00', { loginType: 'REMOTE', srcIp: '10.0.0.1', sourceId: 'a/1' }),
        login('b', '10:00', { user: 'frank', uid: '7', srcIp: '203.0.113.7', sourceId: 'a/2' }),
      ),
    ).toMatchObject({
      user: 'frank',
      userDomain: null,
      userName: 'frank',
      uid: '7',
      loginType: 'REMOTE',
      srcIp: '10.0.0.1',
      srcIps: ['10.0.0.1', '203.0.113.7'],
    });
  });

  test('the account known so far can be that of a LOCK', () => {
    const facts = [login('a', '10:00'), lock('b', '10:00:01', { user: 'bob' })];
    expect(summarize(...facts, login('c', '10:00:02', { user: 'ana' }))).toHaveLength(2);
    expect(summarize(...facts, login('c', '10:00:02'))).toEqual(['LOGIN 10:00 a b c; open']);
  });

  test('a LOCK between two logins of one time makes no second opening', () => {
    expect(
      summarize(
        login('a', '10:00', { sourceId: 'w/1' }),
        lock('b', '10:00', { sourceId: 'w/2' }),
        login('c', '10:00', { sourceId: 'w/3' }),
      ),
    ).toEqual(['LOGIN 10:00 a b c; open']);
  });

  test('a LOGIN after the end or after an opening without LOGIN is not a second record', () => {
    expect(summarize(login('a', '10:00'), logout('b', '10:00:01'), login('c', '10:00:02'))).toEqual([
      'LOGIN 10:00 a b; LOGOUT 10:00:01',
      'LOGIN 10:00:02 c; open',
    ]);
    expect(summarize(unlock('a', '10:00'), login('b', '10:00:02'))).toEqual([
      'FIRST_SEEN 10:00 a; SUPERSEDED 10:00:02',
      'LOGIN 10:00:02 b; open',
    ]);
  });
});

describe('rule 2: a twin belongs to the session of its linked id', () => {
  test('it and later facts of its pair change nothing', () => {
    const session = only(
      login('a', '10:00'),
      login('b', '10:00', { ...TWIN, user: 'ana', srcIp: '10.0.0.1' }),
      lock('c', '10:10', OTHER),
      disconnect('d', '10:20', OTHER),
      logout('e', '10:30', OTHER),
      logout('f', '11:00'),
      logout('g', '12:00', OTHER),
    );
    expect(session).toMatchObject({
      memberUuids: ['a', 'b', 'c', 'e', 'f', 'g'],
      memberContextUuids: ['d'],
      endUuid: 'f',
      lockCount: 0,
      user: null,
      srcIps: [],
    });
  });

  test('it belongs to a session that opens within 60 s after it', () => {
    expect(summarize(login('a', '10:00', TWIN), login('b', '10:01'))).toEqual(['LOGIN 10:01 a b; open']);
    expect(summarize(login('a', '10:00', TWIN), login('b', '10:01:00.000001'))).toEqual([
      'LOGIN 10:01:00.000001 b; open',
    ]);
  });

  test('not to one that opens after a host start, or without a LOGIN', () => {
    expect(summarize(login('a', '10:00', TWIN), start('s', '10:00:01'), login('b', '10:00:02'))).toEqual([
      'LOGIN 10:00:02 b; open',
    ]);
    expect(summarize(login('a', '10:00', TWIN), unlock('b', '10:00:02'))).toEqual([
      'FIRST_SEEN 10:00:02 b; open',
    ]);
  });

  test('a stop does not begin a boot', () => {
    expect(summarize(login('a', '10:00', TWIN), stop('s', '10:00:01'), login('b', '10:00:02'))).toEqual([
      'LOGIN 10:00:02 a b; open',
    ]);
  });

  test('at the time of the end of one session and the start of the next it belongs to the next', () => {
    expect(
      summarize(
        login('a', '08:00', { user: 'CORP\\eve', sourceId: 'w/1' }),
        login('c', '09:00', { user: 'CORP\\eve', sourceId: 'w/3' }),
        login('b', '09:00', { ...TWIN, user: 'CORP\\eve', sourceId: 'w/2' }),
      ),
    ).toEqual(['LOGIN 08:00 a; SUPERSEDED 09:00', 'LOGIN 09:00 b c; open']);
  });

  test('at the time of a logout it belongs to none, and neither do the later facts of its pair', () => {
    expect(
      summarize(
        login('a', '10:00'),
        login('b', '11:00', TWIN),
        logout('c', '11:00'),
        logout('d', '12:00', OTHER),
      ),
    ).toEqual(['LOGIN 10:00 a c; LOGOUT 11:00']);
  });

  test('it ends with the next opening of its pair', () => {
    const facts = [login('a', '10:00'), login('b', '10:00', TWIN), login('c', '11:00', OTHER)];
    expect(summarize(...facts, logout('d', '12:00', OTHER))).toEqual([
      'LOGIN 10:00 a b; open',
      'LOGIN 11:00 c d; LOGOUT 12:00',
    ]);
  });

  test('it ends with a stop or a host start', () => {
    const facts = [login('a', '10:00'), login('b', '10:00', TWIN)];
    expect(summarize(...facts, stop('s', '11:00'), lock('c', '11:01', OTHER))).toEqual([
      'LOGIN 10:00 a b; HOST_STOP 11:00',
      'FIRST_SEEN 11:01 c; open',
    ]);
    expect(summarize(...facts, start('s', '11:00'), lock('c', '11:01', OTHER))).toEqual([
      'LOGIN 10:00 a b; HOST_RESTART 11:00',
      'FIRST_SEEN 11:01 c; open',
    ]);
  });

  test('it comes before an open session and a logout of its own pair', () => {
    expect(
      summarize(
        login('a', '10:00'),
        login('b', '10:00', OTHER),
        login('c', '10:30', TWIN),
        logout('d', '11:00', OTHER),
      ),
    ).toEqual(['LOGIN 10:00 a c d; open', 'LOGIN 10:00 b; open']);
    expect(
      summarize(
        login('a', '10:00'),
        login('b', '10:00', OTHER),
        logout('c', '10:10', OTHER),
        login('d', '10:30', TWIN),
        logout('e', '11:00', OTHER),
      ),
    ).toEqual(['LOGIN 10:00 a d e; open', 'LOGIN 10:00 b c; LOGOUT 10:10']);
  });
});
