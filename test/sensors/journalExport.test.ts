import { isUtf8 } from 'node:buffer';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeJournalExportReader } from '../../src/sensors/linux/journalExport.ts';
import type { JournalEntry } from '../../src/sensors/linux/journalExport.ts';

import {
  binaryField,
  cutAt,
  exportEntries,
  someCuts,
  someEntries,
  toFields,
} from '../support/ingest/journalExport.ts';
import type { JournalField } from '../support/ingest/journalExport.ts';
import { samples } from '../support/samples.ts';

const MIB = 1_048_576;

const read = (chunks: readonly Buffer[], maxBytes = MIB): readonly JournalEntry[] => {
  const reader = makeJournalExportReader(maxBytes);
  return [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()];
};

const firstValues = (fields: readonly JournalField[]): Record<string, string> =>
  Object.fromEntries(
    fields.toReversed().map(({ name, value }) => [name, value.toString(isUtf8(value) ? 'utf8' : 'latin1')]),
  );

describe('the export format', () => {
  test('gives the entries that were written, however it is cut', () => {
    fc.assert(
      fc.property(someEntries, someCuts, (entries, cuts) => {
        const found = read(cutAt(exportEntries(entries), cuts));
        expect(found.map((entry) => (entry.kind === 'VALUE' ? entry.value : entry.reason))).toEqual(
          entries.map(firstValues),
        );
      }),
      samples(300),
    );
  });

  test('passes over empty lines, and counts them', () => {
    const blank = Buffer.alloc(5 * MIB, '\n');
    const [first, second] = read([blank, Buffer.from('A=1\n\n\n'), blank, Buffer.from('A=2\n\n')]);
    expect(first).toEqual({ kind: 'VALUE', line: 5 * MIB + 1, value: { A: '1' } });
    expect(second).toEqual({ kind: 'VALUE', line: 10 * MIB + 4, value: { A: '2' } });
  });

  test('gives the same entries for damaged bytes, however they are cut', () => {
    fc.assert(
      fc.property(
        someEntries,
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat({ max: 255 })), {
          maxLength: 6,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        someCuts,
        (entries, damages, end, cuts) => {
          const whole = exportEntries(entries);
          const bytes = Buffer.from(whole.subarray(0, Math.ceil(end * whole.length)));
          for (const [share, byte] of damages)
            if (bytes.length > 0) bytes[Math.floor(share * bytes.length)] = byte;
          // Small enough that some entries and values are too long.
          for (const maxBytes of [64, MIB]) {
            expect(read(cutAt(bytes, cuts), maxBytes)).toEqual(read([bytes], maxBytes));
            expect(
              read(
                [...bytes].map((byte) => Buffer.from([byte])),
                maxBytes,
              ),
            ).toEqual(read([bytes], maxBytes));
          }
        },
      ),
      samples(150),
    );
  });

  test('reports whether an entry has begun and not ended', () => {
    const bytes = exportEntries([toFields({ __CURSOR: 's=1', MESSAGE: 'a\nb' })]);
    const reader = makeJournalExportReader(4);
    expect(reader.isInEntry()).toBe(false);
    for (const byte of bytes.subarray(0, -1)) {
      reader.push(Buffer.from([byte]));
      expect(reader.isInEntry()).toBe(true);
    }
    reader.push(Buffer.from('\n'));
    expect(reader.isInEntry()).toBe(false);
  });
});

describe('an entry that is too long fails alone', () => {
  const other = toFields({ __CURSOR: 's=2', MESSAGE: 'b' });
  const forged = '\n\n__CURSOR=s=9\n__REALTIME_TIMESTAMP=1\nMESSAGE=forged\n\n';
  const listOf = (long: Buffer, cuts: readonly number[]) =>
    read(cutAt(Buffer.concat([long, Buffer.from('\n'), exportEntries([other])]), cuts));

  test('and what stands inside its value is not an entry', () => {
    const long = binaryField('MESSAGE', Buffer.from(forged.repeat(40_000)));
    fc.assert(
      fc.property(someCuts, (cuts) => {
        expect(listOf(Buffer.concat([Buffer.from('__CURSOR=s=1\n'), long]), cuts)).toEqual([
          { kind: 'FAILED', line: 1, reason: 'longer than 1 MiB' },
          { kind: 'VALUE', line: expect.any(Number), value: firstValues(other) },
        ]);
      }),
      samples(5),
    );
  });

  test.each([
    ['a line', Buffer.from(`MESSAGE=${'x'.repeat(2 * MIB)}\n`), 'longer than 1 MiB'],
    [
      'several values',
      Buffer.from(`A=${'x'.repeat(MIB / 2)}\nB=${'x'.repeat(MIB / 2)}\n`),
      'longer than 1 MiB',
    ],
    [
      'many fields',
      Buffer.from(Array.from({ length: 1025 }, (_, n) => `A${n}=\n`).join('')),
      'more than 1024 fields',
    ],
  ])('because of %s', (_what, long, reason) => {
    expect(listOf(long, [0.1, 0.5, 0.9])).toEqual([
      { kind: 'FAILED', line: 1, reason },
      { kind: 'VALUE', line: expect.any(Number), value: firstValues(other) },
    ]);
  });

  test('and takes a bounded amount of memory', () => {
    const chunk = Buffer.alloc(65_536, 'x');
    for (const start of [
      'MESSAGE=',
      binaryField('MESSAGE', Buffer.alloc(0), 900n * BigInt(MIB)).subarray(0, -1),
    ]) {
      const reader = makeJournalExportReader(MIB);
      reader.push(Buffer.from(start));
      const before = process.memoryUsage().arrayBuffers;
      for (let count = 0; count < 3000; count += 1) reader.push(chunk);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * MIB);
      expect(reader.isInEntry()).toBe(true);
    }
  });
});
