import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** An HTTP server in a process of its own, so that it shares no event loop with its load. */
export type Child = {
  readonly origin: string;
  readonly pid: number;
  /** Asks what the preloaded script answers. */
  readonly ask: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

type Program = {
  /** Path of a JavaScript file from the root of the project, and its arguments. */
  readonly script: string;
  readonly words?: readonly string[];
  /** The Node that runs it; null for the one of this process. */
  readonly node?: string | null;
  /** Loaded before it. */
  readonly preload?: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What it prints goes to a file here, as cheap for it as any log. */
  readonly folder: string;
};

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START_TIMEOUT_MS = 300_000;
const POLL_MS = 20;

/** The flags for node with which `npm start` runs the server: `node FLAG… src/cli.js start`. */
const SERVER_FLAGS = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } }
).scripts.start
  .split(' ')
  .filter((word) => word.startsWith('--'));

/** Starts a script and waits until it prints the address that it listens on. */
export const spawnChild = async ({
  script,
  words = [],
  node = null,
  preload,
  environment,
  folder,
}: Program): Promise<Child> => {
  const logPath = join(folder, `${Date.now()}.log`);
  const log = await open(logPath, 'w');
  const preloads = preload === undefined ? [] : ['--import', join(ROOT, preload)];
  const flags = script === 'src/cli.js' ? SERVER_FLAGS : [];
  const child = spawn(node ?? process.execPath, [...flags, ...preloads, join(ROOT, script), ...words], {
    // Without the .env of a developer's checkout.
    cwd: import.meta.dirname,
    // One process, because the load and Postgres share the machine.
    env: { PATH: process.env['PATH'], WORKERS: '1', ...environment },
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  });
  await log.close();
  const exited = once(child, 'exit');
  const origin = await waitForOrigin(logPath, () => child.exitCode !== null);
  return {
    origin,
    pid: child.pid ?? 0,
    ask: async () => {
      const answered = once(child, 'message');
      child.send('ask');
      return (await answered)[0];
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};

const waitForOrigin = async (logPath: string, hasEnded: () => boolean): Promise<string> => {
  const deadlineMs = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const ended = hasEnded();
    const output = await readFile(logPath, 'utf8');
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    if (origin !== undefined) return origin;
    if (ended || Date.now() > deadlineMs) throw new Error(`A server did not start. It said:\n${output}`);
    await sleep(POLL_MS);
  }
};
