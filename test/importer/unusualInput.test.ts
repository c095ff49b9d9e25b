import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { startFakeServer } from './fakeServer.ts';
import { aRecord, readCounts, runCommand, someRecords, writeFile } from './importing.ts';

/** Runs work as a user without root's right to read every file. */
const asOrdinaryUser = async <T>(work: () => Promise<T>): Promise<T> => {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
};

describe('a file that is not a log', () => {
  test.each([
    ['a picture', Buffer.from('\u0089PNG\n{\n\u0001\n\u00ff', 'latin1'), 'a picture, not a log'],
    ['other bytes', Buffer.from('\u0089\n{\n\u0001\n\u00ff', 'latin1'), 'not JSON (4 records)'],
    ['a text with a brace', 'some text\n{\nmore\n}\nend\n', 'not JSON (5 records)'],
    ['a text', 'hello\nworld\n', 'unknown content: '],
    ['a web page', '<!doctype html>\n<p>x</p>\n', 'not event XML'],
    ['settings in JSON', '{"name": "x"}\n{"name": "y"}\n{"name": "z"}\n', 'unknown format: '],
  ])('is reported in one line: %s', async (_, content, reason) => {
    const file = writeFile(content, 'odd');
    const { output, code } = await runCommand(['--dry-run', file]);
    const lines = output.split('\n').filter((line) => line.includes(`${file}: `));
    expect(lines).toEqual([expect.stringContaining(`not read as a log: ${file}: ${reason}`)]);
    // Besides, the tally has one example, regardless of the number of records.
    expect(
      output.split('\n').filter((line) => line.includes(`${file}:`) && !lines.includes(line)),
    ).toHaveLength(1);
    expect(code).toBe(1);
  });

  test('counts each of its records as failed', async () => {
    const file = writeFile('{"name": "x"}\nnot JSON\n{"name": "z"}\n', 'odd');
    const { output } = await runCommand(['--dry-run', file]);
    expect(readCounts(output)).toMatchObject({ 'records read': 3, failed: 3 });
  });

  test('does not include files with a readable record: their failures are listed with their lines', async () => {
    const file = writeFile(
      `not JSON\n{"some": "thing"}\nnot JSON\n${JSON.stringify(aRecord(0))}\nnot JSON\n`,
    );
    const { output } = await runCommand(['--dry-run', file]);
    expect(output).not.toContain('not read as a log');
    expect(readCounts(output)).toMatchObject({ 'records read': 5, events: 1, failed: 4, 'not JSON': 3 });
    for (const line of [1, 2, 3, 5]) expect(output).toContain(`${file}:${line}\n`);
  });
});

test('an empty file is reported, but is not a failure', async () => {
  const [empty, full] = [writeFile('', 'empty.log'), writeFile(someRecords(1))];
  const { output, code } = await runCommand(['--dry-run', empty, full]);
  expect(output).toContain(`empty: ${empty}\n`);
  expect(output).not.toContain(`empty: ${full}`);
  expect(code).toBe(0);
});

describe('--explain', () => {
  test('each file that has no record with the number is reported', async () => {
    const [short, long] = [writeFile(someRecords(2)), writeFile(someRecords(4))];
    const { output } = await runCommand(['--dry-run', '--explain', '3', short, long]);
    expect(output).toContain(`${short}:3  there is no such record; the last one is 2\n`);
    expect(output).not.toContain(`${long}:3  there is no such record`);
    expect(output).toContain(`${long}:3  read: `);
  });

  test('also a file without records', async () => {
    const file = writeFile('', 'empty.log');
    const { output } = await runCommand(['--dry-run', '--explain', '1', file]);
    expect(output).toContain(`${file}:1  there is no such record; it has no records\n`);
  });
});

