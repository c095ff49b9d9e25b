import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { readCounts, runCommand, writeFile } from '../importer/importing.ts';
import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

import { parseLines, runExportCommand } from './exporting.ts';

// Real logs of third parties, which are not part of this project; the tests are skipped when the folder does not exist.
const FOLDER = join(process.cwd(), '../shared/realdata');
const describeReal = existsSync(FOLDER) ? describe : describe.skip;

describeReal('events of real logs', () => {
  const api = useApi(useDatabase());
  const otherApi = useApi(useDatabase());
  let exported = '';

  const importInto = async (url: string, words: readonly string[]) =>
    readCounts((await runCommand(['--url', url, ...words])).output);

  const exportFrom = async (url: string, list = 'events'): Promise<string> =>
    (await runExportCommand([list, '--url', url])).output;

  beforeAll(async () => {
    const folders = ['windows-json', 'windows-evtx', 'linux'].map((name) => join(FOLDER, name));
    await importInto(api().url, ['--timezone', 'UTC', '--host', 'AUDITED', ...folders]);
    exported = await exportFrom(api().url);
  });

  test('are duplicates when they are imported again', async () => {
    const count = parseLines(exported).length;
    expect(count).toBeGreaterThan(1_500);
    const counts = await importInto(api().url, [writeFile(exported, 'export.jsonl')]);
    expect(counts).toMatchObject({ events: count, accepted: 0, duplicates: count, rejected: 0, failed: 0 });
  });

  test('are the same events in an empty database', async () => {
    const count = parseLines(exported).length;
    const counts = await importInto(otherApi().url, [writeFile(exported, 'export.jsonl')]);
    expect(counts).toMatchObject({ accepted: count, duplicates: 0, rejected: 0, failed: 0 });
    expect(await exportFrom(otherApi().url)).toBe(exported);
  });

  test('result in the same sessions there, once the context events are imported too', async () => {
    const starts = await exportFrom(api().url, 'context-events');
    const counts = await importInto(otherApi().url, [writeFile(starts, 'export.jsonl')]);
    expect(counts['accepted']).toBe(parseLines(starts).length);
    const sessions = await exportFrom(api().url, 'sessions');
    expect(parseLines(sessions).length).toBeGreaterThan(200);
    expect(await exportFrom(otherApi().url, 'sessions')).toBe(sessions);
  });
});
