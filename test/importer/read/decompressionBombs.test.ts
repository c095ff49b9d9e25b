import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { LIMITS } from '../../../src/importer/read/containers/limits.ts';

import { LOG, makeTar } from '../../support/packedLog.ts';
import { makeZip } from '../../support/zipFile.ts';
import { LINES, read } from './readContainer.ts';

describe('decompression bombs', () => {
  const zeros = Buffer.alloc(2_000_000, '\n');
  const few = { ...LIMITS, ratio: 100, ratioFrom: 1_000_000 };

  test('are read up to the ratio', async () => {
    const { problems } = await read(gzipSync(zeros), few);
    expect(problems).toEqual([expect.stringMatching(/^x: unpacks to more than 100 times its size/)]);
  });

  test('of layers that are small by themselves', async () => {
    const { problems } = await read(gzipSync(gzipSync(zeros)), few);
    expect(problems).toHaveLength(1);
  });

  test('of overlapping members: the bytes of the file count once', async () => {
    const member = { name: 'a', content: Buffer.alloc(20_000, '\n') };
    const zip = makeZip([member]);
    const end = zip.length - 22;
    const start = zip.readUInt32LE(end + 16);
    const entry = zip.subarray(start, end);
    const count = 300;
    const tail = Buffer.from(zip.subarray(end));
    tail.writeUInt16LE(count, 8);
    tail.writeUInt16LE(count, 10);
    tail.writeUInt32LE(entry.length * count, 12);
    const bomb = Buffer.concat([zip.subarray(0, start), ...Array.from({ length: count }, () => entry), tail]);
    const { problems } = await read(bomb, { ...few, ratio: 50 });
    expect(problems).toEqual([expect.stringMatching(/^x\/a: unpacks to more than 50 times/)]);
  });

  test('are read up to the number of bytes', async () => {
    const { records, problems } = await read(gzipSync(LOG.repeat(100)), { ...LIMITS, bytes: 1000 });
    expect(problems).toEqual([expect.stringMatching(/^x: unpacks to more than 1,000 bytes; unpack it/)]);
    expect(records).toEqual({});
  });

  test('with many members are read up to their number, once', async () => {
    const members = Array.from({ length: 20 }, (_, n) => ({ name: `${n}`, content: LOG }));
    const names = Array.from({ length: 10 }, (_, n) => `x/${n}`);
    const limits = { ...LIMITS, members: 10 };
    const zip = await read(makeZip(members), limits);
    expect(Object.keys(zip.records)).toEqual(names);
    expect(zip.problems).toEqual([expect.stringMatching(/^x: has more than 10 members/)]);
    const tar = await read(
      await makeTar(Object.fromEntries(members.map(({ name, content }) => [`f${name}`, content]))),
      limits,
    );
    expect(Object.keys(tar.records)).toHaveLength(10);
    expect(tar.problems).toEqual([expect.stringMatching(/^x: has more than 10 members/)]);
  });

  test('inside each other are read up to the number of layers', async () => {
    let content: Buffer = makeZip([{ name: 'a', content: LOG }]);
    for (let n = 0; n < 5; n += 1)
      content = makeZip([
        { name: 'z', content, method: 'STORED' },
        { name: 'b', content: LOG },
      ]);
    const { records, problems } = await read(content);
    expect(problems).toEqual([
      'x/z/z/z/z/z: more than 5 containers inside each other; unpack it, and import the files',
    ]);
    expect(records['x/b']).toEqual(LINES);
    expect(records['x/z/z/z/z/b']).toEqual(LINES);
  });

  test('a ZIP archive in another container has a limit, because it is kept in memory', async () => {
    const zip = makeZip([{ name: 'a', content: LOG }]);
    const { problems } = await read(gzipSync(zip), { ...LIMITS, zipInMemory: 100 });
    expect(problems).toEqual([expect.stringMatching(/^x: a ZIP archive of more than 100 bytes in a pipe/)]);
  });
});
