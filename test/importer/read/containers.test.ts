import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import { packTar } from 'modern-tar';

import { isHeadComplete } from '../../../src/importer/read/containers/findContainer.ts';

import { BZIP2, LOG, makeTar, TAR_XZ, XZ, ZSTD, ZSTD_WITHOUT_CHECKSUM } from '../../support/packedLog.ts';
import { makeZip } from '../../support/zipFile.ts';
import { LINES, read, readWhole } from './readContainer.ts';

const hash = (index: number): string => createHash('sha256').update(String(index)).digest('hex');
const utf16 = Buffer.from(`\uFEFF${LOG}`, 'utf16le');
/** A zstd frame with one block of the content as it is: RFC 8878, sections 3.1.1.1 and 3.1.1.2. */
const zstdOf = (content: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const block = Buffer.alloc(3);
  block.writeUIntLE((content.length << 3) | 1, 0, 3);
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), size, block, content]);
};

describe('compressed files', () => {
  test.each([
    ['gzip', gzipSync(LOG)],
    ['xz', XZ],
    ['zstd', ZSTD],
    ['zstd without a checksum', ZSTD_WITHOUT_CHECKSUM],
    [
      'zstd after a skippable frame',
      Buffer.concat([Buffer.from('5a2a4d180200000001020304'.slice(0, 20), 'hex'), ZSTD]),
    ],
    ['zstd in a plain block', zstdOf(Buffer.from(LOG))],
  ])('%s', async (_, content) => {
    expect(await readWhole(content)).toEqual({ x: LINES });
  });

  test.each([
    ['gzip', gzipSync(LOG)],
    ['xz', XZ],
    ['zstd', ZSTD],
  ])('%s, joined with cat', async (_, content) => {
    expect(await readWhole(Buffer.concat([content, content, content]))).toEqual({
      x: [...LINES, ...LINES, ...LINES],
    });
  });

  test('members of gzip of all sizes, small and large, also those that unpack to much more', async () => {
    const lines = Array.from({ length: 400 }, (_, index) => `${LINES[0]} ${hash(index)}\n`);
    const repeated = `${LINES[1]}\n`.repeat(4_000);
    const texts = [
      '',
      ...[1, 30, 100, 109, 111, 115, 120, 200, 400].map((count) => lines.slice(0, count).join('')),
      repeated,
    ];
    const sizes = texts.map((text) => gzipSync(text).length);
    expect(sizes.some((size) => size > 3_500 && size < 4_096)).toBe(true);
    expect(sizes.some((size) => size > 4_096 && size < 4_700)).toBe(true);
    const members = [...texts, ...texts.toReversed()];
    const whole = Buffer.concat(members.map((text) => gzipSync(text)));
    expect(await readWhole(whole)).toEqual({ x: members.join('').trimEnd().split('\n') });
  });

  test.each([
    ['gzip', gzipSync(utf16)],
    ['zstd', zstdOf(utf16)],
    ['a byte order mark in gzip', gzipSync(`\uFEFF${LOG}`)],
  ])('UTF-16, and a byte order mark: %s', async (_, content) => {
    const { x } = await readWhole(content);
    expect(x?.map((line) => String(line).replace('\uFEFF', ''))).toEqual(LINES);
  });

  test('inside each other', async () => {
    expect(await readWhole(gzipSync(zstdOf(gzipSync(XZ))))).toEqual({ x: LINES });
  });

  test('xz in an archive that is packed with xz, too', async () => {
    expect(await readWhole(TAR_XZ)).toEqual({ 'x/a.log.xz': LINES });
  });
});

