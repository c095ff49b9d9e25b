import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import { argumentsFor } from '../../support/entryPoints.ts';

/** The output of `server.ts`: a URL, or the code and message of its EmbeddedError. */
export type Answer = {
  readonly url: string;
  readonly code?: string;
  readonly message?: string;
  readonly log: readonly string[];
};

/** A server in a separate process. */
export type Server = {
  readonly child: ChildProcess;
  readonly answer: Answer;
  /** Stops Postgres and ends the process. */
  readonly stop: () => Promise<void>;
  /** Kills the process with -9, but not its Postgres. */
  readonly kill: () => Promise<void>;
};

type Options = {
  readonly env?: NodeJS.ProcessEnv;
  /** The script to run instead of the bundle of `server.ts`. */
  readonly script?: readonly string[];
};

/** Starts a server on a data folder in a separate process and waits for its output. */
export const spawnServer = async (
  dataDir: string,
  { env = {}, script = argumentsFor('embedded') }: Options = {},
): Promise<Server> => {
  const child = spawnScript(dataDir, { env, script });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const isEnded = once(child, 'exit');
  while (!output.includes('\n')) {
    await Promise.race([once(child.stdout!, 'data'), isEnded]);
    if (child.exitCode !== null && !output.includes('\n'))
      throw new Error(`the server reported nothing: ${output}`);
  }
  const end = async (act: () => void): Promise<void> => {
    act();
    await isEnded;
  };
  return {
    child,
    answer: JSON.parse(output) as Answer,
    stop: () => end(() => child.stdin?.end()),
    kill: () => end(() => child.kill('SIGKILL')),
  };
};

/** Starts the same process without waiting. */
export const spawnScript = (
  dataDir: string,
  { env = {}, script = argumentsFor('embedded') }: Options = {},
): ChildProcess =>
  spawn(process.execPath, [...script, dataDir], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
