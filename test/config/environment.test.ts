import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { readEnvironmentFile } from '../../src/config/environment.ts';

import { problemsIn } from '../support/problemsOf.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sessionscope-env-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const read = (text: string): Readonly<Record<string, string | undefined>> => {
  writeFileSync(join(folder, '.env'), text);
  return { ...readEnvironmentFile(folder) };
};

test('a missing file and a folder of that name contain no settings', () => {
  expect({ ...readEnvironmentFile(folder) }).toEqual({});
  mkdirSync(join(folder, '.env'));
  expect({ ...readEnvironmentFile(folder) }).toEqual({});
});

test.each<[string, Record<string, string>]>([
  ['', {}],
  ['# only a comment\n\n', {}],
  ['PORT=4001', { PORT: '4001' }],
  ['\uFEFFPORT=4001\r\nHOST=::1\r\n', { PORT: '4001', HOST: '::1' }],
  ['  PORT = 4001  # the port\n', { PORT: '4001' }],
  ['export PORT=4001\n', { PORT: '4001' }],
  ['PORT=\n', { PORT: '' }],
  [`DATA_DIR="my data # 1"\nOIDC_AUDIENCE='a "b"'\n`, { DATA_DIR: 'my data # 1', OIDC_AUDIENCE: 'a "b"' }],
  [
    'DATABASE_URL=postgres://u:p@h:5432/n?sslmode=require\n',
    { DATABASE_URL: 'postgres://u:p@h:5432/n?sslmode=require' },
  ],
  ['PORT=1\nPORT=2\n', { PORT: '2' }],
])('%j', (text, settings) => {
  expect(read(text)).toEqual(settings);
});

describe('a line that programs read in different ways is refused; the error has its number and not its value', () => {
  test.each([
    'hunter2',
    'PORT: hunter2',
    '=hunter2',
    'MY-PORT=hunter2',
    'DATABASE_URL=hunter2#rest',
    'DATABASE_URL="hunter2',
    `DATABASE_URL='hunter2" # comment`,
    'DATABASE_URL="hunter2" rest',
    'DATABASE_URL=`hunter2`',
  ])('%s', (line) => {
    const problems = problemsIn(() => read(`# comment\nPORT=1\n${line}\nHOST=::1\n`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^line 3 of \.env must be NAME=VALUE/);
    expect(problems[0]).not.toContain('hunter2');
  });

  test('all problems are reported together', () => {
    expect(problemsIn(() => read('a\nPORT=1\nb\n'))).toHaveLength(2);
  });
});
