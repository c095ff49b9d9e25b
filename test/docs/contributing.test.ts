import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

const GUIDE = readFileSync('CONTRIBUTING.md', 'utf8');

/** All files and folders that the guides may name. */
const PATHS = ['src', 'test', 'docs', 'drizzle'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
);

/** The examples of the guides do not exist. */
const isExample = (name: string): boolean => /serviceLogins|xSensor|SUSPEND/.test(name);

const namesIn = (pattern: RegExp): readonly string[] =>
  [...new Set([...GUIDE.matchAll(pattern)].map(([name]) => name))].filter((name) => !isExample(name));

test('every path in CONTRIBUTING.md exists, or is the beginning of one, as in commands that run tests', () => {
  const paths = namesIn(/\b(?:src|test|docs|drizzle)\/[\w./-]*\w/g);
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((name) => !PATHS.some((path) => path.startsWith(name)))).toEqual([]);
});

test('every file that CONTRIBUTING.md names without a folder exists', () => {
  const names = namesIn(/(?<=`)\w+\.ts(?=`)/g);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !PATHS.some((path) => path.endsWith(`/${name}`)))).toEqual([]);
});

test('every constant that CONTRIBUTING.md names is in the code', () => {
  const code = PATHS.filter((path) => path.endsWith('.ts')).map((path) => readFileSync(path, 'utf8'));
  const names = namesIn(/(?<=`)[A-Z_]{4,}(?=`)/g);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !code.some((text) => new RegExp(`\\b${name}\\b`).test(text)))).toEqual([]);
});
