import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { MAX_LINE_BYTES, readLines } from '../../src/importer/readLines.ts';
import type { Line } from '../../src/importer/readLines.ts';

import { writeFile } from './importing.ts';

const readAll = async (content: string | Buffer): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  for await (const block of readLines(writeFile(content), new AbortController().signal)) {
    lines.push(...block.lines);
  }
  return lines;
};

const MIB = 1_048_576;

describe('readLines', () => {
  test.each([
    ['nothing', '', []],
    ['blank lines', '\n \n\t\r\n', []],
    ['an end without newline', 'a\nb', ['1:a', '2:b']],
    ['an end with newline', 'a\nb\n', ['1:a', '2:b']],
    ['blank lines between, which count', 'a\n\n\nb', ['1:a', '4:b']],
    ['a byte order mark', '\uFEFFa\n\uFEFFb', ['1:a', '2:\uFEFFb']],
    ['other characters', 'ä€😀\nb', ['1:ä€😀', '2:b']],
  ])('%s', async (_, content, expected) => {
    const lines = await readAll(content);
    expect(lines.map(({ number, text }) => `${number}:${text}`)).toEqual(expected);
    expect(lines.every(({ problem }) => problem === null)).toBe(true);
  });

  test('the blocks that the file is read in are not seen', async () => {
    // Lines of any length around the block size, with characters of several bytes across its borders.
    const line = fc
      .integer({ min: 1, max: 400_000 })
      .map((length) => 'ä€😀x'.repeat(length).slice(0, length));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        const whole = lines.map((text) => text.toWellFormed());
        const read = await readAll(whole.join('\n'));
        expect(read.map(({ text }) => text)).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  test('names a line that is no UTF-8, and only that', async () => {
    const content = Buffer.concat([Buffer.from('ä\n'), Buffer.from([0x61, 0xff, 0x0a]), Buffer.from('€\n')]);
    expect(await readAll(content)).toEqual([
      { number: 1, text: 'ä', problem: null },
      { number: 2, text: 'a\uFFFD', problem: 'NOT_UTF8' },
      { number: 3, text: '€', problem: null },
    ]);
  });

  test.each([
    ['as long as allowed', 0, null],
    ['longer', 1, 'TOO_LONG'],
    ['much longer', 5 * MIB, 'TOO_LONG'],
  ])('a line %s', async (_, moreBytes, problem) => {
    const long = Buffer.alloc(MAX_LINE_BYTES + moreBytes, 'x');
    for (const end of ['', '\n', '\nc\n']) {
      const lines = await readAll(Buffer.concat([Buffer.from('a\nb\n'), long, Buffer.from(end)]));
      expect(lines.map((line) => [line.number, line.problem])).toEqual([
        [1, null],
        [2, null],
        [3, problem],
        ...(end === '\nc\n' ? [[4, null]] : []),
      ]);
      expect(lines[2]?.text).toHaveLength(problem === null ? MAX_LINE_BYTES : 0);
    }
  });

  test('the bytes add up to the file', async () => {
    let sum = 0;
    const file = writeFile('ä\n'.repeat(1_000_000));
    for await (const { bytes } of readLines(file, new AbortController().signal)) sum += bytes;
    expect(sum).toBe(3_000_000);
  });
});
