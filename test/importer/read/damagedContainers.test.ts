import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  LOG,
  makeTar,
  XZ,
  XZ_WITH_FILTER,
  XZ_WITH_LARGE_DICTIONARY,
  ZSTD,
  ZSTD_WITH_LARGE_WINDOW,
} from '../../support/packedLog.ts';
import { samples } from '../../support/samples.ts';
import { makeZip } from '../../support/zipFile.ts';
import { LINES, read } from './readContainer.ts';

describe('what cannot be read is named, with a remedy', () => {
  test.each([
    ['a filter of xz', XZ_WITH_FILTER, /^x: xz with a filter .*; unpack it with xz -d$/],
    [
      'a large dictionary of xz',
      XZ_WITH_LARGE_DICTIONARY,
      /^x: xz with a dictionary .*; unpack it with xz -d$/,
    ],
    [
      'a large window of zstd',
      ZSTD_WITH_LARGE_WINDOW,
      /^x: zstd with a window .*; unpack it with zstd -d --long=31$/,
    ],
    [
      'a dictionary of zstd',
      Buffer.from('28b52ffd0100070000', 'hex'),
      /^x: zstd with a dictionary .*; unpack it with zstd -d -D DICTIONARY$/,
    ],
  ])('%s', async (_, content, expected) => {
    const { records, problems } = await read(content);
    expect(problems).toEqual([expect.stringMatching(expected)]);
    expect(records).toEqual({});
  });

  test('encrypted members of a ZIP archive, and those of an unknown method', async () => {
    const zip = makeZip([
      { name: 'secret', content: LOG, flags: 1 },
      { name: 'aes', content: LOG, flags: 1, method: 99 },
      { name: 'lzma', content: LOG, method: 14 },
      { name: 'a', content: LOG },
    ]);
    expect(await read(zip)).toMatchObject({
      records: { 'x/a': LINES },
      problems: [
        'x/secret: encrypted; unpack the ZIP file with its password, and import the files',
        'x/aes: encrypted; unpack the ZIP file with its password, and import the files',
        'x/lzma: compressed with method 14, which is not supported; unpack the ZIP file, and import the files',
      ],
    });
  });

  test('members with a wrong checksum, after their records', async () => {
    const zip = makeZip([
      { name: 'a', content: LOG, crc: 1 },
      { name: 'b', content: LOG },
    ]);
    expect(await read(zip)).toMatchObject({
      records: { 'x/a': LINES, 'x/b': LINES },
      problems: ['x/a: damaged ZIP: the checksum or the size is wrong'],
    });
  });

  test('a wrong checksum of zstd', async () => {
    const damaged = Buffer.from(ZSTD);
    damaged.writeUInt8((damaged.at(-1) ?? 0) ^ 1, damaged.length - 1);
    expect((await read(damaged)).problems).toEqual(['x: damaged zstd: its checksum is wrong']);
  });
});

describe('incomplete files', () => {
  const many = Array.from({ length: 20_000 }, (_, n) => `${LINES[0]} ${Math.sin(n)}`);

  test('gzip: all that could be unpacked is read', async () => {
    const packed = gzipSync(`${many.join('\n')}\n`);
    const { records, problems } = await read(packed.subarray(0, packed.length - 9));
    expect(problems).toEqual(['x: damaged or incomplete gzip: unexpected end of file']);
    expect(records['x']?.length).toBeGreaterThan(many.length * 0.99);
    expect(records['x']).toEqual(many.slice(0, records['x']?.length));
  });

  test('xz and zstd', async () => {
    expect(await read(XZ.subarray(0, -8))).toMatchObject({ problems: ['x: damaged or incomplete xz'] });
    expect(await read(ZSTD.subarray(0, -8))).toMatchObject({ problems: ['x: incomplete zstd'] });
    const two = Buffer.concat([ZSTD, ZSTD.subarray(0, -8)]);
    expect(await read(two)).toMatchObject({ records: { x: LINES }, problems: ['x: incomplete zstd'] });
  });

  test('tar: the members before the end are read', async () => {
    const tar = await makeTar({ 'a.log': LOG, 'b.log': `${many.join('\n')}\n`, 'c.log': LOG });
    const { records, problems } = await read(tar.subarray(0, tar.length / 2));
    expect(records['x/a.log']).toEqual(LINES);
    expect(records['x/b.log']?.length).toBeGreaterThan(5_000);
    expect(records['x/c.log']).toBeUndefined();
    expect(problems).toEqual([expect.stringMatching(/^x\/b\.log: damaged or incomplete tar: /)]);
  });

  test('tar in gzip is named once', async () => {
    const packed = gzipSync(await makeTar({ 'a.log': LOG, 'b.log': `${many.join('\n')}\n` }));
    const { records, problems } = await read(packed.subarray(0, packed.length / 2));
    expect(records['x/a.log']).toEqual(LINES);
    expect(problems).toEqual(['x/b.log: damaged or incomplete gzip: unexpected end of file']);
  });

  test('ZIP without its directory', async () => {
    const zip = makeZip([{ name: 'a', content: LOG }]);
    expect((await read(zip.subarray(0, -30))).problems).toEqual([
      'x: incomplete ZIP: the directory at its end is missing; repair it with zip -FF FILE --out REPAIRED, and import that',
    ]);
  });
});

describe('damaged containers', () => {
  /** Every record is a line of the log, or a part of it where a flipped bit changed its end. */
  const kinds: readonly (readonly [string, () => Promise<Buffer>])[] = [
    ['gzip', async () => gzipSync(LOG)],
    ['xz', async () => XZ],
    ['zstd', async () => ZSTD],
    ['tar', async () => makeTar({ a: LOG, b: LOG })],
    ['tar.gz', async () => gzipSync(await makeTar({ a: LOG, b: gzipSync(LOG) }))],
    [
      'ZIP',
      async () =>
        makeZip([
          { name: 'a', content: LOG },
          { name: 'b', content: XZ },
        ]),
    ],
  ];

  test.each(kinds)('%s: a cut file is read to its end or named', async (_, make) => {
    const whole = await make();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: whole.length - 1 }), async (length) => {
        const { records, problems, bytes } = await read(whole.subarray(0, length));
        const values = Object.values(records)
          .flat()
          .filter((value) => !String(value).startsWith('unknown content'));
        expect(values.every((value) => LINES.includes(String(value)))).toBe(true);
        expect(bytes).toBe(length);
        expect(problems.length + Object.keys(records).length).toBeGreaterThan(0);
      }),
      samples(30),
    );
  });

  test.each(kinds)('%s: flipped bits end in records or problems', async (_, make) => {
    const whole = await make();
    const flip = fc.record({
      at: fc.integer({ min: 8, max: whole.length - 1 }),
      bit: fc.integer({ min: 0, max: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 3 }), async (flips) => {
        const damaged = Buffer.from(whole);
        for (const { at, bit } of flips) damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at);
        const { bytes } = await read(damaged);
        expect(bytes).toBe(whole.length);
      }),
      samples(60),
    );
  });
});
