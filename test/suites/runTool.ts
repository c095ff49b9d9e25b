import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { follow } from '../support/spawnCommand.ts';
import type { Ended } from '../support/spawnCommand.ts';
import { LONG_WAIT_MS } from '../support/timeLimits.ts';

/** The folder of the suites, with the tools that `npm run suites` installs. */
export const SUITES = import.meta.dirname;

type Options = { readonly cwd?: string; readonly timeoutMs?: number };

/** Runs a tool that is installed for the suites or on the machine, without a terminal, until it ends. */
export const runTool = async (
  tool: string,
  words: readonly string[],
  { cwd = SUITES, timeoutMs = LONG_WAIT_MS }: Options = {},
): Promise<Ended> => {
  const path = `${join(SUITES, 'node_modules/.bin')}:${process.env['PATH']}`;
  const child = spawn(tool, words, {
    cwd,
    env: { ...process.env, PATH: path, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
  });
  return follow(child).ended;
};
