import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { startFakeServer } from './importer/fakeServer.ts';
import { someRecords, writeFile } from './importer/importing.ts';
import { follow } from './support/spawnCommand.ts';
import type { Ended } from './support/spawnCommand.ts';

const CHECKOUT = resolve('.');

/** Runs npm as a user does, with the settings of the environment alone. */
const npm = async (words: readonly string[], settings: Record<string, string> = {}): Promise<Ended> => {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings };
  return follow(spawn('npm', ['--silent', ...words], { cwd: CHECKOUT, env, stdio: 'pipe' })).ended;
};

describe('npm run import FILE --dry-run, without the -- that hands options on', () => {
  test('imports nothing, and says how to write it', async () => {
    const server = await startFakeServer();
    const { hostname, port } = new URL(server.url);
    const settings = { HOST: hostname, PORT: port };
    const file = writeFile(someRecords(3));
    const refused = await npm(['run', 'import', file, '--dry-run'], settings);
    expect(refused.errors).toContain('import: npm took --dry-run as its own configuration');
    expect(refused.errors).toContain('  npm run import -- FILE… --dry-run\n');
    expect(refused.code).toBe(2);
    expect((await npm(['run', 'import', '--', file, '--dry-run'], settings)).code).toBe(0);
    expect(server.requests).toEqual([]);
    expect((await npm(['run', 'import', file], settings)).code).toBe(0);
    expect(server.requests.flat()).toHaveLength(3);
  });
});

describe('every other script refuses to run without an option that npm took', () => {
  test.each([
    ['export', ['events', '--filter={}'], '--filter'],
    ['keys', ['add', '--name=ana', '--scopes=admin'], '--name, --scopes'],
    ['erase', ['--host=WS5', '--yes'], '--host, --yes'],
    ['start', ['--follow', 'x'], '--follow'],
  ])('%s', async (script, words, taken) => {
    const { code, output, errors } = await npm(['run', script, ...words]);
    expect(errors).toContain(`${script}: npm took ${taken} as its own configuration`);
    expect(output).toBe('');
    expect(code).toBe(2);
  });
});
