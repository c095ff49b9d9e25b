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
 * Runs a command as this process. Ctrl-C, SIGTERM or SIGHUP the first time lets it finish what is in flight and say what was done; the second
 * ends it at once.
 */
export const runAsProcess = async (
  { name, words, run }: Command,
  settings: Pick<CommandContext, 'key' | 'findServer'>,
): Promise<void> => {
  // V8 would let garbage pile up to four times of what is in use: 340 MB for a file of 2 GB rather than 240, for a tenth of the time.
  setFlagsFromString('--heap-growing-percent=50');
  const interrupt = new AbortController();
  const stop = (): void => {
    if (interrupt.signal.aborted) process.exit(EXIT.INTERRUPTED);
    process.stderr.write(`\n${name}: stopping; once more ends it at once\n`);
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
