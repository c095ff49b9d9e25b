import { once } from 'node:events';
import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { startFakeServer } from '../importer/fakeServer.ts';
import type { FakeServer } from '../importer/fakeServer.ts';
import { writeFile } from '../importer/importing.ts';
import { spawnCommand } from '../support/spawnCommand.ts';
import type { RunningCommand } from '../support/spawnCommand.ts';

import { eventPage, parseLines } from './exporting.ts';
import { awaitUntil } from '../support/awaitUntil.ts';

/** Runs the command as `npm run export` does. */
const start = (words: readonly string[]): RunningCommand => spawnCommand('exporter', words);

/** A server whose list has no end: what ends an export is something else. */
const startEndlessServer = async (): Promise<FakeServer> =>
  startFakeServer((_, nth) => ({ body: eventPage(Array<string>(1_000).fill('ana'), `c${nth}`), delayMs: 5 }));

describe('npm run export', () => {
  test('puts the events on standard output and the count on standard error, and ends with 0', async () => {
    const server = await startFakeServer(() => ({ body: eventPage(['ana', 'ben'], null) }));
    const { code, output, errors } = await start(['events', '--url', server.url]).ended;
    expect(parseLines(output).map(({ lock }) => lock.user)).toEqual(['ana', 'ben']);
    expect(errors).toBe('2 events exported\n');
    expect(code).toBe(0);
  });

  test('ends in silence when its reader has enough', async () => {
    const server = await startEndlessServer();
    const { child, ended } = start(['events', '--url', server.url]);
    await once(child.stdout ?? child, 'data');
    child.stdout?.destroy();
    const { code, errors } = await ended;
    expect([code, errors]).toEqual([0, '']);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with whole lines, and says so', async (signal) => {
    const server = await startEndlessServer();
    const file = writeFile('', 'out.jsonl');
    const { child, ended } = start(['events', '--url', server.url, '--output', file]);
    await awaitUntil('four pages are asked for', async () => server.requests.length >= 4);
    child.kill(signal);
    const { code, errors } = await ended;
    const count = parseLines(readFileSync(file, 'utf8')).length;
    expect(count).toBeGreaterThan(0);
    expect(errors).toContain('export: stopping; once more ends it at once\n');
    expect(errors).toContain(`export: incomplete: ${count.toLocaleString('en-US')} events exported\n`);
    expect(code).toBe(130);
  });
});
