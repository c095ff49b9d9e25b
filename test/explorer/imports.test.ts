import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect, test } from '@jest/globals';

const FOLDER = 'src/explorer';

/** The files that a file of the explorer imports, also for types only. */
const listImports = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(/ from '(\.[^']+)'/g)].map(([, name = '']) =>
    join(dirname(path), name),
  );

/** The first cycle of imports; null when there is none. */
const findCycle = (files: readonly string[]): readonly string[] | null => {
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]): readonly string[] | null => {
    if (above.includes(path)) return [...above.slice(above.indexOf(path)), path];
    if (done.has(path) || !files.includes(path)) return null;
    for (const imported of listImports(path)) {
      const cycle = visit(imported, [...above, path]);
      if (cycle !== null) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of files) {
    const cycle = visit(path, []);
    if (cycle !== null) return cycle;
  }
  return null;
};

// The check of boundaries does not read components.
test('no files of the explorer import each other in a cycle', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(FOLDER, name));
  expect(files.length).toBeGreaterThan(100);
  expect(findCycle(files)).toBeNull();
});
