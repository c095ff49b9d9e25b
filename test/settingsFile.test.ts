import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';

import { addKey } from '../src/domain/access/addKey.ts';
import { startFakeServer } from './importer/fakeServer.ts';
import { someRecords, writeFile } from './importer/importing.ts';
import { useApi } from './support/api.ts';
import { useDatabase } from './support/database.ts';
import { argumentsFor } from './support/entryPoints.ts';
import { guardedBy } from './support/keys.ts';
import { spawnMain } from './support/spawnMain.ts';
import type { MainProcess } from './support/spawnMain.ts';

const database = useDatabase();
const api = useApi(database, { access: async () => guardedBy(database()) });

const COMMANDS: Readonly<
  Record<string, { readonly script: readonly string[]; readonly words: readonly string[] }>
> = {
  start: { script: argumentsFor('main'), words: [] },
  demo: { script: argumentsFor('main'), words: ['--demo'] },
  rebuild: { script: argumentsFor('main'), words: ['--rebuild'] },
  maintain: { script: argumentsFor('main'), words: ['--maintain'] },
  erase: { script: argumentsFor('main'), words: ['--erase', '--account', 'ana'] },
  keys: { script: argumentsFor('main'), words: ['--keys', 'list'] },
  import: { script: argumentsFor('importer'), words: [resolve('package.json')] },
  export: { script: argumentsFor('exporter'), words: ['events'] },
  'sessionscope export': { script: [resolve('src/cli.js')], words: ['export', 'events'] },
};
const NAMES = Object.keys(COMMANDS);

const folder = mkdtempSync(join(tmpdir(), 'sessionscope-settings-'));

afterAll(() => rmSync(folder, { recursive: true }));

const writeSettings = (text: string): void => writeFileSync(join(folder, '.env'), text);

beforeEach(() => writeSettings(''));

const run = (name: string, settings: Record<string, string>, more: readonly string[] = []): MainProcess => {
  const { script: node = [], words = [] } = COMMANDS[name] ?? {};
  return spawnMain({ script: node, flags: [...words, ...more], settings, cwd: folder });
};

describe('the file .env in the working directory', () => {
  test.each(NAMES)('is read by %s, and unknown names are reported', async (name) => {
    writeSettings('HOST=not a host\nRETENTION_DAY=30\n');
    const main = run(name, { AUDIT_DAY: '30' });
    expect(await main.ended).toBe(2);
    expect(main.errors()).toContain('HOST must be an IP address or a host name.');
    expect(main.errors()).toContain(
      '.env sets RETENTION_DAY, which is not a setting. Did you mean RETENTION_DAYS?\n',
    );
    expect(main.errors()).toContain(
      'The environment sets AUDIT_DAY, which is not a setting. Did you mean AUDIT_DAYS?\n',
    );
  });

  test.each(['start', 'import', 'export'])('stops %s when one of its lines is malformed', async (name) => {
    writeSettings('# settings\nRETENTION_DAYS 30\n');
    const main = run(name, {});
    expect(await main.ended).toBe(2);
    expect(main.errors()).toContain('line 2 of .env must be NAME=VALUE');
    expect(main.output()).toBe('');
  });

  test('is not read for --help and --version', async () => {
    writeSettings('RETENTION_DAYS 30\n');
    for (const flag of ['--help', '--version']) {
      const main = run('export', {}, [flag]);
      expect(await main.ended).toBe(0);
      expect(main.errors()).toBe('');
    }
  });

  test('has lower precedence than the environment', async () => {
    const server = await startFakeServer();
    writeSettings('HOST=not a host\nPORT=1\n');
    const { hostname, port } = new URL(server.url);
    const main = run('import', { HOST: hostname, PORT: port }, [writeFile(someRecords(3))]);
    await main.ended;
    expect(server.requests.flat()).toHaveLength(3);
  });

  test('provides the server and the key for export', async () => {
    const { hostname, port } = new URL(api().url);
    const { text } = await addKey(database(), { name: 'file', scopes: ['events:read'], lifetimeMs: null });
    writeSettings(`HOST=${hostname}\nSESSIONSCOPE_KEY="${text}"\n`);
    const main = run('export', { PORT: port });
    expect(await main.ended).toBe(0);
    expect(main.errors()).toBe('0 events exported\n');
  });
});
