import { spawn } from 'node:child_process';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { runExportCommand } from '../exporter/exporting.ts';
import { readCounts, runCommand, someRecords, writeFile } from '../importer/importing.ts';
import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { argumentsFor } from '../support/entryPoints.ts';
import { guardedBy, keyFor } from '../support/keys.ts';
import { follow } from '../support/spawnCommand.ts';

const database = useDatabase();
const api = useApi(database, { access: async () => guardedBy(database()) });

let reader: string;
let writer: string;
const textOf = ({ authorization }: { authorization: string }): string =>
  authorization.slice('Bearer '.length);
const UNKNOWN = `ss_${'0'.repeat(16)}.${'x'.repeat(43)}`;

beforeAll(async () => {
  reader = textOf(await keyFor(database(), 'events:read'));
  writer = textOf(await keyFor(database(), 'events:write'));
});

const imported = async (words: readonly string[] = [], key: string | null = null) =>
  runCommand(['--url', api().url, ...words, writeFile(someRecords(5))], { key });
const exported = async (words: readonly string[] = [], key: string | null = null) =>
  runExportCommand(['events', '--url', api().url, ...words], { key });
const countRequests = (): number =>
  api()
    .log()
    .filter((line) => line.includes('"msg":"Request ended."')).length;

describe('with a key', () => {
  test('from a file, an import stores and an export reads', async () => {
    const { code, output } = await imported(['--key-file', writeFile(`${writer}\n`, 'writer.txt')]);
    expect(readCounts(output)).toMatchObject({ 'records read': 5, events: 5 });
    expect(code).toBe(0);
    const read = await exported(['--key-file', writeFile(`  ${reader}\r\n`, 'reader.txt')]);
    expect(read.output.split('\n')).toHaveLength(6);
    expect(read.code).toBe(0);
  });

  test('from the environment; a file takes precedence', async () => {
    expect((await imported([], writer)).code).toBe(0);
    expect((await exported([], ` ${reader} `)).code).toBe(0);
    expect((await exported(['--key-file', writeFile(reader, 'reader.txt')], UNKNOWN)).code).toBe(0);
  });

  test('from the environment', async () => {
    const words = [...argumentsFor('exporter'), 'events', '--url', api().url];
    const environment = { PATH: process.env['PATH'], SESSIONSCOPE_KEY: reader };
    const child = spawn(process.execPath, words, {
      stdio: 'pipe',
      env: environment,
      cwd: import.meta.dirname,
    });
    const { code, errors } = await follow(child).ended;
    expect([code, errors]).toEqual([0, expect.stringMatching(/events exported\n$/)]);
  });
});

describe('without a valid key', () => {
  test.each([
    ['none', null, /HTTP 401: A key is needed\./],
    ['an unknown one', UNKNOWN, /The key is not valid/],
  ])('(%s) the run ends immediately and explains how to pass one', async (_, key, reason) => {
    const before = countRequests();
    const { code, output } = await imported([], key);
    expect(output).toMatch(
      /^STOPPED before the end: HTTP 401: .*--key-file FILE, or from SESSIONSCOPE_KEY\.$/m,
    );
    expect(output).toMatch(reason);
    expect(readCounts(output)).toMatchObject({ 'not stored': 5, accepted: 0 });
    expect(code).toBe(1);
    expect(countRequests()).toBe(before + 1);

    const read = await exported([], key);
    expect(read.errors).toMatch(
      /^export: the server refused the request \(UNAUTHENTICATED\): .*--key-file FILE, or from SESSIONSCOPE_KEY\.$/m,
    );
    expect(read).toMatchObject({ code: 1, output: '' });
    expect(countRequests()).toBe(before + 2);
    expect(output + read.errors).not.toContain(UNKNOWN);
  });

  test('without the necessary scope the run ends and names it', async () => {
    const { code, output } = await imported([], reader);
    expect(output).toMatch(
      /^STOPPED before the end: HTTP 403: Mutation\.ingestSessionEvents needs the scope events:write; /m,
    );
    expect(code).toBe(1);
    const read = await exported([], writer);
    expect(read.errors).toMatch(
      /^export: the server refused the request \(FORBIDDEN\): Query\.sessionEvents needs the scope events:read; /m,
    );
    expect(read.code).toBe(1);
  });
});

describe('nothing is sent when the key file', () => {
  test.each([
    ['does not exist', () => '/nowhere/key.txt', /the key cannot be read: ENOENT/],
    ['is empty', () => writeFile('\n', 'key.txt'), /key\.txt contains no key/],
    [
      'contains two keys',
      () => writeFile(`${UNKNOWN}\n${UNKNOWN}`, 'key.txt'),
      /key\.txt must contain one key, like ss_….…, and nothing else/,
    ],
    [
      'is not ASCII text',
      () => writeFile('ss_\u{1F511}', 'key.txt'),
      /key\.txt must contain one key, like ss_….…, and nothing else/,
    ],
  ])('%s', async (_, file, message) => {
    const before = countRequests();
    for (const { code, errors } of [
      await imported(['--key-file', file()]),
      await exported(['--key-file', file()]),
    ]) {
      expect(errors).toMatch(message);
      expect(errors).not.toContain(UNKNOWN);
      expect(code).toBe(2);
    }
    expect((await imported([], 'two words')).errors).toMatch(/SESSIONSCOPE_KEY must contain one key/);
    expect(countRequests()).toBe(before);
  });
});
