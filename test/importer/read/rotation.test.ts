import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, describe, expect, test } from '@jest/globals';

import { listNewerFiles, makeFindUntil } from '../../../src/importer/read/rotation.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('the next newer file of a log', () => {
  test.each([
    [
      'numbered',
      ['a/auth.log', 'a/auth.log.1', 'a/auth.log.2.gz', 'a/auth.log.10.gz'],
      {
        'a/auth.log.1': 'a/auth.log',
        'a/auth.log.2.gz': 'a/auth.log.1',
        'a/auth.log.10.gz': 'a/auth.log.2.gz',
      },
    ],
    [
      'dated',
      ['secure', 'secure-20261101', 'secure-20261115.xz'],
      { 'secure-20261115.xz': 'secure', 'secure-20261101': 'secure-20261115.xz' },
    ],
    [
      'a copy is not newer',
      ['auth.log.1', 'auth.log.1.gz', 'auth.log'],
      { 'auth.log.1': 'auth.log', 'auth.log.1.gz': 'auth.log' },
    ],
    ['of other logs or folders', ['a/auth.log', 'b/auth.log.1', 'messages', '-'], {}],
  ])('%s', (_, files, newer) => {
    expect(Object.fromEntries(listNewerFiles(files))).toEqual(newer);
  });
});

describe('the lines of a rotated file were written before those of the newer files', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  test('whichever file is asked for first', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sessionscope-rotation-'));
    folders.push(folder);
    const on = (date: string): string => `${date} 10:00:00 nas1 sshd[1]: x\n`;
    const contents = {
      'auth.log': `${on('Mar  6')}${on('Feb  3')}`,
      'auth.log.1': `${on('Apr 10')}${on('Mar  5')}`,
      'auth.log.2.gz': gzipSync(`${on('May  1')}${on('Apr  9')}`),
    };
    const files = Object.entries(contents).map(([name, content]) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    });
    const untils = async (paths: readonly string[]): Promise<readonly string[]> => {
      const findUntil = makeFindUntil(paths, new AbortController().signal, () => NOW);
      const found = await Promise.all(paths.map(findUntil));
      return found.map((ms) => new Date(ms).toISOString().slice(0, 10));
    };
    expect(await untils(files)).toEqual(['2026-11-23', '2025-03-06', '2024-04-10']);
    expect(await untils(files.toReversed())).toEqual(['2024-04-10', '2025-03-06', '2026-11-23']);
  });
});
