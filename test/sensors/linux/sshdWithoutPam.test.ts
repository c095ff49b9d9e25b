import { describe, expect, test } from '@jest/globals';

import { lineAt, listEvents, listFates, logind, opened, readFiles } from './syslogLines.ts';

/** The process that accepts logins; after a login, another process serves the connection. */
const MONITOR = 4711;
const CHILD = 4713;

const accepted = (
  seconds: number,
  { user = 'ana', pid = MONITOR, from = '10.0.0.9', port = 5022 } = {},
): string =>
  lineAt(
    seconds,
    `sshd[${pid}]`,
    `Accepted publickey for ${user} from ${from} port ${port} ssh2: ED25519 SHA256:x`,
  );

const end = (seconds: number, text: string, pid = CHILD): string => lineAt(seconds, `sshd[${pid}]`, text);

const disconnected = (
  seconds: number,
  { user = 'ana', pid = CHILD, from = '10.0.0.9', port = 5022 } = {},
): string => end(seconds, `Disconnected from user ${user} ${from} port ${port}`, pid);

const closed = (seconds: number, user = 'ana', pid = MONITOR): string =>
  lineAt(seconds, `sshd[${pid}]`, `pam_unix(sshd:session): session closed for user ${user}`);

const OF_PAM = 'sshd: the end of a connection: PAM reports the logout';
const REPEATED = 'sshd: the end of a connection: repeats the line before';
const NO_LOGIN = 'sshd: the end of a connection whose login is not in the log';

describe('sshd without PAM', () => {
  test('the end of the connection is the logout of the process that accepted the login', () => {
    const lines = [
      accepted(0),
      end(60, 'Received disconnect from 10.0.0.9 port 5022:11: disconnected by user'),
      disconnected(60),
    ];
    expect(listFates([lines])).toEqual(['login', 'sshd: the end of a connection', 'logout']);
    expect(listEvents(lines)[1]).toEqual({
      logout: {
        time: '2026-11-16T10:01:00.000000Z',
        hostname: 'web01',
        user: 'ana',
        loginId: '0x1267',
        loginType: 'REMOTE',
        srcIp: '10.0.0.9',
        srcPort: 5022,
        sourceId: expect.any(String),
      },
    });
  });

  // sshpkt_vfatal and ssh_packet_disconnect in packet.c, process_input and client_alive_check in serverloop.c
  test.each([
    'Disconnected from user ana 10.0.0.9 port 5022',
    'Connection closed by user ana 10.0.0.9 port 5022',
    'Connection reset by user ana 10.0.0.9 port 5022',
    'Connection from user ana 10.0.0.9 port 5022 timed out',
    'Disconnecting user ana 10.0.0.9 port 5022: Too many channels',
    'Timeout, client not responding from user ana 10.0.0.9 port 5022',
    'fatal: ssh_dispatch_run_fatal: Connection from user ana 10.0.0.9 port 5022: message authentication code incorrect',
    'packet_write_wait: Connection from user ana 10.0.0.9 port 5022: Broken pipe',
    'Connection closed by 10.0.0.9 port 5022',
    'Read error from remote host 10.0.0.9 port 5022: Connection reset by peer',
    'Closing connection to 10.0.0.9 port 5022',
    // OpenSSH 7.2 to 7.4.
    'Disconnected from 10.0.0.9 port 5022',
  ])('%s', (text) => {
    expect(listEvents([accepted(0), end(60, text)])).toMatchObject([
      { login: { loginId: '0x1267' } },
      { logout: { loginId: '0x1267', user: 'ana', srcPort: 5022 } },
    ]);
  });

  test.each([
    'Disconnected from authenticating user ana 10.0.0.9 port 5022 [preauth]',
    'Disconnected from authenticating user ana 10.0.0.9 port 5022',
    'Disconnected from invalid user ana 10.0.0.9 port 5022',
    'Disconnected from user ana 10.0.0.9 port 5022 [preauth]',
    'Connection closed by 10.0.0.9 port 5022 [preauth]',
    'Connection closed by UNKNOWN port 65535',
    'Received disconnect from 10.0.0.9 port 5022:11: disconnected by user',
    'Received disconnect from 10.0.0.9: 11: disconnected by user',
    'banner exchange: Connection from 10.0.0.9 port 5022: invalid format',
    'Close session: user ana from 10.0.0.9 port 5022 id 0',
  ])('%s is not a logout', (text) => {
    expect(listEvents([accepted(0), end(60, text)])).toMatchObject([{ login: {} }]);
  });

  test('of several lines about one end, the first is the logout', () => {
    const lines = [
      accepted(0),
      end(60, 'Connection closed by 10.0.0.9 port 5022'),
      end(60, 'Closing connection to 10.0.0.9 port 5022'),
    ];
    expect(listFates([lines])).toEqual(['login', 'logout', REPEATED]);
  });

  test('two users at once, and a port that is used again later', () => {
    const lines = [
      accepted(0),
      accepted(1, { user: 'bob', pid: 4720, port: 5023 }),
      disconnected(30, { user: 'bob', pid: 4722, port: 5023 }),
      disconnected(40),
      accepted(50, { user: 'bob', pid: 4730 }),
      disconnected(60, { user: 'bob', pid: 4732 }),
    ];
    const events = listEvents(lines).map((event: any) => {
      const [action = ''] = Object.keys(event);
      return [action, event[action].user, event[action].loginId];
    });
    expect(events).toEqual([
      ['login', 'ana', '0x1267'],
      ['login', 'bob', '0x1270'],
      ['logout', 'bob', '0x1270'],
      ['logout', 'ana', '0x1267'],
      ['login', 'bob', '0x127a'],
      ['logout', 'bob', '0x127a'],
    ]);
  });

  test.each([
    ['another port', disconnected(60, { port: 5023 })],
    ['another address', disconnected(60, { from: '10.0.0.8' })],
    ['another user', disconnected(60, { user: 'bob' })],
    ['another host', disconnected(60).replace('web01', 'web02')],
    ['an earlier time', disconnected(-60)],
  ])('the end of a connection of %s ends no session', (_, line) => {
    expect(listFates([[accepted(0), line]])).toEqual(['login', NO_LOGIN]);
  });

  test('names of users and hosts are compared without case, and hosts without their domain', () => {
    const line = disconnected(60, { user: 'ANA' }).replace('web01', 'WEB01.example.com');
    expect(listFates([[accepted(0), line]])).toEqual(['login', 'logout']);
  });

  test('OpenSSH of Windows', () => {
    const lines = [accepted(0, { user: 'corp\\\\ana' }), disconnected(60, { user: 'corp\\\\ana' })];
    expect(listEvents(lines)).toMatchObject([
      { login: { user: 'corp\\ana' } },
      { logout: { user: 'corp\\ana' } },
    ]);
  });

  test('logind reports the same session', () => {
    const lines = [
      accepted(0),
      logind(0, 'New session 5 of user ana.'),
      disconnected(60),
      logind(60, 'Removed session 5.'),
    ];
    expect(listFates([lines]).filter((fate) => fate === 'login' || fate === 'logout')).toEqual([
      'login',
      'logout',
    ]);
  });

  test('rotated files in each order: the login may be in the file that is read later', () => {
    const [older, newer] = [[accepted(0)], [disconnected(60)]];
    expect(listFates([older, newer])).toEqual(['login', 'logout']);
    expect(listFates([newer, older])).toEqual(['logout', 'login']);
    expect(
      readFiles([newer, older]).find(({ kind, origin }) => kind === 'EVENT' && origin.file === 'file0'),
    ).toMatchObject({
      event: { logout: { loginId: '0x1267' } },
    });
    expect(listFates([newer])).toEqual([NO_LOGIN]);
  });

  test('a repeated line is not a logout', () => {
    const repeated = end(60, 'message repeated 2 times: [ Disconnected from user ana 10.0.0.9 port 5022]');
    expect(listFates([[accepted(0), repeated]])).toEqual(['login', 'message repeated: no login']);
  });
});

