import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Every test that makes a database of the test Postgres imports this module. */
const DATABASES = 'test/support/maintain.ts';

const IMPORTS = /(?:from|import\()\s*'(\.[^']+)'/g;

/** Lists the test files that use a database of the test Postgres, directly or through other modules. */
export const listDatabaseTests = (): readonly string[] => {
  const reaches = makeReaches();
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((path) => join('test', path))
    .filter((path) => path.endsWith('.test.ts') && reaches(path))
    .toSorted();
};

/** Modules in a cycle are seen once. */
const makeReaches = (): ((path: string) => boolean) => {
  const known = new Map<string, readonly string[]>();
  const importsOf = (path: string): readonly string[] => {
    const imports =
      known.get(path) ??
      [...readFileSync(path, 'utf8').matchAll(IMPORTS)]
        .map(([, name = '']) => normalize(join(dirname(path), name)))
        .filter((name) => name.startsWith('test/') && name.endsWith('.ts') && existsSync(name));
    known.set(path, imports);
    return imports;
  };
  return (start) => {
    const seen = new Set([start]);
    for (const path of seen) for (const name of importsOf(path)) seen.add(name);
    return seen.has(DATABASES);
  };
};

/** The rows of a table in docs/operating.md: test files that do not pass on Citus, with the reason. */
export const listKnownFailures = (): ReadonlyMap<string, string> =>
  new Map(
    [
      ...readFileSync('docs/operating.md', 'utf8').matchAll(/^\| `(test\/[^`]+\.test\.ts)` *\| (.+?) *\|$/gm),
    ].map(([, path = '', reason = '']) => [path, reason]),
  );
