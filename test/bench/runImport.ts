import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { ROOT } from './spawnChild.ts';
import type { Child } from './spawnChild.ts';

/** Imports a file into a server by the command, in a process of its own. Throws unless it ends with 0. */
export const runImport = async ({ origin }: Child, file: string): Promise<void> => {
  const words = [join(ROOT, 'src/cli.js'), 'import', '--url', `${origin}/graphql`, file];
  const child = spawn(process.execPath, words, {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The import of the benchmark ended with ${String(code)}.`);
};
