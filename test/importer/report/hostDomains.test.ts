import { expect, test } from '@jest/globals';

import { listWarnings, makeHostDomains, noteHostname } from '../../../src/importer/report/hostDomains.ts';

import { aRecord, runCommand, writeFile } from '../importing.ts';

test.each([
  [
    ['web01.prod.example', 'web01.dev.example', 'WEB01.PROD.example.'],
    ['WEB01 is in several domains (dev.example, prod.example)'],
  ],
  [['web01.prod.example', 'WEB01', 'Web01.Prod.Example'], []],
  [['10.0.0.1', '10.0.0.2', '10.0.1.1'], []],
  [['10.0.0.256', '', '.x', 'a.b'], []],
])('%j: %j', (names, expected) => {
  const domains = makeHostDomains();
  for (const name of names) noteHostname(domains, name);
  expect(listWarnings(domains)).toEqual(expected.map((start) => expect.stringContaining(start)));
});

test('an import warns about a name with several domains, and succeeds', async () => {
  const file = writeFile([
    aRecord(0, { Hostname: 'web01.prod.example' }),
    aRecord(1, { Hostname: 'web01.dev.example' }),
  ]);
  const { code, output } = await runCommand(['--dry-run', file]);
  expect(output).toContain(
    'WARNING: WEB01 is in several domains (dev.example, prod.example) and is stored as one host',
  );
  expect(code).toBe(0);
});
