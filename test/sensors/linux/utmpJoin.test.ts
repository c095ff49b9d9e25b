import { describe, expect, test } from '@jest/globals';

import { boot, end, listFates, login, NO_LOGIN, readAll, readFiles } from './utmpRecords.ts';
import type { Fields } from './utmpRecords.ts';

describe('a login and its end', () => {
  test('are joined by their pid', () => {
    const [first, second] = readAll([login(0.250123), end(60, { ut_line: 'pts/9' })]);
    const session = { hostname: 'web01', user: 'ana', loginId: '0x2bc', loginType: 'REMOTE' };
    expect(first).toMatchObject({
      event: {
        login: { ...session, time: '2026-11-16T10:00:00.250123Z', srcIp: '10.0.0.9', loginSuccessful: true },
      },
      origin: { sensorEvent: 'utmp USER_PROCESS' },
    });
    expect(second).toMatchObject({ event: { logout: { ...session, time: '2026-11-16T10:01:00.000000Z' } } });
    expect(second).not.toHaveProperty('event.logout.srcIp');
    expect(second).not.toHaveProperty('event.logout.ut_tv');
  });

  test.each([
    ['another pid', { ut_pid: 650 }],
    ['pid 0', { ut_pid: 0 }],
    ['no pid at the login', { ut_pid: 12 }, { ut_pid: 0 }],
  ])('are joined by their line: %s', (_, ended, began: Fields = {}) => {
    const [first, second] = readAll([login(0, began), end(60, ended)]) as readonly any[];
    expect(second).toMatchObject({ event: { logout: { user: 'ana', loginType: 'REMOTE' } } });
    expect(second.event.logout.loginId).toBe(first.event.login.loginId);
    expect(first.event.login.loginId).toMatch(/^0x[\da-f]+$/);
  });

  test('are joined by line rather than by pid', () => {
    const logins = [login(0, { ut_pid: 700 }), login(1, { ut_pid: 701, ut_line: 'pts/1', ut_user: 'eve' })];
    // The pid of the end is that of the other session.
    const [, , ended] = readAll([...logins, end(60, { ut_pid: 700, ut_line: 'pts/1' })]);
    expect(ended).toMatchObject({ event: { logout: { user: 'eve', loginId: '0x2bd' } } });
  });

  test('the windows of one process are sessions of their own', () => {
    const window = (seconds: number, number: number) =>
      login(seconds, { ut_line: `pts/${number}`, ut_host: `:pts/9:S.${number}`, ut_addr: '' });
    const outcomes: any[] = [
      ...readAll([window(0, 1), window(1, 2), end(60, { ut_line: 'pts/1' }), end(70, { ut_line: 'pts/2' })]),
    ];
    const [first, second, firstEnd, secondEnd] = outcomes.map(
      ({ event }) => Object.values<any>(event)[0].loginId,
    );
    expect(firstEnd).toBe(first);
    expect(secondEnd).toBe(second);
    expect(second).not.toBe(first);
    expect(outcomes.map(({ event }) => Object.values<any>(event)[0].loginType)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('the end of a window does not end another window of its process', () => {
    const window = login(0, { ut_line: 'pts/1', ut_host: 'tmux(700).%0', ut_addr: '' });
    expect(listFates(readAll([window, end(60, { ut_line: 'pts/2' })]))).toEqual(['login', NO_LOGIN]);
  });

  test('a login of the same line comes between: the earlier login has no end in the log', () => {
    const outcomes = readAll([login(0), login(10, { ut_pid: 800 }), end(20, { ut_pid: 800 }), end(30)]);
    expect(listFates(outcomes)).toEqual(['login', 'login', 'logout', 'logout']);
    expect(outcomes[2]).toMatchObject({ event: { logout: { loginId: '0x320' } } });
    expect(listFates(readAll([login(0), login(10), end(20), end(30)]))).toEqual([
      'login',
      'login',
      'logout',
      NO_LOGIN,
    ]);
  });

  test('a login without a user is an end, as programs that use logwtmp write it', () => {
    expect(listFates(readAll([login(0), login(60, { ut_user: '', ut_host: '', ut_addr: '' })]))).toEqual([
      'login',
      'logout',
    ]);
  });

  test('the line may be written as the path of its device', () => {
    expect(listFates(readAll([login(0, { ut_line: '/dev/pts/0' }), end(9, { ut_pid: 1 })]))).toEqual([
      'login',
      'logout',
    ]);
  });

  test('an end without a login is skipped, and so is a second end', () => {
    expect(listFates(readAll([end(0), login(1), end(2), end(3), end(4, { ut_pid: 9 })]))).toEqual([
      NO_LOGIN,
      'login',
      'logout',
      NO_LOGIN,
      NO_LOGIN,
    ]);
  });

  test('are joined across rotated files in either order', () => {
    expect(listFates(readFiles([[login(0)], [end(60)]]))).toEqual(['login', 'logout']);
    expect(listFates(readFiles([[end(60), login(70)], [login(0)]]))).toEqual(['logout', 'login', 'login']);
    expect(listFates(readFiles([[end(60)], [login(0)]]))).toEqual(['logout', 'login']);
  });

  test('a pid that is reused after a restart is another process', () => {
    expect(listFates(readAll([login(0), boot(30), end(60)]))).toEqual(['login', 'hostStart', NO_LOGIN]);
    expect(listFates(readFiles([[boot(30), end(60)], [login(0)]]))).toEqual(['hostStart', NO_LOGIN, 'login']);
  });
});
