import { once } from 'node:events';

import { describe, expect, test } from '@jest/globals';

import { spawnCommand } from '../support/spawnCommand.ts';
import type { RunningCommand } from '../support/spawnCommand.ts';

import { answer, startFakeServer } from './fakeServer.ts';
import { aRecord, readCounts, someRecords, writeFile } from './importing.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { LONG_WAIT_MS } from '../support/timeLimits.ts';

/** Runs the command as `npm run import` does. */
const start = (words: readonly string[]): RunningCommand => spawnCommand('importer', words);

describe('npm run import', () => {
  test('prints the summary on standard output, and ends with 0', async () => {
    const server = await startFakeServer();
    const { code, output, errors } = await start(['--url', server.url, writeFile(someRecords(3))]).ended;
    expect(readCounts(output)).toMatchObject({ 'records read': 3, accepted: 3 });
    expect(errors).toBe('');
    expect(code).toBe(0);
  });

  test('reads standard input', async () => {
    const { child, ended } = start(['--dry-run', '-']);
    child.stdin?.end(`${JSON.stringify(aRecord(0))}\nnot JSON\n`);
    const { code, output } = await ended;
    expect(readCounts(output)).toMatchObject({ 'records read': 2, events: 1, failed: 1 });
    expect(output).toContain('standard input:2\n');
    expect(code).toBe(1);
  });

  test('ends with 2 when the command line is invalid', async () => {
    const { code, errors } = await start(['--dry-run', 'none.jsonl']).ended;
    expect(errors).toBe('import: none.jsonl does not exist\nimport: nothing was sent\n');
    expect(code).toBe(2);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s prints the summary so far', async (signal) => {
    const server = await startFakeServer();
    const { child, ended } = start(['--url', server.url, '-']);
    // The stream stays open: only the signal ends it.
    child.stdin?.on('error', () => {});
    child.stdin?.write(
      someRecords(1_500)
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(''),
    );
    await awaitUntil('a batch is sent', async () => server.requests.length > 0);
    child.kill(signal);
    const { code, output, errors } = await ended;
    const counts = readCounts(output);
    expect(errors).toContain('import: stopping');
    expect(output).toContain('STOPPED before the end: interrupted');
    expect(counts).toMatchObject({ accepted: 1_000, events: counts['records read'] });
    expect(counts['events']).toBe(1_000 + (counts['not stored'] ?? 0));
    expect(code).toBe(130);
  });

  test('the second signal ends it immediately', async () => {
    const server = await startFakeServer((events) => ({ body: answer(events), delayMs: LONG_WAIT_MS }));
    const { child, ended } = start(['--url', server.url, writeFile(someRecords(3))]);
    await awaitUntil('a batch is sent', async () => server.requests.length > 0);
    child.kill('SIGINT');
    await once(child.stderr ?? child, 'data');
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
  });
});
