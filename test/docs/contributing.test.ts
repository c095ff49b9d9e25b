import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

const TEXT = readFileSync('CONTRIBUTING.md', 'utf8');

/** The hunt that the guide adds as an example. */
const isExample = (path: string): boolean => path.includes('serviceLogins');

const matches = (pattern: RegExp): readonly string[] => [
  ...new Set([...TEXT.matchAll(pattern)].map(([path]) => path)),
];

test('every path of CONTRIBUTING.md exists', () => {
  const paths = matches(/\b(?:src|test|docs|drizzle)\/[\w./-]*\w/g);
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => !existsSync(path) && !isExample(path))).toEqual([]);
});

test('every file that CONTRIBUTING.md names without a folder exists', () => {
  const files = new Set(
    ['src', 'test'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split('/').at(-1)),
    ),
  );
  const names = matches(/(?<=`)\w+\.ts(?=`)/g);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !files.has(name))).toEqual([]);
});

test('every name in capitals is in the code', () => {
  const code = ['src', 'test']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts'))
        .map((path) => readFileSync(`${folder}/${path}`, 'utf8')),
    )
    .join('\n');
  const names = matches(/(?<=`)[A-Z]+(?:_[A-Z]+)+(?=`)/g);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !code.includes(name))).toEqual([]);
});
