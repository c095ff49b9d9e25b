import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';

import { follow } from './support/spawnCommand.ts';
import type { Ended } from './support/spawnCommand.ts';

const CHECKOUT = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'sessionscope-bundle-'));
const VERSION = /^sessionscope \d/;

/** A copy of the project, whose sources the tests change. */
let project = '';

beforeEach(() => {
  project = mkdtempSync(join(folder, 'project-'));
  for (const name of ['src', 'drizzle', 'schema.graphql', 'package.json'])
    cpSync(join(CHECKOUT, name), join(project, name), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(CHECKOUT, 'node_modules'), join(project, 'node_modules'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const run = async (...words: readonly string[]): Promise<Ended> =>
  follow(spawn(process.execPath, [join(project, 'src/cli.js'), ...words], { cwd: folder, stdio: 'pipe' }))
    .ended;

const listBundles = (): readonly string[] => readdirSync(join(project, '.bundle'));

/** Changes a source and sets its times back. */
const change = (path: string, from: string, to: string): void => {
  const file = join(project, path);
  const { atime, mtime } = statSync(file);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  utimesSync(file, atime, mtime);
};

describe('the bundle', () => {
  test('is made by the first start and used by the next', async () => {
    expect((await run('--version')).output).toMatch(VERSION);
    const [name = '', ...others] = listBundles();
    expect(others).toEqual([]);
    const main = join(project, '.bundle', name, 'main.mjs');
    writeFileSync(main, `console.log('from the bundle');`);
    expect((await run('--version')).output).toBe('from the bundle\n');
    expect(listBundles()).toEqual([name]);
  });

  test('is not used once a source has changed, even to one of the same size and time', async () => {
    expect((await run('--version')).output).toMatch(VERSION);
    change('src/startCommand.ts', '`sessionscope ${', '`SESSIONSCOPE ${');
    expect((await run('--version')).output).toMatch(/^SESSIONSCOPE \d/);
    change('src/startCommand.ts', '`SESSIONSCOPE ${', '`sessionscope ${');
    expect((await run('--version')).output).toMatch(VERSION);
    expect(listBundles()).toHaveLength(2);
  });

  test('is not used once package.json has changed', async () => {
    expect((await run('--version')).code).toBe(0);
    change('package.json', '"esbuild": "', '"esbuild": "=');
    expect((await run('--version')).code).toBe(0);
    expect(listBundles()).toHaveLength(2);
  });

  test('is made once by starts at the same time', async () => {
    const ended = await Promise.all([run('--version'), run('export', '--version'), run('--version')]);
    for (const { output, code } of ended) {
      expect(output).toMatch(VERSION);
      expect(code).toBe(0);
    }
    expect(listBundles()).toHaveLength(1);
  });

  test('is made from the sources that its name is a digest of, although one changes meanwhile', async () => {
    const load = async (name: string) => import(join(project, 'src/bundle', name));
    const { readSources } = await load('sources.js');
    const { makeBundle } = await load('makeBundle.js');
    const sources = readSources();
    change('src/startCommand.ts', '`sessionscope ${', '`SESSIONSCOPE ${');
    await makeBundle(sources, join(project, '.bundle', sources.digest));
    change('src/startCommand.ts', '`SESSIONSCOPE ${', '`sessionscope ${');
    expect((await run('--version')).output).toMatch(VERSION);
    expect(listBundles()).toEqual([sources.digest]);
  });

  test('contains the explorer that its server serves, although a source has changed since', async () => {
    expect((await run('--version')).output).toMatch(VERSION);
    const [name = ''] = listBundles();
    const bundle = join(project, '.bundle', name);
    const code = readdirSync(bundle)
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => readFileSync(join(bundle, file), 'utf8'))
      .join('');
    const [, address] =
      /(?:var|const) EXPLORER\d* = new URL\(["']([^"']+)["'], import\.meta\.url\)/.exec(code) ?? [];
    expect(join(bundle, address ?? '')).toBe(join(bundle, 'explorer/'));

    const { openExplorer } = (await import(join(project, 'src/bundle/openExplorer.js'))) as {
      openExplorer: (folder: string) => Promise<ReadonlyMap<string, Uint8Array>>;
    };
    const open = async (path: string): Promise<string> =>
      Buffer.from((await openExplorer(path)).get('main.js') ?? []).toString();
    const before = await open(join(bundle, 'explorer'));
    change('src/explorer/parts/Header.tsx', 'Sessionscope', 'Sessionscope changed');
    expect(await open(join(bundle, 'explorer'))).toBe(before);
    expect(await open(join(project, 'src/explorer'))).not.toBe(before);
  });

  test('replaces older ones, except the last two', async () => {
    for (let count = 1; count <= 4; count += 1) {
      change('src/startCommand.ts', '`sessionscope ', '`sessionscope  ');
      expect((await run('--version')).code).toBe(0);
    }
    expect(listBundles()).toHaveLength(3);
  });

  test('finds the files of the project after the folder was moved', async () => {
    expect((await run('--version')).output).toMatch(VERSION);
    const before = listBundles();
    renameSync(project, `${project}-moved`);
    project = `${project}-moved`;
    expect((await run('--version')).output).toMatch(VERSION);
    expect(listBundles()).toEqual(before);
  });

  test('reports errors with the lines of the sources', async () => {
    const text = `throw new Error('an error of the test');`;
    change('src/startCommand.ts', 'const environment = getEnvironment();', text);
    const line = readFileSync(join(project, 'src/startCommand.ts'), 'utf8')
      .split('\n')
      .findIndex((found) => found.includes(text));
    const { errors, code } = await run('import', '--help');
    expect(errors).toContain(`${join(project, 'src/startCommand.ts')}:${line + 1}:`);
    expect(code).toBe(1);
  });

  test('reports a mistake in a source with its place', async () => {
    change('src/startCommand.ts', 'export const startCommand', 'export const const startCommand');
    const { errors, code } = await run('--version');
    expect(errors).toMatch(/src\/startCommand\.ts:\d+:\d+: ERROR/);
    expect(code).toBe(1);
  });

  test('is not needed where it cannot be stored', async () => {
    writeFileSync(join(project, '.bundle'), '');
    const { output, errors, code } = await run('--version');
    expect(errors).toBe('');
    expect(output).toMatch(VERSION);
    expect(code).toBe(0);
  });

  test('is made by npm ci, which goes on when it cannot be made', async () => {
    const prepare = async (): Promise<Ended> =>
      follow(spawn(process.execPath, [join(project, 'src/bundle/prepare.js')], { stdio: 'pipe' })).ended;
    expect(await prepare()).toMatchObject({ output: '', errors: '', code: 0 });
    expect(listBundles()).toHaveLength(1);
    change('src/startCommand.ts', 'export const startCommand', 'export const const startCommand');
    const { errors, code } = await prepare();
    expect(errors).toContain('The sources were not bundled');
    expect(code).toBe(0);
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['prepare']).toContain('node src/bundle/prepare.js');
  });
});

test('the sources use import.meta only in the forms that the bundle replaces', () => {
  const uses = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[jt]s$/.test(path) && !/^(bundle|http\/playground\/browser)\//.test(path))
    .flatMap((path) => [...readFileSync(join('src', path), 'utf8').matchAll(/import\.meta\b(?:\.\w+)?/g)])
    .map(([use]) => use);
  expect(uses.length).toBeGreaterThan(0);
  expect(new Set(uses)).toEqual(new Set(['import.meta.url']));
});
