import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { CAR_ANALYTICS, HUNT_NAMES, HUNTS } from '../../src/domain/hunts/registry.ts';
import { readExamples } from '../support/docs/readExamples.ts';

/** The documents that may contain the tables. */
const FILES = [
  'README.md',
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

const HUNT_TABLE = [
  ['field', 'finds'],
  ...Object.entries(HUNTS).map(([name, { finds }]) => [`\`${name}\``, finds]),
];

const CAR_TABLE = [
  ['analytic', 'field', 'finds'],
  ...Object.entries(CAR_ANALYTICS).map(([name, { id = '', finds }]) => [
    `[${id}](https://car.mitre.org/analytics/${id}/)`,
    `\`${name}\``,
    finds,
  ]),
];

/** Formats a table of Markdown as Prettier does. */
const format = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head = '', ...body] = rows.map((row) =>
    line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))),
  );
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body];
};

const PAGE = readFileSync('docs/hunts.md', 'utf8');
const EXAMPLES = readExamples({ name: 'docs/hunts.md', text: PAGE });
const SECTIONS = [...PAGE.matchAll(/^### (.+)$/gm)].map(([, title]) => title);

test.each(HUNT_NAMES)('docs/hunts.md has a section and an example of %s', (name) => {
  expect(SECTIONS).toContain(name);
  expect(EXAMPLES.filter(({ text, result }) => text.includes(` ${name}(`) && result !== null)).not.toEqual(
    [],
  );
});

/** `UPDATE_GOLDENS=1` rewrites both tables. */
describe.each([
  ['hunts', /^\| field +\| finds +\|\n(?:\|.*\n)+/gm, HUNT_TABLE],
  ['CAR analytics', /^\| analytic +\| field +\| finds +\|\n(?:\|.*\n)+/gm, CAR_TABLE],
])('the table of %s', (_, pattern, rows) => {
  const lines = format(rows);
  if (process.env['UPDATE_GOLDENS'] === '1') {
    for (const file of FILES) {
      const text = readFileSync(file, 'utf8');
      const updated = text.replaceAll(pattern, `${lines.join('\n')}\n`);
      if (updated !== text) writeFileSync(file, updated);
    }
  }
  const tables = FILES.flatMap((file) => readFileSync(file, 'utf8').match(pattern) ?? []);

  test('is in the documentation once', () => {
    expect(tables).toHaveLength(1);
  });

  test.each(lines)('%s', (line) => {
    expect(tables.join('')).toContain(`${line}\n`);
  });

  test('has no other rows, and the order of the registry', () => {
    expect(tables.join('')).toBe(`${lines.join('\n')}\n`);
  });
});
