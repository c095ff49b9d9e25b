import { readFileSync, writeFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import { format } from 'prettier';

import { makeCoverage } from '../support/filled/makeCoverage.ts';

const PAGE = new URL('../../docs/coverage.md', import.meta.url);

test('docs/coverage.md is what the sensors fill', async () => {
  const page = await format(makeCoverage(), { parser: 'markdown', printWidth: 140, proseWrap: 'preserve' });
  if (process.env['UPDATE_GOLDENS'] === '1' && process.env['CI'] === undefined) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

test('some sensor fills each action', () => {
  for (const action of ['login', 'logout', 'reconnect', 'lock', 'unlock']) {
    expect(makeCoverage()).toMatch(new RegExp(`## ${action}\\n\\n[^#]*●`));
  }
});
