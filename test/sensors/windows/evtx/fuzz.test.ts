import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readEvtxChunk } from '../../../../src/sensors/windows/evtx/readEvtxChunk.ts';
import { withChecksums, writeChunk } from '../../../support/evtxFile.ts';
import { samples } from '../../../support/samples.ts';

import { DATA, listLogons } from './aLogon.ts';

const CHUNKS = (['OWN', 'SHARED', 'NONE'] as const).flatMap((templates) => [
  writeChunk(listLogons(101, 130), templates),
  writeChunk(
    listLogons(1, 30, {
      computer: 'SRV22.corp.example',
      data: { ...DATA, TargetUserName: 'bob', TargetDomainName: 'LAB', IpAddress: '10.9.8.7' },
    }),
    templates,
  ),
]);
const WHOLE: ReadonlySet<string> = new Set(
  CHUNKS.flatMap((chunk) =>
    readEvtxChunk(chunk).records.map((record) => JSON.stringify(record.kind === 'VALUE' && record.value)),
  ),
);

const USED_BYTES = Math.max(...CHUNKS.map((chunk) => chunk.readUInt32LE(48)));
const anyChunk = fc.constantFrom(...CHUNKS);
const anyPlace = fc.integer({ min: 0, max: USED_BYTES });

/** Cuts: bytes are missing, and those behind them move. */
const cuts = fc
  .tuple(anyChunk, anyPlace, fc.integer({ min: 1, max: 3000 }))
  .map(([chunk, at, size]) =>
    Buffer.concat([chunk.subarray(0, at), chunk.subarray(at + size)], chunk.length),
  );
/** Splices: the bytes of another chunk, at their place or at another. */
const splices = fc
  .tuple(anyChunk, anyChunk, anyPlace, anyPlace, fc.integer({ min: 1, max: 3000 }))
  .map(([chunk, other, from, to, size]) => {
    const spliced = Buffer.from(chunk);
    other.copy(spliced, to, from, from + size);
    return spliced;
  });
/** Pages of the file that are of another chunk, up to the last record, behind which no other shows that its end is of another. */
const PAGE_BYTES = 4096;
const pages = fc.tuple(anyChunk, anyChunk, fc.nat(15)).map(([chunk, other, page]) => {
  const at = Math.min(page * PAGE_BYTES, chunk.readUInt32LE(44) - (chunk.readUInt32LE(44) % PAGE_BYTES));
  return Buffer.concat([chunk.subarray(0, at), other.subarray(at)]);
});
/** Flips: single bits. */
const flips = fc
  .tuple(anyChunk, fc.array(fc.tuple(anyPlace, fc.nat(7)), { minLength: 1, maxLength: 8 }))
  .map(([chunk, bits]) => {
    const flipped = Buffer.from(chunk);
    for (const [at, bit] of bits) flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
    return flipped;
  });
const changes = fc
  .tuple(fc.oneof(cuts, splices, pages, flips), fc.boolean())
  .map(([chunk, isSigned]) => (isSigned ? withChecksumsIfPossible(chunk) : chunk));

const withChecksumsIfPossible = (chunk: Buffer): Buffer => {
  const end = chunk.readUInt32LE(48);
  return end < 512 || end > chunk.length ? chunk : withChecksums(chunk);
};

test('a damaged chunk is read or fails', () => {
  let failed = 0;
  let read = 0;
  fc.assert(
    fc.property(changes, (chunk) => {
      const { records } = readEvtxChunk(chunk);
      // A record takes at least 28 bytes.
      expect(records.length).toBeLessThanOrEqual(65_536 / 28);
      failed += records.filter(({ kind }) => kind === 'FAILED').length;
      read += records.filter(({ kind }) => kind === 'VALUE').length;
    }),
    samples(1000),
  );
  expect(failed).toBeGreaterThan(500);
  expect(read).toBeGreaterThan(500);
});

// A flipped bit within a text cannot be seen without the checksum. All other damage leaves each record as it was, or fails it.
test('bytes that are missing, or of another chunk, never give a record that was not written', () => {
  fc.assert(
    fc.property(fc.oneof(cuts, pages), (chunk) => {
      for (const record of readEvtxChunk(chunk).records) {
        if (record.kind === 'VALUE') expect(WHOLE).toContain(JSON.stringify(record.value));
      }
    }),
    samples(1000),
  );
});

const NAMES = ['WS1.corp.example', 'SRV22.corp.example', 'ana', 'bob'];

const isPart = (text: string): boolean =>
  text !== '' && NAMES.some((name) => name !== text && name.includes(text));

test('a byte that is damaged never gives a part of a host or user', () => {
  fc.assert(
    fc.property(anyChunk, anyPlace, fc.integer({ min: 1, max: 255 }), (chunk, at, change) => {
      const changed = Buffer.from(chunk);
      changed[at] = ((changed[at] ?? 0) + change) % 256;
      // A zero at the end of a text does not belong to it.
      fc.pre(changed[at] !== 0);
      for (const record of readEvtxChunk(changed).records) {
        if (record.kind === 'FAILED') continue;
        const { System, EventData } = (record.value as any).Event;
        for (const text of [System?.Computer?.['#text'], EventData?.TargetUserName]) {
          expect(isPart(text ?? '')).toBe(false);
        }
      }
    }),
    samples(2000),
  );
});