describe('archives', () => {
  const files = { 'var/log/auth.log': LOG, 'var/log/auth.log.1.gz': gzipSync(LOG), 'old.tar': '' };

  test.each([
    ['tar', async () => makeTar(files)],
    ['tar.gz', async () => gzipSync(await makeTar(files))],
    ['ZIP', async () => makeZip(Object.entries(files).map(([name, content]) => ({ name, content })))],
    [
      'ZIP without compression',
      async () =>
        makeZip(
          Object.entries(files).map(([name, content]) => ({ name, content, method: 'STORED' as const })),
        ),
    ],
  ])('%s: each file is one of its own, and empty ones are skipped', async (_, make) => {
    expect(await readWhole(await make())).toEqual({
      'x/var/log/auth.log': LINES,
      'x/var/log/auth.log.1.gz': LINES,
    });
  });

  test('in each other', async () => {
    const inner = await makeTar({ 'a.log': LOG, 'b.log.xz': XZ });
    const zip = makeZip([
      { name: 'inner.tgz', content: gzipSync(inner) },
      { name: 'c.log', content: LOG },
    ]);
    expect(await readWhole(await makeTar({ 'evidence.zip': zip }))).toEqual({
      'x/evidence.zip/inner.tgz/a.log': LINES,
      'x/evidence.zip/inner.tgz/b.log.xz': LINES,
      'x/evidence.zip/c.log': LINES,
    });
  });

  test('without directories, links and devices', async () => {
    const tar = await packTar([
      { header: { name: 'd/', size: 0, type: 'directory' } },
      { header: { name: 'l', size: 0, type: 'symlink', linkname: '/etc/passwd' } },
      { header: { name: 'h', size: 0, type: 'link', linkname: 'a' } },
      { header: { name: 'n', size: 0, type: 'fifo' } },
      { header: { name: 'a', size: LOG.length, type: 'file' }, body: LOG },
    ]);
    expect(await readWhole(Buffer.from(tar))).toEqual({ 'x/a': LINES });
    const zip = makeZip([
      { name: 'd/', content: '' },
      { name: 'l', content: '/etc/passwd', mode: 0o120_777 },
      { name: 'a', content: LOG },
    ]);
    expect(await readWhole(zip)).toEqual({ 'x/a': LINES });
  });

  test('names are only names', async () => {
    const names = ['../../etc/passwd', '/etc/shadow', 'C:\\x', `${'d/'.repeat(60)}a`, 'ä/€'];
    const tar = await makeTar(Object.fromEntries(names.map((name) => [name, LOG])));
    expect(Object.keys(await readWhole(tar))).toEqual(names.map((name) => `x/${name}`));
    const zip = makeZip(names.map((name) => ({ name, content: LOG })));
    expect(Object.keys(await readWhole(zip))).toEqual(names.map((name) => `x/${name.replace('\\', '/')}`));
  });

  test('a file that is not a log does not hide the others', async () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
    const { records, problems } = await read(
      await makeTar({ 'a.png': picture, 'b.log': LOG, 'c.bz2': BZIP2 }),
    );
    expect(problems).toEqual([]);
    expect(records['x/b.log']).toEqual(LINES);
    expect(records['x/a.png']).toEqual(['a picture, not a log']);
    expect(records['x/c.bz2']).toEqual(['bzip2, which is not read; unpack it with bunzip2']);
  });

  test('an empty ZIP archive', async () => {
    expect(await readWhole(makeZip([]))).toEqual({});
  });

  test('an archive of the time before ustar, which is recognized by its checksum', async () => {
    const tar = await makeTar({ a: LOG });
    tar.fill(0, 257, 512);
    tar.fill(' ', 148, 156);
    const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    expect(await readWhole(tar)).toEqual({ 'x/a': LINES });
  });
});

describe('the beginning of a pipe', () => {
  test('one line of text is enough, and a part of a tar header is not', async () => {
    expect(isHeadComplete(Buffer.from(LINES[0] ?? ''))).toBe(false);
    expect(isHeadComplete(Buffer.from(`${LINES[0]}\n`))).toBe(true);
    const tar = await makeTar({ a: LOG });
    expect(isHeadComplete(tar.subarray(0, 500))).toBe(false);
    expect(isHeadComplete(tar)).toBe(true);
  });
});
