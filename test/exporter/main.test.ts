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

/** A server whose list never ends, so that only the test ends an export. */
const startEndlessServer = async (): Promise<FakeServer> =>
  startFakeServer((_, nth) => ({ body: eventPage(Array<string>(1_000).fill('ana'), `c${nth}`), delayMs: 5 }));

describe('npm run export', () => {
  test('writes the events to standard output and the count to standard error, and ends with 0', async () => {
    const server = await startFakeServer(() => ({ body: eventPage(['ana', 'ben'], null) }));
    const { code, output, errors } = await start(['events', '--url', server.url]).ended;
    expect(parseLines(output).map(({ lock }) => lock.user)).toEqual(['ana', 'ben']);
    expect(errors).toBe('2 events exported\n');
    expect(code).toBe(0);
  });

  test('ends without a message when its reader closes the pipe', async () => {
    const server = await startEndlessServer();
    const { child, ended } = start(['events', '--url', server.url]);
    await once(child.stdout ?? child, 'data');
    child.stdout?.destroy();
    const { code, errors } = await ended;
    expect([code, errors]).toEqual([0, '']);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends it after a complete line, with a message',
    async (signal) => {
      const server = await startEndlessServer();
      const file = writeFile('', 'out.jsonl');
      const { child, ended } = start(['events', '--url', server.url, '--output', file]);
      await awaitUntil('four pages are requested', async () => server.requests.length >= 4);
      child.kill(signal);
      const { code, errors } = await ended;
      const count = parseLines(readFileSync(file, 'utf8')).length;
      expect(count).toBeGreaterThan(0);
      expect(errors).toContain('export: stopping; a second signal ends it immediately\n');
      expect(errors).toContain(`export: incomplete: ${count.toLocaleString('en-US')} events exported\n`);
      expect(code).toBe(130);
    },
  );
});
