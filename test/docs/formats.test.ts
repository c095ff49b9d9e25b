import { readFileSync, writeFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import { format } from 'prettier';

import { KNOWN_FORMATS } from '../../src/sensors/knownFormats/knownFormats.ts';

const PAGE = new URL('../../docs/importing.md', import.meta.url);

/** The table of formats: each group is named once. */
const makeTable = async (): Promise<string> => {
  const rows = KNOWN_FORMATS.map(({ group, name, source }, index) => [
    KNOWN_FORMATS[index - 1]?.group === group ? '' : group,
    name,
    source,
  ]);
  const lines = [['of', 'format', 'source'], ['---', '---', '---'], ...rows];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
  return format(table, { parser: 'markdown', printWidth: 140, proseWrap: 'preserve' });
};

test('docs/importing.md lists the known formats', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const [, before = '', , after = ''] = /^([^]*?\n## Formats\n\n)((?:\|.*\n)+)([^]*)$/.exec(page) ?? [];
  const expected = `${before}${await makeTable()}${after}`;
  if (process.env['UPDATE_GOLDENS'] === '1' && process.env['CI'] === undefined) writeFileSync(PAGE, expected);
  expect(readFileSync(PAGE, 'utf8')).toBe(expected);
});
