import { describe, expect, test } from '@jest/globals';

import { NO_OPTIONS } from '../../src/sensors/sensor.ts';
import type { Outcome } from '../../src/sensors/sensor.ts';
import { startSensors } from '../../src/sensors/startSensors.ts';

const MIB = 1_048_576;

const readAll = (values: readonly unknown[]): readonly Outcome[] => {
  const sensors = startSensors({ ...NO_OPTIONS, hostname: 'H1', terminalServices: 'READ' });
  const outcomes = values.flatMap((value, index) =>
    sensors.read({ value, origin: { file: 'request', line: index + 1 } }),
  );
  return [...outcomes, ...sensors.flush()];
};

const AUDITD = 'type=USER_LOGIN msg=audit(1763283600.000:1): ';
const SYSLOG = '2026-11-16T09:00:00Z host1 ';
const SSHD = `${SYSLOG}sshd[12]: Failed password for root from 10.0.0.9 port 50000 ssh2`;

/** The beginnings of lines that continue with an attacker's text. */
const BEGINNINGS = [
  '',
  'type=',
  'node=',
  AUDITD,
  `${AUDITD}pid=1 msg='op=login acct="`,
  SYSLOG,
  `${SYSLOG}sshd[12]: `,
  `${SYSLOG}sshd[12]: Accepted password for `,
  `${SYSLOG}sshd[12]: Failed password for invalid user `,
  `${SYSLOG}sshd[12]: Connection from `,
  `${SYSLOG}sshd[12]: message repeated 2 times: [ `,
  `${SYSLOG}sshd[12]: pam_unix(sshd:session): session opened for user `,
  `${SYSLOG}sshd(pam_unix)[12]: session closed for user `,
  `${SYSLOG}sshd(pam_unix)[12]: authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=10.0.0.9  user=`,
  `${SYSLOG}sshd[12]: pam_sss(sshd:auth): authentication success; logname=`,
  `${SYSLOG}sshd[12]: error: PAM: Authentication failure for `,
  `${SYSLOG}sshd[12]: Invalid user `,
  `${SYSLOG}sshd[12]: User `,
  `${SYSLOG}sshd[12]: Authentication tried for `,
  `${SYSLOG}sshd[12]: Disconnecting: Too many authentication failures for `,
  `${SYSLOG}login[12]: FAILED LOGIN 1 FROM tty1 FOR `,
  `${SYSLOG}login[12]: FAILED LOGIN (1) on '/dev/tty1' FOR '`,
  `${SYSLOG}dropbear[12]: Bad password attempt for '`,
  `${SYSLOG}dropbear[12]: Pubkey auth succeeded for '`,
  `${SYSLOG}dropbear[12]: Exit (`,
  `${SYSLOG}xrdp-sesman[12]: [INFO ] AUTHFAIL: user=`,
  `${SYSLOG}acme[12]: `,
  "type=USER_LOGIN msg=audit(11/16/2026 10:00:00.250:9) : pid=7 msg='op=login acct=",
  `${SYSLOG}xrdp-sesman[12]: reconnected session: username `,
  `${SYSLOG}xrdp-sesman[12]: ++ disconnected session: username a, display :10.0, session_pid 7, ip `,
  `${SYSLOG}systemd[1]: Reached target `,
  `${SYSLOG}systemd-logind[12]: System is rebooting`,
  `${SYSLOG}systemd-logind[12]: New session 1 of user `,
  `${SYSLOG}systemd-logind[12]: Removed session `,
  '2026-11-16T09:00:00Z {',
  '2026-11-16T09:00:00Z {a="',
  '2026-11-16T09:00:00Z Nov 16 09:00:00 ',
  '2026 Nov 16 09:00:00 (',
  '2026 Nov 16 09:00:00 a->b ',
  '{"a":',
  '<Event ',
  'Nov 16 10:00:00 host1 auth.info sshd[12]: ',
  'Nov 16 10:00:00 <auth.info> host1 ',
  'Nov 16 10:00:00 host1 Message forwarded from ',
  'Nov 16 10:00:00 host1 sshd[12]: [ID 1 auth.info',
  'Nov 16 10:00:00 host1 last message repeated 1 times',
  'Mon 2026-11-16 10:00:00 UTC host1 ssh.service',
  'Mon 2026-11-16 10:00:00 UTC host1 ssh@',
  '2026-11-16 10:00:00.123456-0800  localhost ',
  '2026-11-16 10:00:00.123456-0800 0x1 Default 0x0 12 0 ',
  '2026-11-16 10:00:00.123 Df sshd',
  '2026-11-16 10:00:00.123 Df sshd[12:1] [com.apple',
  '-- Boot ',
  '[  123.456789',
  '<34>1 2026-11-16T09:00:00Z host1 sshd 12 - ',
  '<34>1 2026-11-16T09:00:00Z host1 sshd 12 - [a b="',
  `${SYSLOG}Microsoft-Windows-Security-Auditing[12]: An account was successfully logged on. `,
  `${SYSLOG}Security-Auditing: 4625: AUDIT_FAILURE An account failed to log on. `,
  `${SYSLOG}a: b: Security Microsoft-Windows-Security-Auditing: [Failure Audit] `,
  `${SYSLOG}WinEvtLog: Security: AUDIT_FAILURE(4625): `,
  `${SYSLOG}MSWinEventLog 1 Security 1 Mon Nov 16 09:00:00 2026 4625 Microsoft-Windows-Security-Auditing `,
  'AgentDevice=WindowsLog\t',
  'AgentDevice=WindowsLog\tMessage=',
];

