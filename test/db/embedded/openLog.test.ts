import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { openLog } from '../../../src/db/embedded/openLog.ts';

test('cuts a log that is too long, and returns only lines written since it was opened', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'postgres.log');
    await writeFile(path, 'an old line\n'.repeat(1_500_000));
    const postgresLog = await openLog(folder);
    expect((await stat(path)).size).toBe(1024 * 1024);
    expect(await postgresLog.readTail()).toBe('');
    await writeFile(path, Array.from({ length: 40 }, (_, line) => `line ${line}\n`).join(''), { flag: 'a' });
    expect(await postgresLog.readTail()).toMatch(/^line 25\n[^]*\nline 39$/);
    await postgresLog.close();
  });
});

test('does not follow a symbolic link, which another user may have created', async () => {
  await withFolder(async (folder) => {
    await symlink('/dev/null', join(folder, 'postgres.log'));
    await expect(openLog(folder)).rejects.toMatchObject({ code: 'ELOOP' });
  });
});

const withFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-log-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};
