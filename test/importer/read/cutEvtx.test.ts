import { describe, expect, test } from '@jest/globals';

import { makeEvtxCutter } from '../../../src/importer/read/cutEvtx.ts';
import { recognizeFormat } from '../../../src/importer/read/formats.ts';
import { listLogons } from '../../sensors/windows/evtx/aLogon.ts';
import { writeChunk, writeEvtxFile } from '../../support/evtxFile.ts';

import { readCounts, runCommand, writeFile } from '../importing.ts';

/** Reads a file in pieces of this size: the number of each record behind its place, and `-` for a record that is lost. */
const listNumbers = (file: Buffer, pieceBytes = 131_072): readonly string[] => {
  const cutter = makeEvtxCutter();
  const records = [];
  for (let at = 0; at < file.length; at += pieceBytes) {
    records.push(...cutter.push(file.subarray(at, at + pieceBytes)));
  }
  return [...records, ...cutter.end()].map((record) => {
    const number = record.kind === 'FAILED' ? '-' : (record.value as any).Event.System.EventRecordID['#text'];
    return `${record.line}:${number}`;
  });
};

/** As listNumbers writes records that are all there. */
const numbered = (numbers: readonly (number | string)[]): readonly string[] =>
  numbers.map((number, index) => `${index + 1}:${number}`);

const CHUNKS = [writeChunk(listLogons(1, 3)), writeChunk(listLogons(4, 5)), writeChunk(listLogons(6, 8))];
const FILE = writeEvtxFile(CHUNKS);
const UNUSED = Buffer.alloc(65_536);

describe('an EVTX file', () => {
  test.each([1_000, 4_096, 65_536, 70_000, FILE.length])('is read in pieces of %i bytes', (pieceBytes) => {
    expect(listNumbers(FILE, pieceBytes)).toEqual(numbered([1, 2, 3, 4, 5, 6, 7, 8]));
  });

  test('may have more chunks than its header states, and unused ones behind them', () => {
    const header = writeEvtxFile([UNUSED]).subarray(0, 4096);
    expect(listNumbers(Buffer.concat([header, ...CHUNKS, UNUSED, UNUSED]))).toHaveLength(8);
  });

  test('may have anything behind the chunks that its header states', () => {
    expect(listNumbers(Buffer.concat([FILE, Buffer.alloc(65_536, 'x')]))).toHaveLength(8);
  });

  test('may have a destroyed header', () => {
    const file = Buffer.from(FILE).fill(0, 0, 4096);
    expect(listNumbers(file)).toEqual(numbered([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(recognizeFormat(file.subarray(0, 65_536))?.format).toBe('evtx');
  });

  test('may have no header', () => {
    const file = FILE.subarray(4096);
    expect(listNumbers(file, 10_000)).toEqual(numbered([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(recognizeFormat(file.subarray(0, 65_536))?.format).toBe('evtx');
  });

  test('may be cut off: behind its records nothing is lost, within them each is counted', () => {
    const last = 4096 + 2 * 65_536;
    const used = CHUNKS[2]?.readUInt32LE(48) ?? 0;
    expect(listNumbers(FILE.subarray(0, last + used))).toHaveLength(8);
    expect(listNumbers(FILE.subarray(0, last + used - 10))).toEqual(numbered([1, 2, 3, 4, 5, 6, 7, '-']));
    expect(listNumbers(FILE.subarray(0, last + 530))).toEqual(numbered([1, 2, 3, 4, 5, '-', '-', '-']));
    expect(listNumbers(FILE.subarray(0, 100))).toEqual(['1:-']);
  });

  test('may have a chunk with a destroyed header', () => {
    const file = Buffer.from(FILE).fill(0, 4096 + 65_536, 4096 + 65_536 + 512);
    expect(listNumbers(file)).toEqual(numbered([1, 2, 3, 4, 5, 6, 7, 8]));
  });

  test('has a failure for an empty chunk that its header counts', () => {
    const file = writeEvtxFile([CHUNKS[0] ?? UNUSED, UNUSED, CHUNKS[2] ?? UNUSED]);
    expect(listNumbers(file)).toEqual(numbered([1, 2, 3, '-', 6, 7, 8]));
  });

  test.each([1, 512, 1000])('is read from the next chunk on if %i bytes are missing or too many', (bytes) => {
    const at = 4096 + 60_000;
    const [before, behind] = [FILE.subarray(0, at), FILE.subarray(at)];
    expect(listNumbers(Buffer.concat([before, behind.subarray(bytes)]))).toHaveLength(8);
    // The bytes between two chunks contain no records.
    const more = listNumbers(Buffer.concat([before, Buffer.alloc(bytes, 'x'), behind]));
    expect(more.filter((record) => !record.endsWith(':-'))).toHaveLength(8);
  });
});

describe('an event log of Server 2003', () => {
  // The header: its size, a magic, the version, and the places of records.
  const file = Buffer.concat([Buffer.from('\x30\0\0\0LfLe\x01\0\0\0\x01\0\0\0\x30\0\0\0', 'latin1'), UNUSED]);

  test.each([[[]], [['--format', 'evtx']]])('is named, with advice (%j)', async (options) => {
    const { code, output } = await runCommand(['--dry-run', ...options, writeFile(file, 'SecEvent.Evt')]);
    expect(readCounts(output)).toMatchObject({ 'records read': 1, failed: 1 });
    expect(output).toMatch(/Windows XP or Server 2003 \(\.evt\).*wevtutil epl OLD\.evt NEW\.evtx \/lf:true/);
    expect(code).toBe(1);
  });
});