/** The repeated parts of the attacker's text: those that the expressions of the sensors search for. */
const PARTS = [
  'a',
  '1',
  ' ',
  '=',
  'a="',
  'a="b", ',
  '{"a":',
  '<a>',
  '(',
  '[',
  '\\',
  ' from ',
  ' from 10.0.0.9 port ',
  'reconnected session: username ',
  'reconnected session: username a, ip ',
  ' disconnected session: username a, display :10',
  '.target - System ',
  ', ip ',
  '(uid=1',
  "' with class 'a",
  "' with class 'a' and type 'b",
  '(pam_unix)',
  ' exe=/usr/sbin/sshd',
  ' for user ',
  "' from 10.0.0.9:1",
  ', a',
  '\\303',
  'Forwarded from ',
  '.service',
  '\t',
  ' Failure Audit H1 ',
  'An account failed to log on. ',
  ' Account Name: ',
  ' (EventID 4625)',
  ': Security a: [Failure Audit] ',
  '\tUser=',
];

/** A quadratic expression takes more than 60 s on such a line; linear ones take 0.3 s on all lines of a test, also 15 times as long on a busy machine. */
const LENGTH = MIB / 4;
const LIMIT_MS = 60_000;

describe('a long line is read in linear time', () => {
  test.each(BEGINNINGS)(
    'that begins with %j',
    (beginning) => {
      for (const part of PARTS) {
        const line = `${beginning}${part.repeat(LENGTH / part.length)}`.slice(0, LENGTH - 1);
        expect(readAll([`${line}!`])).toHaveLength(1);
      }
    },
    LIMIT_MS,
  );

  test.each(['\r\n', ' ', '\u2028', 'User:', '\nUser:', '\nSession ID:'])(
    'in the message of a Windows event, with many %j',
    (part) => {
      const event = {
        LogName: 'Microsoft-Windows-TerminalServices-LocalSessionManager/Operational',
        ProviderName: 'Microsoft-Windows-TerminalServices-LocalSessionManager',
        Id: 21,
        MachineName: 'H1',
        RecordId: 1,
        TimeCreated: '/Date(1763283600000)/',
        Message: `Remote Desktop Services: ${part.repeat(MIB / part.length)}!`,
      };
      expect(readAll([event])).toHaveLength(1);
    },
  );
});

describe('a line of more than a megabyte', () => {
  test.each([
    ['auditd', `${AUDITD}acct="root" res=failed addr=10.0.0.9 `],
    ['syslog', `${SSHD} `],
    ['no log', 'a'],
  ])('of %s is one failure, and the next line is read', (_, beginning) => {
    const outcomes = readAll([beginning.padEnd(MIB + 1, 'a'), SSHD]);
    expect(outcomes.map(({ kind, origin }) => [kind, origin.line])).toEqual([
      ['FAILED', 1],
      ['EVENT', 2],
    ]);
    expect(outcomes[0]).toMatchObject({
      reason: 'the line has more than 1048576 characters; send one record per line',
    });
  });

  test('has at least one character more', () => {
    expect(readAll([`${SSHD} `.padEnd(MIB, 'a')]).map(({ kind }) => kind)).toEqual(['EVENT']);
  });
});

test('a user name that looks like a message of xrdp does not forge a reconnect', () => {
  const line = `${SYSLOG}xrdp-sesman[12]: reconnected session: username eve reconnected session: username root, display :10.0, session_pid 5, ip 10.0.0.9`;
  expect(readAll([line])).toMatchObject([
    { kind: 'EVENT', event: { reconnect: { user: 'eve reconnected session: username root' } } },
  ]);
});
