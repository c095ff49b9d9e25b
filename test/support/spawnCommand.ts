import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { argumentsFor } from './entryPoints.ts';
import type { EntryPoint } from './entryPoints.ts';

export type Ended = { readonly code: number; readonly output: string; readonly errors: string };
export type RunningCommand = { readonly child: ChildProcess; readonly ended: Promise<Ended> };

/** Runs a command with these arguments, in a folder without a .env, which a developer's checkout may have. */
export const spawnCommand = (command: EntryPoint, words: readonly string[]): RunningCommand =>
  follow(
    spawn(process.execPath, [...argumentsFor(command), ...words], {
      stdio: 'pipe',
      cwd: import.meta.dirname,
    }),
  );

/** Collects the output of a process until it ends. */
export const follow = (child: ChildProcess): RunningCommand => {
  const ended = Promise.all([read(child.stdout), read(child.stderr), once(child, 'exit')]).then(
    ([output, errors, [code]]) => ({ output, errors, code: code as number }),
  );
  return { child, ended };
};

/** Reads a stream to its end, or until the test destroys it. */
const read = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
  let text = '';
  try {
    for await (const chunk of stream ?? []) text += String(chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
  return text;
};
