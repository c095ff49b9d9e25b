import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeEvents } from './makeEvents.ts';
import { median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { ROOT } from './spawnChild.ts';

const EVENTS = 10_000;
const FIRST_DEMO_SECONDS = 5;
const START_SECONDS = 2.5;

/** Measures how long commands take until they serve: the first `npm run demo` after npm ci, and `npm start` on a database with events. */
export const measureStart = async (rounds: number): Promise<readonly Measurement[]> => {
  // npm ci makes the bundle.
  execFileSync(process.execPath, [join(ROOT, 'src/bundle/prepare.js')]);
  const demos: number[] = [];
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'sessionscope-bench-'));
    // Postgres runs as another user when the benchmark runs as root.
    await chmod(folder, 0o755);
    try {
      demos.push(await timeCommand('demo', join(folder, 'demo')));
      const data = join(folder, 'data');
      await timeCommand('start', data, storeEvents);
      starts.push(await timeCommand('start', data));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return [
    compare('seconds until the first npm run demo serves', demos, FIRST_DEMO_SECONDS),
    compare('seconds until npm start serves a database with events', starts, START_SECONDS),
  ];
};

const compare = (name: string, seconds: readonly number[], most: number): Measurement => ({
  name,
  ratio: median(seconds),
  target: { most },
  detail: `${seconds.map((value) => value.toFixed(2)).join(', ')} s`,
});

/** Starts the server with npm; returns the seconds until it serves, and stops it after `use`. */
const timeCommand = async (
  command: 'demo' | 'start',
  dataDir: string,
  use: (origin: string) => Promise<void> = async () => undefined,
): Promise<number> => {
  const startMs = performance.now();
  const child = spawn('npm', ['--silent', 'run', command], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ...NO_SETTINGS,
      DATA_DIR: dataDir,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let output = '';
  const origin = await new Promise<string | undefined>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const found = /Sessionscope is at (http:\S+)\/\n/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => resolve(undefined));
  });
  if (origin === undefined) throw new Error(`A server did not start. It said:\n${output}`);
  const seconds = (performance.now() - startMs) / 1000;
  await use(origin);
  child.kill('SIGTERM');
  await ended;
  return seconds;
};

/** Empty settings are not set, also when a developer's checkout has a file .env. */
const NO_SETTINGS = {
  AUTH: '',
  DATABASE_URL: '',
  DATABASE_READER_URL: '',
  DATABASE_WRITER_URL: '',
  HOST: '',
};

const storeEvents = async (origin: string): Promise<void> => {
  const untilMs = Date.now();
  const events = [...makeEvents({ count: EVENTS, fromMs: untilMs - 365 * 86_400_000, untilMs, seed: 8 })];
  const lines = events.map(({ action, input }) => JSON.stringify({ [action.toLowerCase()]: input }));
  const response = await fetch(`${origin}/ingest`, { method: 'POST', body: lines.join('\n') });
  if (!response.ok) throw new Error(`The events of the benchmark were not stored: ${await response.text()}`);
};
