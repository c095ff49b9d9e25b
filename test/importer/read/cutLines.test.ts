import { describe, expect, test } from '@jest/globals';

import { makeJsonLineCutter, makeTextLineCutter } from '../../../src/importer/read/cutLines.ts';
import type { Cutter, RawRecord } from '../../../src/importer/read/rawRecord.ts';

const read = (cutter: Cutter, content: string | Buffer, pieceBytes = 1_000_000): readonly RawRecord[] => {
  const bytes = Buffer.from(content);
  const records: RawRecord[] = [];
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    records.push(...cutter.push(bytes.subarray(start, start + pieceBytes)));
  }
  return [...records, ...cutter.end()];
};

const values = (records: readonly RawRecord[]): readonly (readonly [number, unknown])[] =>
  records.map((record) => [record.line, record.kind === 'VALUE' ? record.value : record.reason]);

describe('NULs that a crash leaves in a log', () => {
  const BLOCK = '\0'.repeat(300);

  test.each([1, 50, 1_000_000])('before a line, in pieces of %p bytes', (pieceBytes) => {
    expect(values(read(makeTextLineCutter(), `a\n${BLOCK}b\n${BLOCK}\nc\n`, pieceBytes))).toEqual([
      [1, 'a'],
      [2, 'b'],
      [4, 'c'],
    ]);
  });

  test.each([
    ['text', `Nov 16 10:11:12 web1 sshd[7]: Failed password for ro${BLOCK}b\n`, 'b'],
    ['text, before the end of the line', `session opened for user ro${BLOCK}\nb\n`, 'b'],
    ['text, at the end of the file', `b\nsession opened for user ro${BLOCK}`, 'b'],
    ['bytes that are not UTF-8', Buffer.from(`caf\xe9${BLOCK}b\n`, 'latin1'), 'b'],
  ])('behind an unfinished line, which is not read: %s', (_, content, whole) => {
    const records = values(read(makeTextLineCutter(), content));
    expect(records.map(([, value]) => value).toSorted()).toEqual([
      'a line whose end is missing: NULs follow it, as after a crash',
      whole,
    ]);
  });

  test('in a block that is not UTF-8', () => {
    const content = Buffer.concat([Buffer.from(BLOCK), Buffer.from('caf\xe9\n', 'latin1')]);
    expect(values(read(makeTextLineCutter(), content))).toEqual([[1, 'café']]);
  });

  test('a few NULs inside a line belong to it', () => {
    expect(values(read(makeTextLineCutter(), 'a\0b\n'))).toEqual([[1, 'a\0b']]);
  });

  test('before a line of JSON', () => {
    expect(values(read(makeJsonLineCutter(), `${BLOCK}{"a":1}\n`))).toEqual([[1, { a: 1 }]]);
  });
});

describe('lines of JSON', () => {
  test.each([
    ['RFC 7464, journalctl -o json-seq', '\u001E{"a":1}\n\u001E{"a":2}\n', [1, 2]],
    ['server-sent events, journalctl -o json-sse', 'data: {"a":1}\n\ndata: {"a":2}\n\n', [1, 3]],
  ])('%s', (_, content, lines) => {
    expect(values(read(makeJsonLineCutter(), content))).toEqual([
      [lines[0], { a: 1 }],
      [lines[1], { a: 2 }],
    ]);
  });
});
