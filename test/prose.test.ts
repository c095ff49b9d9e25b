import { describe, expect, test } from '@jest/globals';

import { findProse, listProseFiles } from './support/prose.ts';

test('comments, strings and documents use plain terms', () => {
  const files = listProseFiles();
  expect(files.length).toBeGreaterThan(10);
  const findings = files.flatMap((path) =>
    findProse(path).map(({ line, text, instead }) => `${path}:${line}: "${text}": ${instead}`),
  );
  expect(findings).toEqual([]);
});

describe('a phrase is found', () => {
  const linesIn = (source: string): readonly number[] =>
    findProse('example.ts', source).map(({ line }) => line);

  test.each([
    ['in a comment', 'const a = 1; // Whoever calls this.', [1]],
    ['across the lines of a comment', '/**\n * Fails when who\n * asks has no key.\n */', [2]],
    ['in a string', "const a = 'network is no network';", [1]],
    ['in a template, beside its expressions', 'const a = `${b({ c: `d` })} is none of ${e}`;', [1]],
    ['after a regular expression with quotes', 'const a = /[\'"`/]/;\n// The door.', [2]],
    ['after a division', 'const a = b / 2;\n// The door is / was open.', [2]],
  ])('%s', (_, source, lines) => {
    expect(linesIn(source)).toEqual(lines);
  });

  test.each([
    ['in code', 'const door = room.stretch(1);'],
    ['in a regular expression', 'const a = /door|room/;'],
    ['in good English', '// There is no such file; it is no longer read. The network is a network.'],
  ])('not %s', (_, source) => {
    expect(linesIn(source)).toEqual([]);
  });
});
