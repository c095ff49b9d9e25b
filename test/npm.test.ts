import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { startFakeServer } from './importer/fakeServer.ts';
import { someRecords, writeFile } from './importer/importing.ts';
import { awaitUntil } from './support/awaitUntil.ts';
import { follow } from './support/spawnCommand.ts';
import type { Ended, RunningCommand } from './support/spawnCommand.ts';

const CHECKOUT = resolve('.');

/** Runs npm as a user does, with these settings only. */
const npm = async (words: readonly string[], settings: Record<string, string> = {}): Promise<Ended> =>
  spawnNpm(words, settings).ended;

const spawnNpm = (words: readonly string[], settings: Record<string, string>): RunningCommand => {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings };
  return follow(spawn('npm', ['--silent', ...words], { cwd: CHECKOUT, env, stdio: 'pipe' }));
};

describe('npm run import FILE --dry-run, without the -- that passes options on', () => {
  test('imports nothing and prints the correct command line', async () => {
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

describe('every other script refuses to run without an option that npm consumed', () => {
  test.each([
    ['export', ['events', '--filter={}'], '--filter'],
    ['keys', ['add', '--name=ana', '--scopes=admin'], '--name, --scopes'],
    ['erase', ['--host=WS5', '--yes'], '--host, --yes'],
    ['start', ['--follow', 'x'], '--follow'],
    ['import', ['auth.log', '--format', 'text'], '--format'],
    ['export', ['events', '--format=csv'], '--format'],
  ])('%s', async (script, words, taken) => {
    const { code, output, errors } = await npm(['run', script, ...words]);
    expect(errors).toContain(`${script}: npm took ${taken} as its own configuration`);
    expect(output).toBe('');
    expect(code).toBe(2);
  });
});

describe('a server with the embedded Postgres, started by npm', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'sessionscope-npm-'));
    // Postgres runs as another user when the tests run as root.
    chmodSync(dataDir, 0o755);
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const start = (script: string): { readonly npm: RunningCommand; readonly output: () => string } => {
    const running = spawnNpm(['run', script], { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info' });
    let output = '';
    running.child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
    return { npm: running, output: () => output };
  };

  /** The pids of the server and of its Postgres that use the folder. */
  const listProcesses = (): readonly number[] => {
    const [server = ''] = readdirSync(join(dataDir, 'postgres.lock'));
    const [postmaster = ''] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    return [Number.parseInt(server, 10), Number(postmaster)];
  };
  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  test('prints its progress from the start on; both end when npm receives SIGTERM', async () => {
    const { npm: running, output } = start('demo');
    await awaitUntil('it serves', async () => output().includes('Sessionscope is at'));
    const told = [
      'starts.',
      'Creating a new Postgres',
      'Preparing the database',
      'Recording the events',
      'Sessionscope is at',
    ];
    const places = told.map((text) => output().indexOf(text));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    const pids = listProcesses();
    expect(pids.map(isAlive)).toEqual([true, true]);
    running.child.kill('SIGTERM');
    await awaitUntil('both have ended', async () => !pids.some(isAlive));
    expect(readdirSync(join(dataDir, 'postgres.lock'))).toEqual([]);
  });

  test('both end when npm receives SIGTERM while Postgres starts', async () => {
    const { npm: running, output } = start('start');
    await awaitUntil('it starts', async () => output().includes('Creating a new Postgres'));
    const [lock = ''] = readdirSync(join(dataDir, 'postgres.lock'));
    running.child.kill('SIGTERM');
    await awaitUntil('the server has ended', async () => !isAlive(Number.parseInt(lock, 10)));
    expect(readdirSync(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
  });
});
