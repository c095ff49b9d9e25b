import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { interleave, someConnections } from '../../support/ingest/sshdConnections.ts';
import { samples } from '../../support/samples.ts';

import { lineAt, listFates } from './syslogLines.ts';

const countOf = (texts: readonly string[], gapSeconds = 1): number =>
  listFates([texts.map((text, index) => lineAt(index * gapSeconds, 'sshd', text))]).filter(
    (fate) => fate === 'login',
  ).length;

const INVALID = 'Invalid user x from 10.0.0.7';
const DENIED = 'User x from 10.0.0.7 not allowed because not listed in AllowUsers';
const failed = (port: number): string => `Failed password for invalid user x from 10.0.0.7 port ${port} ssh2`;
const REFUSED = 'ROOT LOGIN REFUSED FROM 10.0.0.7';
const FAILED_ROOT = 'Failed password for root from 10.0.0.7 port 5 ssh2';
const PAM =
  'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=10.0.0.7';

describe('sshd writes Invalid user and not allowed once per connection, so without pid and port each begins one', () => {
  test.each([
    ['four connections that try nothing', [INVALID, INVALID, INVALID, INVALID], 4],
    ['four that are not allowed', [DENIED, DENIED, DENIED, DENIED], 4],
    ['the password of one', [INVALID, failed(5)], 1],
    ['three passwords of one', [INVALID, failed(5), failed(5), failed(5)], 3],
    ['one password each', [INVALID, failed(5), INVALID, failed(6)], 2],
    ['one password each at the same time', [INVALID, INVALID, failed(5), failed(6)], 2],
    ['two passwords of one, none of the other', [INVALID, INVALID, failed(5), failed(5)], 3],
    ['the second begins between two passwords of the first', [INVALID, failed(5), INVALID, failed(5)], 3],
    ['PAM reports the passwords, too', [INVALID, INVALID, PAM, PAM, failed(5), failed(6)], 2],
    ['PAM reports two of one connection', [INVALID, PAM, failed(5), INVALID, PAM, failed(5)], 3],
    ['PAM alone', [INVALID, PAM, INVALID, PAM], 2],
    ['root is refused twice', [REFUSED, FAILED_ROOT, REFUSED, FAILED_ROOT], 2],
  ] as const)('%s', (_, texts, count) => {
    expect(countOf(texts)).toBe(count);
    // Old systems write whole seconds: all lines of one second.
    expect(countOf(texts, 0)).toBe(count);
  });

  test('random connections at the same time', () => {
    fc.assert(
      fc.property(
        someConnections({ maxKeys: 0 }),
        fc.array(fc.nat({ max: 7 }), { minLength: 20, maxLength: 20 }),
        fc.constantFrom(0, 1),
        (connections, turns, gap) => {
          const truth = connections.reduce((sum, { passwords }) => sum + Math.max(1, passwords), 0);
          expect(countOf(interleave(connections, turns), gap)).toBe(truth);
        },
      ),
      samples(300),
    );
  });

  test('a line that is read from two files is one', () => {
    const lines = [INVALID, failed(5), INVALID].map((text, index) => lineAt(index, 'sshd', text));
    const logins = listFates([lines, [lines[0] ?? '', lines[2] ?? '']]).filter((fate) => fate === 'login');
    expect(logins).toHaveLength(2);
  });

  test('the older file is read last', () => {
    const [first = '', second = ''] = [INVALID, failed(5)].map((text, index) => lineAt(index, 'sshd', text));
    expect(listFates([[second], [first]]).filter((fate) => fate === 'login')).toHaveLength(1);
  });
});
