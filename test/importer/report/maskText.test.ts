import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { maskText } from '../../../src/importer/report/maskText.ts';
import { samples } from '../../support/samples.ts';

test.each([
  [
    'sshd: fatal: Timeout before authentication for 10.0.0.7 port 50022',
    'sshd: fatal: Timeout before authentication for * port *',
  ],
  [
    'sshd: User ana from ws1.corp.test not allowed because account is locked',
    'sshd: User * from * not allowed because account is locked',
  ],
  [
    'vpnd: login of "Ana Maria de Souza" failed, user=ana rhost=10.0.0.7',
    'vpnd: login of * failed user=* rhost=*',
  ],
  ['session opened for müller', 'session opened for *'],
  ['no colon', 'no *'],
])('%s', (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

test('lines that differ in their values only have the same text', () => {
  const value = fc.oneof(fc.ipV4(), fc.nat().map(String), fc.uuid(), fc.domain());
  fc.assert(
    fc.property(value, value, (user, host) => {
      expect(maskText(`login: FAILED LOGIN 1 FROM ${host} FOR ${user}`)).toBe(
        'login: FAILED LOGIN * FROM * FOR *',
      );
    }),
    samples(100),
  );
});

test('a long text is shortened', () => {
  expect(maskText('failed '.repeat(100_000)).length).toBeLessThan(500);
});
