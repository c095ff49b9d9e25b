import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The entry points that tests start as processes, and their sources. */
export const ENTRY_POINTS = {
  main: 'src/main.ts',
  importer: 'src/importer/main.ts',
  exporter: 'src/exporter/main.ts',
  embedded: 'test/db/embedded/server.ts',
} as const;

export type EntryPoint = keyof typeof ENTRY_POINTS;

/** The arguments for node to run an entry point: its bundle during a test run, otherwise its source with tsx. */
export const argumentsFor = (entryPoint: EntryPoint): readonly string[] => {
  const bundles = process.env['TEST_BUNDLES'];
  if (bundles !== undefined) return [join(bundles, `${entryPoint}.mjs`)];
  return ['--import', 'tsx', join(ROOT, ENTRY_POINTS[entryPoint])];
};
