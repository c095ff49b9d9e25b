import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { argumentsFor } from './entryPoints.ts';

/** A process of the server or of one of its commands. */
export type MainProcess = {
  readonly child: ChildProcess;
  /** Resolves with the server's URL when it is ready; null if the process ended before. */
  readonly url: Promise<string | null>;
  /** Lines of the log so far. */
  readonly log: () => readonly string[];
  readonly output: () => string;
  readonly errors: () => string;
  /** Resolves with the exit code when the process ends; null if a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Shuts the process down cleanly if it still runs; returns its exit code. */
  readonly stop: () => Promise<number | null>;
};

type Options = {
  readonly settings?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  /** The arguments for node instead of main.ts. */
  readonly script?: readonly string[];
  readonly cwd?: string;
};

/** Starts the process with only these settings. Its working directory has no .env, which a developer's checkout may have. */
export const spawnMain = ({
  settings = {},
  flags = [],
  script = argumentsFor('main'),
  cwd,
}: Options): MainProcess => {
  const child = spawn(process.execPath, [...script, ...flags], {
    // One process on every machine; by default the number depends on the cores.
    env: { PATH: process.env['PATH'], PORT: '0', WORKERS: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: cwd ?? import.meta.dirname,
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const url = new Promise<string | null>((resolve) => {
    child.stdout.on('data', () => {
      const address = /^ {2}The API is at (.+)$/m.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => resolve(null));
  });
  return {
    child,
    url,
    log: () => output.split('\n').filter((line) => line.startsWith('{')),
    output: () => output,
    errors: () => errors,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
};
