import { runImport } from './runImport.ts';

const interrupt = new AbortController();

/** The first time lets requests in flight finish and shows what was done; the second ends at once. */
const stop = (): void => {
  if (interrupt.signal.aborted) process.exit(130);
  process.stderr.write('\nimport: stopping; once more ends it at once\n');
  interrupt.abort();
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

process.exitCode = await runImport(process.argv.slice(2), {
  output: process.stdout,
  errors: process.stderr,
  interrupt: interrupt.signal,
});
