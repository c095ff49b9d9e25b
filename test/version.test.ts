import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test } from '@jest/globals';

import { useApi } from './support/api.ts';
import { useDatabase } from './support/database.ts';
import { argumentsFor } from './support/entryPoints.ts';
import { spawnMain } from './support/spawnMain.ts';

const database = useDatabase();
const api = useApi(database);

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

const MAIN = argumentsFor('main');
const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
  ['start', MAIN],
  ['start with files', [...MAIN, 'evidence/', '--follow']],
  ['demo', [...MAIN, '--demo']],
  ['rebuild', [...MAIN, '--rebuild']],
  ['maintain', [...MAIN, '--maintain']],
  ['erase', [...MAIN, '--erase', '--yes']],
  ['keys', [...MAIN, '--keys', 'list']],
  ['import', argumentsFor('importer')],
  ['export', argumentsFor('exporter')],
  ['sessionscope', [resolve('src/cli.js')]],
  ['sessionscope import', [resolve('src/cli.js'), 'import']],
];

test.each(COMMANDS)('%s prints its version', async (_, script) => {
  for (const flag of ['--version', '-V']) {
    const main = spawnMain({ script, flags: [flag] });
    expect(await main.ended).toBe(0);
    expect(main.output()).toBe(`sessionscope ${version}\n`);
    expect(main.errors()).toBe('');
  }
});

test('/readyz, /metrics and overview contain it', async () => {
  const get = async (path: string): Promise<string> => (await fetch(new URL(path, api().url))).text();
  expect(JSON.parse(await get('/readyz'))).toEqual({ status: 'ok', version });
  expect(await get('/metrics')).toContain(`\nsessionscope_build_info{version="${version}"} 1\n`);
  expect((await api().query('{ overview { version } }')).data).toEqual({ overview: { version } });
});
