import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readExamples } from '../docs/readExamples.ts';

/**
 * Returns the blocks of docs/shippers.md with the mark, changed by replacements. Each must find its text, so that a test runs what the page
 * says except for addresses and paths.
 */
export const readConfiguration = (
  mark: string,
  replacements: Readonly<Record<string, string>>,
): readonly string[] => {
  const name = 'docs/shippers.md';
  const text = readFileSync(join(process.cwd(), name), 'utf8');
  const blocks = readExamples({ name, text })
    .filter((example) => example.mark === mark)
    .map((example) => example.text);
  for (const from of Object.keys(replacements)) {
    if (!blocks.some((block) => block.includes(from)))
      throw new Error(`No block marked ${mark} contains ${from}.`);
  }
  return blocks.map((block) =>
    Object.entries(replacements).reduce((changed, [from, to]) => changed.replaceAll(from, to), block),
  );
};
