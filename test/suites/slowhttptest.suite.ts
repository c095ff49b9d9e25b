import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { SOCKET_LIMITS } from '../../src/http/sockets/socketLimits.ts';
import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { runTool } from './runTool.ts';

// Requires Debian's slowhttptest, which .ci/run installs. Without it these tests are skipped.
const isThere = spawnSync('slowhttptest', ['-h']).error === undefined;
const describeReal = isThere ? describe : describe.skip;

const api = useApi(useDatabase(), { socketLimits: SOCKET_LIMITS });

const LIMIT_SECONDS = 90;
/** A busy machine needs seconds for 300 connections; while an attack succeeds, other clients get no response at all. */
const PROBE_SECONDS = 10;
const CONNECTIONS = ['-c', '300', '-r', '100', '-p', String(PROBE_SECONDS), '-l', String(LIMIT_SECONDS)];

const WAYS: Readonly<Record<string, readonly string[]>> = {
  'headers that never end': ['-H', '-i', '5'],
  'a body that never ends': ['-B', '-i', '5', '-s', '8192', '-f', 'application/json'],
};

type Second = { readonly connected: number; readonly isAvailable: boolean };

const attack = async (
  way: readonly string[],
  url = api().url,
): Promise<{ readonly end: string; readonly seconds: readonly Second[] }> => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-slow-'));
  try {
    const report = join(folder, 'report');
    const words = [...CONNECTIONS, ...way, '-u', url, '-g', '-o', report];
    const { output } = await runTool('slowhttptest', words, { timeoutMs: (LIMIT_SECONDS + 15) * 1000 });
    const [, ...lines] = readFileSync(`${report}.csv`, 'utf8').trim().split('\n');
    const seconds = lines.map((line) => {
      const [, , , connected, available] = line.split(',').map(Number);
      return { connected: connected ?? Number.NaN, isAvailable: (available ?? 0) > 0 };
    });
    // Color codes surround the status.
    return { end: /Exit status:[^A-Z]*([A-Z][\w ]+)/.exec(output)?.[1] ?? '', seconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const BY_DROPS = ['-X', '-w', '10', '-y', '20', '-n', '2', '-z', '5'];

/** The URL of the largest response that requires no key. */
const findLargestFile = async (): Promise<string> => {
  const page = await (await fetch(api().url, { headers: { accept: 'text/html' } })).text();
  return new URL(/playground\/[\w-]+\/graphiql\.js/.exec(page)?.[0] ?? '', api().url).href;
};

/** The durations of requests that took more than a second, from the server's log: the tool does not notice that it was disconnected. */
const listLong = (): readonly number[] =>
  api()
    .log()
    .map((line) => JSON.parse(line) as { readonly durationMs?: number })
    .flatMap(({ durationMs = 0 }) => (durationMs > 1000 ? [durationMs] : []));

describeReal('slowhttptest', () => {
  test.each(Object.entries(WAYS))(
    'cannot hold connections with %s, and other clients are served meanwhile',
    async (_, way) => {
      const { end, seconds } = await attack(way);
      expect(Math.max(...seconds.map(({ connected }) => connected))).toBeGreaterThan(0);
      expect(seconds.filter(({ isAvailable }) => !isAvailable)).toEqual([]);
      expect(end).toBe('No open connections left');
    },
    (LIMIT_SECONDS + 30) * 1000,
  );

  test(
    'cannot hold connections by reading a response slowly, and other clients are served meanwhile',
    async () => {
      const before = listLong().length;
      const { seconds } = await attack([...BY_DROPS, '-l', '30'], await findLargestFile());
      expect(seconds.filter(({ isAvailable }) => !isAvailable)).toEqual([]);
      // A file of the playground fits into the buffers of a connection, so these requests end immediately. Larger responses require a query:
      // test/http/sockets/disconnectSlowClients.test.ts reads one slowly.
      expect(Math.max(0, ...listLong().slice(before))).toBeLessThan(25_000);
    },
    (LIMIT_SECONDS + 30) * 1000,
  );
});
