import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import { startSensors } from '../../../src/sensors/startSensors.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { samples } from '../../support/samples.ts';

import { lineAt } from './syslogLines.ts';

const AUDIT = 'type=USER_LOGIN msg=audit(1794823200.250:9):';
const FAILURE = 'authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.8  user=ana';
const LINES = [
  lineAt(0, 'sshd[7]', `pam_unix(sshd:auth): ${FAILURE}`),
  lineAt(2, 'sshd[7]', 'Failed password for ana from 203.0.113.8 port 50002 ssh2'),
  lineAt(
    2,
    'sshd[7]',
    'message repeated 2 times: [ Failed password for ana from 203.0.113.8 port 50002 ssh2]',
  ),
  lineAt(3, 'sshd[7]', `PAM 2 more ${FAILURE.replace('failure', 'failures')}`),
  lineAt(3, 'sshd[7]', 'error: PAM: Authentication failure for illegal user bob from 203.0.113.8'),
  lineAt(3, 'sshd[7]', 'Invalid user bob from 203.0.113.8 port 50002'),
  lineAt(
    4,
    'sshd[7]',
    String.raw`Accepted keyboard-interactive/pam for corp\\ana from 203.0.113.8 port 50002 ssh2`,
  ),
  lineAt(4, 'sshd(pam_unix)[7]', FAILURE),
  lineAt(4, 'gdm-password]', `pam_unix(gdm-password:auth): ${FAILURE}`),
  lineAt(5, 'login[8]', "FAILED LOGIN (1) on '/dev/tty1' FOR 'ana', Authentication failure"),
  lineAt(5, 'login[8]', 'LOGIN ON tty1 BY ana'),
  lineAt(
    6,
    'dropbear[9]',
    "Pubkey auth succeeded for 'ana' with ssh-rsa key SHA256:a from 203.0.113.8:50002",
  ),
  lineAt(6, 'dropbear[9]', 'Exit (ana) from <203.0.113.8:50002>: Disconnect received'),
  lineAt(6, 'xrdp-sesman[9]', '[INFO ] AUTHFAIL: user=ana ip=203.0.113.8 time=1'),
  lineAt(6, 'kernel', 'hello'),
  `${AUDIT} pid=7 uid=0 auid=1000 ses=5 msg='op=login acct="ana" exe="/usr/sbin/sshd" hostname=? addr=203.0.113.8 terminal=ssh res=success'`,
  `type=USER_LOGIN msg=audit(11/16/2026 10:00:00.250:9) : pid=7 uid=root auid=unset ses=unset msg='op=login acct=a b exe=/usr/sbin/sshd hostname=? addr=203.0.113.8 terminal=ssh res=failed' `,
  '----',
];

const aLine = fc.constantFrom(...LINES);
/** A valid line, or one that was cut, spliced with another, or in which a character was replaced. */
const aDamagedLine = fc.oneof(
  aLine,
  fc
    .tuple(aLine, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([line, at]) => line.slice(0, at * line.length)),
  fc
    .tuple(aLine, aLine, fc.nat(300), fc.nat(300))
    .map(([first, second, end, begin]) => first.slice(0, end) + second.slice(begin)),
  fc
    .tuple(aLine, fc.nat(300), fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }))
    .map(([line, at, character]) => line.slice(0, at) + character + line.slice(at + 1)),
);

test('every line has one outcome, however it is damaged, in files and in requests', () => {
  const timeZone = parseInputZone('UTC');
  fc.assert(
    fc.property(
      fc.array(aDamagedLine, { maxLength: 40 }),
      fc.constantFrom('FILES', 'REQUEST'),
      (lines, input) => {
        const sensors = startSensors({ ...NO_OPTIONS, timeZone, hostname: 'web01', input });
        const read = lines.flatMap((value, index) =>
          sensors.read({ value, origin: { file: 'auth.log', line: index + 1 } }),
        );
        const outcomes = [...read, ...sensors.flush()];
        const own = outcomes.filter((outcome) => !('isExtra' in outcome)).map(({ origin }) => origin.line);
        expect(own.toSorted((a, b) => a - b)).toEqual(lines.map((_, index) => index + 1));
        expect(outcomes.length - own.length).toBe(sensors.countRepeats());
      },
    ),
    samples(300),
  );
});
