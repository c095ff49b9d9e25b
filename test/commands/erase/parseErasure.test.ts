import { expect, test } from '@jest/globals';

import { parseErasure } from '../../../src/commands/erase/parseErasure.ts';

const NOTHING = { hostname: null, account: null, from: null, until: null, source: null };

test('counts unless --yes is given, and normalizes values as ingest does', () => {
  const words = ['--host', 'ws5.corp.example', '--from', '2026-11-16T10:00:00+01:00', '--source', 'windows/'];
  const erasure = { ...NOTHING, hostname: 'WS5', from: '2026-11-16T09:00:00.000000Z', source: 'windows/' };
  expect(parseErasure(words, () => 'SHORT')).toEqual({ kind: 'COUNT', erasure });
  expect(parseErasure([...words, '--yes'], () => 'SHORT')).toEqual({ kind: 'ERASE', erasure });
  expect(parseErasure([...words, '--yes', '--dry-run'], () => 'SHORT')).toEqual({ kind: 'COUNT', erasure });
});

test('all spellings of an account are equal', () => {
  const account = { userDomain: 'CORP', userName: 'ana' };
  for (const user of ['CORP\\ana', 'ANA@corp.example'])
    expect(parseErasure(['--account', user], () => 'SHORT')).toMatchObject({ erasure: { account } });
});

test.each([
  [[], /^--host or --account is missing/],
  [['--from', '2026-11-16T09:00:00Z', '--yes'], /^--host or --account is missing/],
  [['--host', ''], /^--host: hostname/],
  [['--account', 'CORP\\'], /^--account: user has a domain but no name/],
  [['--host', 'A', '--from', '2026-11-16'], /^--from: /],
  [['--host', 'A', '--source', ''], /^--source is empty/],
  [
    ['--host', 'A', '--from', '2026-11-16T09:00:00Z', '--until', '2026-11-16T09:00:00Z'],
    /^--until must be after/,
  ],
  [['--host', 'A', 'B'], /^unexpected argument "B"/],
  [['--hots', 'A'], /--hots/],
])('%j is refused, and the message names the mistake', (words, message) => {
  expect(parseErasure(words, () => 'SHORT')).toEqual({
    kind: 'MISTAKE',
    message: expect.stringMatching(message),
  });
});
