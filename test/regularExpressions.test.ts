import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';
import { analyse } from 'scslre';
import { parseSync } from '@swc/core';

/** The code that reads text from outside. */
const FOLDERS = ['src/sensors', 'src/importer', 'src/model', 'src/http/ingest'];

type Literal = { readonly file: string; readonly pattern: string; readonly flags: string };

const listLiterals = (file: string): readonly Literal[] => {
  const found: Literal[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'RegExpLiteral') {
      const { pattern, flags } = node as unknown as Literal;
      found.push({ file, pattern, flags });
    }
    Object.values(node).forEach(visit);
  };
  visit(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', target: 'es2022' }));
  return found;
};

/** Lists the reasons why an expression takes more than linear time on some text. */
const listProblems = (literal: Pick<Literal, 'pattern' | 'flags'>): readonly string[] => {
  const { reports } = analyse({ source: literal.pattern, flags: literal.flags });
  const problems = reports.map((report) =>
    report.type === 'Trade'
      ? `${report.startQuant.raw} and ${report.endQuant.raw} match the same characters`
      : `${report.quant.raw} is tried again from each of its characters`,
  );
  return isSearchBounded(literal) ? problems : [...problems, UNBOUNDED_SEARCH];
};

const UNBOUNDED_SEARCH = 'a search that has no fixed start reads any number of characters before it fails';

/**
 * The analyser misses searches that begin with fixed text and read the rest of the text at each occurrence: `/key=[^;]*;/` is quadratic on
 * `key=key=key=`. So a search must read a limited number of characters, or have one possible start, or be unable to fail after its first
 * character.
 */
const isSearchBounded = ({ pattern, flags }: Pick<Literal, 'pattern' | 'flags'>): boolean => {
  const { alternatives } = parser.parsePattern(pattern, 0, pattern.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  return (
    flags.includes('y') ||
    alternatives.every(
      (alternative) =>
        !isUnlimited(alternative) || hasFixedStart(alternative, flags) || cannotFail(alternative),
    )
  );
};

const parser = new RegExpParser();

const isUnlimited = (alternative: AST.Alternative): boolean => {
  let isFound = false;
  visitRegExpAST(alternative, {
    onQuantifierEnter: ({ max }) => {
      isFound ||= max === Infinity;
    },
  });
  return isFound;
};

/** The analyser handles a lookbehind at the start. */
const hasFixedStart = ({ elements: [first] }: AST.Alternative, flags: string): boolean =>
  first?.type === 'Assertion' &&
  ((first.kind === 'start' && !flags.includes('m')) || first.kind === 'lookbehind');

const cannotFail = ({ elements: [first, ...others] }: AST.Alternative): boolean =>
  first !== undefined &&
  isOneCharacter(first) &&
  others.every((element) => element.type === 'Quantifier' && element.min === 0);

const isOneCharacter = (element: AST.Element): boolean =>
  element.type === 'Quantifier'
    ? element.min <= 1 && isOneCharacter(element.element)
    : element.type === 'CapturingGroup'
      ? element.alternatives.every(({ elements: [first, ...others] }) =>
          first !== undefined && others.length === 0 ? isOneCharacter(first) : false,
        )
      : ['Character', 'CharacterSet', 'CharacterClass'].includes(element.type);

test.each([
  [String.raw`([\w-]+)=(?:"([^"]*)"|([^\s"']*))`, 'g'],
  ['reconnected session: username ([^,]+),.* ip ([^ ]+)', ''],
  [String.raw`^[^\r\n]+\s+User:`, ''],
  [String.raw`\S[^\n]*\n`, ''],
  ['^a|b+c', ''],
  ['^ab*c', 'm'],
])('the check finds /%s/%s', (pattern, flags) => {
  expect(listProblems({ pattern, flags })).not.toEqual([]);
});

test('every regular expression that reads text from outside takes linear time', () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ).filter((file) => file.endsWith('.ts'));
  const literals = files.flatMap(listLiterals);
  expect(literals.length).toBeGreaterThan(80);
  const found = literals.flatMap((literal) =>
    listProblems(literal).map(
      (problem) => `${literal.file} /${literal.pattern}/${literal.flags}: ${problem}`,
    ),
  );
  expect(found).toEqual([]);
});
