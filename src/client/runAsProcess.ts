import { setFlagsFromString } from 'node:v8';

import { onStopSignal } from './onStopSignal.ts';
import { EXIT } from './commandContext.ts';
import type { CommandContext } from './commandContext.ts';

type Command = {
  readonly name: string;
  readonly words: readonly string[];
  readonly run: (words: readonly string[], context: CommandContext) => Promise<number>;
};

/**
 * Runs a command as this process. At the first Ctrl-C, SIGTERM or SIGHUP the command finishes the requests in flight and prints its summary; the
 * second one ends the process immediately.
 */
export const runAsProcess = async (
  { name, words, run }: Command,
  settings: Pick<CommandContext, 'key' | 'findServer'>,
): Promise<void> => {
  // By default V8's heap grows to four times the live objects. For a file of 2 GB that takes 340 MB rather than 240, and saves a tenth of the time.
  setFlagsFromString('--heap-growing-percent=50');
  const interrupt = new AbortController();
  const stop = (): void => {
    if (interrupt.signal.aborted) process.exit(EXIT.INTERRUPTED);
    process.stderr.write(`\n${name}: stopping; a second signal ends it immediately\n`);
    interrupt.abort();
  };
  onStopSignal(stop);
  process.exitCode = await run(words, {
    output: process.stdout,
    errors: process.stderr,
    interrupt: interrupt.signal,
    ...settings,
  });
};
