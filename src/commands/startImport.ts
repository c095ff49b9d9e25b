import { checkFiles } from '../importer/checkFiles.ts';
import { parseImportArguments } from '../importer/parseImportArguments.ts';
import { runImport } from '../importer/runImport.ts';

import type { Endpoint } from '../client/postGraphql.ts';

/** Checks the command line of an import that this process runs on itself; returns the problems. */
export const checkImport = async (words: readonly string[]): Promise<readonly string[]> => {
  const asked = parseImportArguments(words);
  if (asked.kind === 'MISTAKE') return [asked.message];
  if (asked.kind === 'HELP' || asked.kind === 'FORMATS') {
    return ['npm run import -- --help shows the options of an import, and --formats the formats'];
  }
  if (words.some((word) => /^--(?:url|key-file|dry-run)(?:=|$)/.test(word))) {
    return [
      '--url, --key-file and --dry-run are options of npm run import; npm start imports into its own server',
    ];
  }
  return (await checkFiles(asked.files)).problems;
};

/** Starts an import into the server at an address; returns a function that stops it and waits for its end. */
export const startImport = (
  words: readonly string[],
  { url, key }: Endpoint,
  onEnd: () => void,
): (() => Promise<void>) => {
  const interrupt = new AbortController();
  const context = {
    output: process.stdout,
    errors: process.stderr,
    interrupt: interrupt.signal,
    key,
  };
  const run = async (): Promise<void> => {
    try {
      await runImport([...words, '--url', url], context);
    } catch (error) {
      // A bug in the import must not end the server.
      process.stderr.write(
        `import: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
    }
    if (!interrupt.signal.aborted) onEnd();
  };
  const importing = run();
  return async () => {
    interrupt.abort();
    await importing;
  };
};