describe('sshd with PAM', () => {
  const REPEATS_END = 'PAM session closed: repeats the end of the connection that sshd reports';

  test('PAM reports the logout', () => {
    const lines = [accepted(0), opened(0, 'sshd', 'ana', MONITOR), disconnected(60), closed(60)];
    expect(listFates([lines])).toEqual(['login', 'PAM session opened: repeats Accepted', OF_PAM, 'logout']);
  });

  test('also if its lines are in a file that is read later or earlier', () => {
    const ofSshd = [accepted(0), disconnected(60)];
    const ofPam = [opened(0, 'sshd', 'ana', MONITOR), closed(60)];
    expect(listFates([ofSshd, ofPam])).toEqual([
      'login',
      'logout',
      'PAM session opened: repeats Accepted',
      REPEATS_END,
    ]);
    expect(listFates([ofPam, ofSshd]).filter((fate) => fate === 'logout')).toHaveLength(1);
  });

  test('rotated files from the newest on: the login and the session of PAM are in the file that is read later', () => {
    const [older, newer] = [
      [accepted(0), opened(0, 'sshd', 'ana', MONITOR)],
      [disconnected(60), closed(60)],
    ];
    expect(listFates([newer, older])).toEqual([
      OF_PAM,
      'logout',
      'login',
      'PAM session opened: repeats Accepted',
    ]);
  });

  test('the log begins within the session', () => {
    expect(listFates([[disconnected(60), closed(60)]])).toEqual([NO_LOGIN, 'logout']);
  });

  test('the next session of the process is another one', () => {
    const lines = [
      accepted(0),
      disconnected(60),
      accepted(600, { port: 5030 }),
      opened(600, 'sshd', 'ana', MONITOR),
      closed(610),
    ];
    expect(listFates([lines])).toEqual([
      'login',
      'logout',
      'login',
      'PAM session opened: repeats Accepted',
      'logout',
    ]);
  });
});
