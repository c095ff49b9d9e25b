import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useDatabase } from '../../support/database.ts';
import { interleave, someConnections } from '../../support/ingest/sshdConnections.ts';
import { useCuts } from '../../support/ingest/useCuts.ts';
import { samples } from '../../support/samples.ts';
import { clear } from '../../support/sessionItems.ts';

const database = useDatabase();
const { send, readStored } = useCuts(database);

const START = Date.UTC(2026, 8, 1, 8);
const linesOf = (texts: readonly string[]): readonly string[] =>
  texts.map((text, index) => `${new Date(START + index * 37).toISOString()} WEB1 sshd: ${text}`);

/** Sends lines in requests of that length, each twice. */
const sendCut = async (lines: readonly string[], length: number): Promise<void> => {
  for (let start = 0; start < lines.length; start += length) {
    const part = lines.slice(start, start + length);
    await send(part);
    await send(part, 1);
  }
};

beforeEach(async () => clear(database()));

const INVALID = 'Invalid user x from 10.0.0.7';
const DENIED = 'User x from 10.0.0.7 not allowed because not listed in AllowUsers';
const LOCKED = 'User x not allowed because account is locked';
const failed = (port: number): string => `Failed password for invalid user x from 10.0.0.7 port ${port} ssh2`;
const failedKey = (port: number): string =>
  `Failed publickey for invalid user x from 10.0.0.7 port ${port} ssh2: RSA SHA256:a`;
const withoutPort = 'Failed password for invalid user x from 10.0.0.7';
const left = (port: number): string => `Connection closed by invalid user x 10.0.0.7 port ${port} [preauth]`;

const refused = (end = ''): string => `ROOT LOGIN REFUSED FROM 10.0.0.7${end}`;
const failedRoot = (port: number): string => `Failed password for root from 10.0.0.7 port ${port} ssh2`;
const failedPam = 'Failed keyboard-interactive/pam for invalid user x from 10.0.0.7 port 5 ssh2';
const errorPam = (from = '10.0.0.7'): string =>
  `error: PAM: User not known to the underlying authentication module for illegal user x from ${from}`;

// https://github.com/openssh/openssh-portable/blob/master/auth.c (auth_root_allowed, auth_log), auth-pam.c (sshpam_query)
describe.each([['with the pid'], ['without the pid']])(
  'sshd writes two lines about one attempt, %s:',
  (pid) => {
    test.each([
      ['root is refused, and Failed', [refused(' port 5'), failedRoot(5)], 1],
      ['root is refused before OpenSSH 7.3, and Failed', [refused(), failedRoot(5)], 1],
      ['the child writes it, too', [refused(' port 5'), failedRoot(5), refused(' port 5 [preauth]')], 1],
      ['two attempts of root', [refused(' port 5'), failedRoot(5), refused(' port 5'), failedRoot(5)], 2],
      ['two before OpenSSH 7.3', [refused(), failedRoot(5), refused(), failedRoot(5)], 2],
      ['a wrong password, then a right one', [failedRoot(5), refused(' port 5'), failedRoot(5)], 2],
      ['the same before OpenSSH 7.3', [failedRoot(5), refused(), failedRoot(5)], 2],
      ['the key of root is refused', [refused(' port 5')], 1],
      ['PAM, and Failed', [`${INVALID} port 5`, errorPam(), failedPam], 1],
      ['PAM with the name of the client', [`${INVALID} port 5`, errorPam('client.example'), failedPam], 1],
      ['PAM before OpenSSH 7.3', [INVALID, errorPam(), failedPam], 1],
      ['two attempts of PAM', [`${INVALID} port 5`, errorPam(), failedPam, errorPam(), failedPam], 2],
      ['two of PAM before OpenSSH 7.3', [INVALID, errorPam(), failedPam, errorPam(), failedPam], 2],
      ['PAM of a user who is not allowed', [DENIED, errorPam(), failedPam], 1],
      ['only errors are logged', [errorPam(), errorPam()], 2],
    ] as const)('%s', async (_, texts, count) => {
      const lines = linesOf(texts).map((line) =>
        pid === 'with the pid' ? line.replace('sshd:', 'sshd[7]:') : line,
      );
      await send(lines);
      const whole = await readStored();
      expect(whole.events).toHaveLength(count);
      await clear(database());
      await sendCut(lines, 1);
      expect(await readStored()).toEqual(whole);
    });
  },
);

describe('sshd writes Invalid user and not allowed once per connection, so without pid and port each is an attempt', () => {
  test.each([
    ['four connections that try nothing', [INVALID, INVALID, INVALID, INVALID], 4],
    ['four that are not allowed', [DENIED, DENIED, DENIED, DENIED], 4],
    ['the password of one', [INVALID, failed(5)], 1],
    ['three passwords of one', [DENIED, failed(5), failed(5), failed(5)], 3],
    ['one password each', [INVALID, failed(5), INVALID, failed(6)], 2],
    ['one password each at the same time', [LOCKED, LOCKED, failed(5), failed(6)], 2],
    ['two passwords of one, none of the other', [INVALID, INVALID, failed(5), failed(5)], 3],
    ['the second begins between two passwords of the first', [INVALID, failed(5), INVALID, failed(5)], 3],
    ['keys, then a password', [DENIED, failedKey(5), failed(5), DENIED, failedKey(6), left(6)], 2],
    ['keys at the same time', [DENIED, DENIED, failedKey(5), failedKey(6), left(5), left(6)], 2],
    ['passwords without a port', [INVALID, withoutPort, withoutPort, INVALID, INVALID, withoutPort], 4],
  ] as const)('%s', async (_, texts, count) => {
    const lines = linesOf(texts);
    await send(lines);
    const whole = await readStored();
    expect(whole.events).toHaveLength(count);
    for (let length = 1; length < lines.length; length += 1) {
      await clear(database());
      await sendCut(lines, length);
      await send(lines);
      expect(await readStored()).toEqual(whole);
    }
  });

  test('in whole seconds, lines of one request that are equal are attempts of their own', async () => {
    const at = (text: string): string => `2026-09-01T08:00:00Z WEB1 sshd: ${text}`;
    const lines = [INVALID, INVALID, INVALID, failed(5), failed(5), failed(6), failed(6)].map(at);
    await send(lines);
    await send(lines, 1);
    const { rows } = await database().writePool.query('select from session_event');
    expect(rows).toHaveLength(5);
  });

  test('random connections at the same time, in requests of any length, with resent ones', async () => {
    await fc.assert(
      fc.asyncProperty(
        someConnections({ maxKeys: 2 }),
        fc.array(fc.nat({ max: 7 }), { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (connections, turns, length) => {
          const lines = linesOf(interleave(connections, turns));
          const truth = connections.reduce((sum, { passwords }) => sum + Math.max(1, passwords), 0);
          await clear(database());
          await send(lines);
          const whole = await readStored();
          expect(whole.events).toHaveLength(truth);
          await clear(database());
          await sendCut(lines, length);
          expect(await readStored()).toEqual(whole);
        },
      ),
      samples(20),
    );
  });
});
