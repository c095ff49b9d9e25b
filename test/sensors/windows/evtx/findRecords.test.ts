import { describe, expect, test } from '@jest/globals';

import { readEvtxChunk } from '../../../../src/sensors/windows/evtx/readEvtxChunk.ts';
import { withChecksums, writeChunk } from '../../../support/evtxFile.ts';

import { listLogons } from './aLogon.ts';

/** The numbers of the records that are read, and `-` for each that is lost. */
const listNumbers = (chunk: Buffer, numberBefore: number | null = null): readonly string[] =>
  readEvtxChunk(chunk, numberBefore).records.map((record) => {
    if (record.kind === 'FAILED') return '-';
    return (record.value as any).Event.System.EventRecordID['#text'];
  });

const listReasons = (chunk: Buffer): readonly string[] =>
  readEvtxChunk(chunk).records.flatMap((record) => (record.kind === 'FAILED' ? [record.reason] : []));

const FIRST = 512;
const FREE_SPACE = 48;

/** The places of the records in a chunk, and the end of the last one. */
const listPlaces = (chunk: Buffer): readonly number[] => {
  const places = [FIRST];
  for (let at = FIRST; at < chunk.readUInt32LE(FREE_SPACE);) {
    at += chunk.readUInt32LE(at + 4);
    places.push(at);
  }
  return places;
};

const placeOf = (chunk: Buffer, index: number): number => listPlaces(chunk)[index] ?? 0;

/** Damages the record with this index by one bit. */
const flip = (chunk: Buffer, index: number, byte: number): Buffer => {
  const damaged = Buffer.from(chunk);
  const at = placeOf(chunk, index) + byte;
  damaged[at] = (damaged[at] ?? 0) ^ 1;
  return damaged;
};

const WHOLE = writeChunk(listLogons(11, 15));
const SIZE = placeOf(WHOLE, 1) - FIRST;

describe('a chunk whose checksum is wrong', () => {
  test('is read record by record', () => {
    // As in a copy of a log in use, whose checksum was not brought up to date.
    const chunk = Buffer.from(WHOLE);
    chunk.writeUInt32LE(0x1234_5678, 52);
    expect(listNumbers(chunk)).toEqual(['11', '12', '13', '14', '15']);
  });

  test.each([
    ['magic', 0],
    ['size', 4],
    ['size, by 64 KiB', 6],
    ['binary XML', 24],
    ['copy of the size', SIZE - 4],
  ])('loses a record whose %s is damaged, and no other', (_, byte) => {
    expect(listNumbers(flip(WHOLE, 2, byte))).toEqual(['11', '12', '-', '14', '15']);
    expect(listNumbers(flip(WHOLE, 0, byte))).toEqual(['-', '12', '13', '14', '15']);
    expect(listNumbers(flip(WHOLE, 4, byte))).toEqual(['11', '12', '13', '14', '-']);
  });

  test('counts each record of a range that is overwritten', () => {
    const chunk = Buffer.from(WHOLE);
    chunk.fill(0, placeOf(WHOLE, 1) + 30, placeOf(WHOLE, 4) - 30);
    expect(listNumbers(chunk)).toEqual(['11', '-', '-', '-', '15']);
    expect(new Set(listReasons(chunk))).toEqual(
      new Set(['a damaged EVTX record: it is overwritten, cut off or not written yet']),
    );
    chunk.fill(0xff, placeOf(WHOLE, 1) + 30);
    expect(listNumbers(chunk)).toEqual(['11', '-', '-', '-', '-']);
  });

  test('says that binary XML cannot be read', () => {
    expect(listReasons(flip(WHOLE, 2, 24))).toEqual(['a damaged EVTX record: its binary XML cannot be read']);
  });

  test('does not read records of an older lap between those that the header states', () => {
    const chunk = Buffer.from(WHOLE);
    const old = writeChunk(listLogons(1, 5));
    old.copy(chunk, placeOf(old, 1), placeOf(old, 1), placeOf(old, 3));
    expect(listNumbers(chunk)).toEqual(['11', '-', '-', '14', '15']);
  });

  test('does not read a record whose end is that of an older record of the same size', () => {
    // The pages of a file are written at different times: up to byte 8192 this chunk is new.
    const [now, old] = [writeChunk(listLogons(1001, 1020)), writeChunk(listLogons(101, 120))];
    const chunk = Buffer.concat([now.subarray(0, 8192), old.subarray(8192)]);
    const places = listPlaces(now);
    const whole = places.filter((at) => at <= 8192).length - 1;
    expect(places).not.toContain(8192);
    const numbers = listNumbers(chunk);
    expect(numbers.slice(0, whole)).toEqual(
      Array.from({ length: whole }, (_, index) => String(1001 + index)),
    );
    expect(numbers.slice(whole)).toEqual(Array.from({ length: 20 - whole }, () => '-'));
    expect(listReasons(chunk)).toContain('a damaged EVTX record: a part of it may be of an older record');
  });

  test('with a destroyed header, reads the records that follow those of the chunk before', () => {
    const chunk = Buffer.from(WHOLE);
    chunk.fill(0, 0, FIRST);
    expect(listNumbers(chunk, 10)).toEqual(['11', '12', '13', '14', '15']);
    expect(listNumbers(chunk)).toEqual(['11', '12', '13', '14', '15']);
    // They are of an older lap.
    expect(listNumbers(chunk, 20)).toEqual(['-']);
  });
});

describe('the space behind the last record', () => {
  /** A chunk whose header states fewer records than there are. */
  const withOldHeader = (chunk: Buffer, old: Buffer): Buffer =>
    Buffer.concat([old.subarray(0, FIRST), chunk.subarray(FIRST)]);

  test('has records of the log if their numbers continue', () => {
    const chunk = withOldHeader(WHOLE, writeChunk(listLogons(11, 12)));
    expect(listNumbers(chunk)).toEqual(['11', '12', '13', '14', '15']);
  });

  test('has older records, which are not read', () => {
    const old = writeChunk(listLogons(1, 5));
    const now = writeChunk(listLogons(11, 12));
    const chunk = Buffer.concat([now.subarray(0, placeOf(now, 2)), old.subarray(placeOf(now, 2))]);
    expect(listNumbers(chunk)).toEqual(['11', '12']);
    expect(listNumbers(withChecksums(chunk))).toEqual(['11', '12']);
    // The checksum was not brought up to date, either.
    chunk.writeUInt32LE(0, 52);
    expect(listNumbers(chunk)).toEqual(['11', '12']);
  });

  test('does not have a record that only looks as if it continued', () => {
    const chunk = withOldHeader(flip(WHOLE, 2, SIZE - 4), writeChunk(listLogons(11, 12)));
    expect(listNumbers(chunk)).toEqual(['11', '12']);
  });
});

test('a header older than all records', () => {
  const old = writeChunk(listLogons(1, 5));
  expect(listNumbers(Buffer.concat([old.subarray(0, FIRST), WHOLE.subarray(FIRST)]))).toEqual([
    '11',
    '12',
    '13',
    '14',
    '15',
  ]);
});

test('a chunk without records', () => {
  expect(listNumbers(writeChunk([]))).toEqual([]);
  expect(listNumbers(Buffer.alloc(65_536))).toEqual([]);
});
