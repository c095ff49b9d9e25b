import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { urlOf } from './support/database.ts';
import { maintain } from './support/maintain.ts';
import { follow } from './support/spawnCommand.ts';
import type { Ended } from './support/spawnCommand.ts';
import { spawnMain } from './support/spawnMain.ts';

const CHECKOUT = process.cwd();
const LOCK = { lock: { time: '2026-11-16T09:00:00Z', hostname: 'WS9' } };

/** Runs the bin of a package with these arguments, in a folder. */
const run = async (bin: string, words: readonly string[], cwd: string): Promise<Ended> =>
  follow(spawn(process.execPath, [bin, ...words], { cwd, stdio: 'pipe' })).ended;

describe('sessionscope', () => {
  const bin = join(CHECKOUT, 'src/cli.js');

  test.each([
    [[], 0, /^Usage: sessionscope COMMAND\n/],
    [['--help'], 0, /^Usage: sessionscope COMMAND\n/],
    [['start', '--help'], 0, /^npm start /],
    [['import', '--help'], 0, /^Usage: npm run import /],
    [['export', '--help'], 0, /^Usage: npm run export /],
    [['maintain', '--help'], 0, /^npm start /],
    [['erase', '--help'], 0, /^Usage: npm run erase /],
    [['keys', '--help'], 0, /^Usage: npm run keys /],
  ])('%j prints the usage', async (words, code, text) => {
    const { output, errors, ...ended } = await run(bin, words, CHECKOUT);
    expect(output).toMatch(text);
    expect(errors).toBe('');
    expect(ended.code).toBe(code);
  });

  test.each([
    [['imprt', 'x'], /^sessionscope: unknown command "imprt"\n\nUsage: /],
    [['__proto__'], /^sessionscope: unknown command /],
    [['import'], /^import: no FILE was given\n/],
    [['export', 'x'], /^export: name one LIST/],
    [['rebuild', '--speed'], /--speed/],
    [['erase'], /^erase: --host or --account is missing/],
    [['keys'], /^keys: the action is missing or unknown: use add, list or revoke\n/],
    [['demo', '--speed'], /--speed/],
  ])('%j is refused with the reason', async (words, text) => {
    const { code, output, errors } = await run(bin, words, CHECKOUT);
    expect(errors).toMatch(text);
    expect(output).toBe('');
    expect(code).toBe(2);
  });
});

/** Makes a folder with those packages of the checkout that fulfil a condition. */
const linkPackages = (target: string, isWanted: (entry: string) => boolean): void => {
  mkdirSync(target);
  for (const entry of readdirSync('node_modules').filter(isWanted))
    symlinkSync(join(CHECKOUT, 'node_modules', entry), join(target, entry));
};

describe.each(['with a bundle', 'without a bundle', 'with a bundle, without esbuild and tsx'])(
  'the package, installed elsewhere, %s',
  (kind) => {
    const name = `test_cli_${randomUUID().replaceAll('-', '')}`;
    const folder = mkdtempSync(join(tmpdir(), 'sessionscope-package-'));
    const bin = join(folder, 'node_modules/sessionscope/src/cli.js');

    beforeAll(async () => {
      const words = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
      const tarball = execFileSync('npm', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      const installed = join(folder, 'node_modules/sessionscope');
      mkdirSync(installed, { recursive: true });
      execFileSync('tar', ['-xzf', join(folder, tarball.trim()), '-C', installed, '--strip-components=1']);
      // A bundle cannot be stored here.
      if (kind === 'without a bundle') writeFileSync(join(installed, '.bundle'), '');
      // The dependencies that npm would install with it.
      const packages = join(installed, 'node_modules');
      symlinkSync(join(CHECKOUT, 'node_modules'), packages);
      if (kind === 'with a bundle, without esbuild and tsx') {
        await run(bin, ['--version'], folder);
        rmSync(packages);
        linkPackages(packages, (entry) => !/^(@esbuild|esbuild|tsx)$/.test(entry));
      }
      // A tsconfig.json in the working directory must have no effect.
      writeFileSync(
        join(folder, 'tsconfig.json'),
        '{ "compilerOptions": { "paths": { "*": ["./nothing/*"] } }, broken',
      );
      await maintain(`create database ${name} template template0 encoding 'UTF8'`);
    });

    afterAll(async () => {
      rmSync(folder, { recursive: true });
      await maintain(`drop database if exists ${name} with (force)`);
    });

    test('imports', async () => {
      writeFileSync(join(folder, 'own.jsonl'), JSON.stringify(LOCK));
      const { code, output, errors } = await run(bin, ['import', '--dry-run', 'own.jsonl'], folder);
      expect(errors).toBe('');
      expect(output).toMatch(/^ +1 {2}events$/m);
      expect(code).toBe(0);
    });

    test('creates a database, serves, and exports from it', async () => {
      const settings = { DATABASE_URL: urlOf(name), AUTH: 'none' };
      const main = spawnMain({ settings, script: [bin, 'start'], cwd: folder });
      const url = (await main.url) ?? main.errors();
      writeFileSync(join(folder, 'own.jsonl'), JSON.stringify(LOCK));
      expect((await run(bin, ['import', '--url', url, 'own.jsonl'], folder)).code).toBe(0);
      // A large body is parsed in a thread, which must also find and run its code below node_modules.
      const body = `${JSON.stringify(LOCK)}\n`.repeat(20_000);
      const response = await fetch(new URL('/ingest', url), { method: 'POST', body });
      expect(await response.json()).toMatchObject({ accepted: 0, duplicates: 20_000 });
      const { code, output } = await run(bin, ['export', 'events', '--url', url], folder);
      expect(JSON.parse(output)).toEqual({ lock: { ...LOCK.lock, time: '2026-11-16T09:00:00.000000Z' } });
      expect(code).toBe(0);
      expect(await main.stop()).toBe(0);
      expect(main.errors()).toBe('');
    });
  },
);
