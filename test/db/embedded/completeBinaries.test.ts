import { chmod, mkdir, mkdtemp, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { completeBinaries } from '../../../src/db/embedded/completeBinaries.ts';

test('creates the links and modes that an installation without scripts lacks, also when repeated', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-binaries-'));
  try {
    await mkdir(join(folder, 'bin'));
    await mkdir(join(folder, 'lib'));
    await Promise.all(['initdb', 'postgres'].map((name) => writeFile(join(folder, 'bin', name), '')));
    await chmod(join(folder, 'bin', 'postgres'), 0o644);
    const links = [
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
      { source: 'native/lib/libpq.so.5.18', target: 'native/../../outside' },
    ];
    await writeFile(join(folder, 'pg-symlinks.json'), JSON.stringify(links));

    expect(await completeBinaries(folder)).toBe(true);
    expect(await completeBinaries(folder)).toBe(true);
    expect(await readlink(join(folder, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect((await stat(join(folder, 'bin', 'postgres'))).mode & 0o777).toBe(0o755);
    await expect(stat(join(folder, '..', 'outside'))).rejects.toMatchObject({ code: 'ENOENT' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
