import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { formatCell } from '../../src/exporter/formatCell.ts';

import { parseCsv } from './parseCsv.ts';
import { samples } from '../support/samples.ts';

describe('a cell', () => {
  test.each<[unknown, string]>([
    ['CORP\\ana', 'CORP\\ana'],
    [null, ''],
    [undefined, ''],
    [0, '0'],
    [false, 'false'],
    [1.5, '1.5'],
    [['10.0.0.1', 'fe80::1'], '10.0.0.1 fe80::1'],
    [[], ''],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['a=b', 'a=b'],
    ['ana@corp.example', 'ana@corp.example'],
    ['s=4f3a;i=1f', 's=4f3a;i=1f'],
  ])('%j is %s', (value, cell) => {
    expect(formatCell(value)).toBe(cell);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['=HYPERLINK("http://x/?"&A1,"a")', '"\'=HYPERLINK(""http://x/?""&A1,""a"")"'],
    ['\t=1', "'\t=1"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['\nx', '"\'\nx"'],
    ['  =1', "'  =1"],
    ['\u00A0\u3000=1', "'\u00A0\u3000=1"],
    ['\uFEFF\u200B=1', "'\uFEFF\u200B=1"],
    ['"=1', '"\'""=1"'],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['ana;=1+1', "ana;'=1+1"],
    ['ana; "=1+1', '"ana;\' ""=1+1"'],
  ])('%j does not become a formula', (value, cell) => {
    expect(formatCell(value)).toBe(cell);
  });

  const text = fc.string({
    unit: fc.constantFrom(...'a|=|+|-|@|＝|＠|"|,|;| |\t|\r|\n|\u3000|\u200B|\''.split('|')),
    maxLength: 12,
  });

  test('is the same when it is read again, except for apostrophes, and does not begin with a formula', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (values) => {
        const [cells = []] = parseCsv(`${values.map(formatCell).join(',')}\r\n`, ',');
        expect(cells.map(withoutApostrophes)).toEqual(values.map(withoutApostrophes));
        for (const cell of cells) expect(cell).not.toMatch(FORMULA);
      }),
      samples(2_000),
    );
  });

  test('contains no formula after a semicolon either', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        // A reader that separates at semicolons also sees line ends that were within quotes.
        const rows = parseCsv(`2026,${formatCell(one)},${formatCell(other)}\r\n`, ';').flat();
        const begun = rows.filter((cell) => /^[\s"\u200B]*[=+\-@＝＠]/u.test(cell));
        fc.pre(!/[\r\n]/.test(one + other));
        expect(begun).toEqual([]);
      }),
      samples(2_000),
    );
  });
});

const withoutApostrophes = (value: string): string => value.replaceAll("'", '');
const FORMULA = /^(?:[\t\r\n]|[\s\u200B]*[=+\-@＝＠])/u;
