import { describe, expect, test } from '@jest/globals';

import { lineAt, listEvents } from './syslogLines.ts';

const sshd = (text: string): string => lineAt(0, 'sshd[4711]', text);

describe('what the client of sshd chooses does not become the user or the address', () => {
  const KEY = 'ssh2: RSA-CERT SHA256:AAAA ID';
  const INJECTED = 'ana from 192.0.2.1 port 22 ssh2';
  test.each([
    ['Failed publickey', `${KEY} ${INJECTED} (serial 0) CA RSA SHA256:BBBB`, false],
    ['Accepted publickey', `${KEY} ${INJECTED} (serial 0) CA RSA SHA256:BBBB`, true],
    ['Failed hostbased', `ssh2: RSA SHA256:AAAA, client user "${INJECTED}", client host "h"`, false],
  ])('%s', (outcome, details, loginSuccessful) => {
    expect(listEvents([sshd(`${outcome} for root from 198.51.100.66 port 40000 ${details}`)])).toMatchObject([
      { login: { user: 'root', srcIp: '198.51.100.66', srcPort: 40000, loginSuccessful } },
    ]);
  });

  test('the name of a user that does not exist may look like an address', () => {
    const line = `Failed publickey for invalid user ${INJECTED} from 198.51.100.66 port 40000 ssh2`;
    expect(listEvents([sshd(line)])).toMatchObject([{ login: { user: INJECTED, srcIp: '198.51.100.66' } }]);
  });
});