describe('--report', () => {
  test('that cannot be written ends the command before anything is sent', async () => {
    const server = await startFakeServer();
    const file = writeFile(someRecords(3));
    for (const report of [join(file, 'report.json'), dirname(file)]) {
      const { code, errors } = await runCommand(['--url', server.url, '--report', report, file]);
      expect(errors).toMatch(/^import: the report cannot be written: .*\nimport: nothing was sent\n$/);
      expect(code).toBe(2);
    }
    expect(server.requests).toEqual([]);
  });

  test('keeps an older report when the command line is invalid otherwise', async () => {
    const file = writeFile(someRecords(1));
    const report = writeFile('older', 'report.json');
    await runCommand(['--url', 'http://127.0.0.1:1/graphql', '--report', report, file]);
    expect(readFileSync(report, 'utf8')).toBe('older');
  });
});

describe('an unreadable file in a folder', () => {
  test('is left out and reported; the rest is imported, and the exit code is 1', async () => {
    const server = await startFakeServer();
    const file = writeFile(someRecords(2));
    const folder = dirname(file);
    const [closed, secret, broken] = ['closed', 'secret.log', 'broken'].map((name) => join(folder, name));
    mkdirSync(closed ?? '');
    writeFileSync(secret ?? '', 'x');
    symlinkSync('/none/target', broken ?? '');
    chmodSync(folder, 0o755);
    for (const path of [closed, secret]) chmodSync(path ?? '', 0o000);
    const { code, output } = await asOrdinaryUser(async () => runCommand(['--url', server.url, folder]));
    expect(output).toContain(`left out: ${closed} cannot be read (permission denied)\n`);
    expect(output).toContain(`left out: ${secret} cannot be read (permission denied)\n`);
    expect(output).toContain(`left out: ${broken} does not exist\n`);
    expect(server.requests.flat()).toHaveLength(2);
    expect(code).toBe(1);
  });

  test('stops the import when it is named on the command line', async () => {
    const file = writeFile(someRecords(2));
    chmodSync(dirname(file), 0o755);
    chmodSync(file, 0o000);
    const { code, errors } = await asOrdinaryUser(async () => runCommand(['--dry-run', file]));
    expect(errors).toContain(`import: ${file} cannot be read (permission denied)\n`);
    expect(code).toBe(2);
  });
});

describe('--timezone', () => {
  const local = { TimeCreated: undefined, EventTime: '2026-07-01 03:07:18' };
  const told = {
    ...local,
    EventReceivedTime: '2026-07-01 03:07:20',
    '@timestamp': '2026-07-01T07:07:20Z',
  };

  test('causes a warning when records contradict it', async () => {
    const file = writeFile([aRecord(0, told), aRecord(1, told), aRecord(2, local)]);
    const { output, code } = await runCommand(['--dry-run', '--timezone', 'Europe/Berlin', file]);
    expect(output).toContain(
      'WARNING: --timezone Europe/Berlin was not used for 2 records: they contain the offset -04:00\n',
    );
    expect(code).toBe(0);
  });

  test.each([
    ['records agree with it', ['--timezone', 'America/New_York']],
    ['it was not given', []],
  ])('causes no warning when %s', async (_, words) => {
    const { output } = await runCommand(['--dry-run', ...words, writeFile([aRecord(0, told)])]);
    expect(output).not.toContain('WARNING');
  });
});

describe('a server that cannot be reached', () => {
  test('ends the import with advice before anything is read', async () => {
    const file = writeFile(someRecords(2));
    const retry = { firstDelayMs: 1, maxDelayMs: 1, budgetMs: Number.POSITIVE_INFINITY };
    const { code, output, errors } = await runCommand(['--url', 'http://127.0.0.1:1/graphql', file], {
      retry,
    });
    expect(errors).toMatch(
      /^import: no server can be reached at http:\/\/127\.0\.0\.1:1\/graphql \(.*ECONNREFUSED.*npm start.*--url/,
    );
    expect(output).toBe('');
    expect(code).toBe(1);
  });
});
