import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { recordDemo } from '../../src/demo/recordDemo.ts';
import { useApi } from '../support/api.ts';
import { RULES, useDatabase } from '../support/database.ts';

const database = useDatabase();
const api = useApi(database);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TEXT = readFileSync(join(ROOT, 'docs/api.md'), 'utf8');

/** The files of the page, by name. */
const FILES = new Map(
  [...TEXT.matchAll(/```(?:ts|json) project\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, name = '', code = '']) => [
    name,
    code,
  ]),
);

/** The commands of the page. */
const COMMANDS = [...TEXT.matchAll(/```sh project\n([\s\S]*?)```/g)].flatMap(([, code = '']) =>
  code.split('\n').filter((line) => line !== ''),
);

/** The packages that the page installs. */
const PACKAGES = [
  'typescript',
  'tsx',
  '@types/node',
  '@graphql-codegen/cli',
  '@graphql-codegen/client-preset',
];

/** Checks the types of the scalars. A line below `@ts-expect-error` has to be an error. */
const SCALARS = `
import type { FailedLoginsQuery, FailedLoginsQueryVariables } from './gql/graphql';

type Event = NonNullable<FailedLoginsQuery['sessionEvents']>['nodes'][number];
export const time = (event: Event): string => event.time;
export const source = (event: Extract<Event, { __typename: 'LoginEvent' }>): string | null | undefined => event.srcIp;
// @ts-expect-error A DateTime is text.
export const asNumber = (event: Event): number => event.time;
// @ts-expect-error A range has both ends.
export const half: FailedLoginsQueryVariables = { from: '2026-11-16T00:00:00Z' };
`;

/** A project like that of a user of the API. */
let folder = '';

beforeAll(async () => {
  await recordDemo(database(), RULES);
  folder = mkdtempSync(join(tmpdir(), 'api-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await promisify(execFile)('npm', ['init', '-y'], { cwd: folder });
  await promisify(execFile)('npm', ['pkg', 'set', 'type=module'], { cwd: folder });
  writeFile('src/scalars.ts', SCALARS);
  for (const [name, code] of FILES) writeFile(name, code);
  await run('graphql-codegen');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const writeFile = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};

/** Runs a program of the project against the server, and returns its lines. */
const run = async (program: string, ...words: readonly string[]): Promise<readonly string[]> => {
  const env = { ...process.env, SESSIONSCOPE_URL: api().url };
  const command = join(ROOT, 'node_modules/.bin', program);
  try {
    const { stdout } = await promisify(execFile)(command, words, { cwd: folder, env });
    return stdout.split('\n').slice(0, -1);
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${program} ${words.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
};

const CODE = /(?:code: |refuse\((?:[^']*, )?|new \w+Error\()'([A-Z]+_[A-Z_]+)'/g;

/** The codes of errors in responses, from the sources. */
const CODES = new Set(
  ['src/http', 'src/graphql', 'src/model'].flatMap((layer) =>
    readdirSync(join(ROOT, layer), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => {
        const listsCodes = ['refusal.ts', 'limits.ts'].includes(file);
        const source = readFileSync(join(ROOT, layer, file), 'utf8');
        return [...source.matchAll(listsCodes ? /'([A-Z]+_[A-Z_]+)'/g : CODE)].map(([, code = '']) => code);
      }),
  ),
);

test('docs/api.md names every error code', () => {
  expect(CODES.size).toBeGreaterThan(45);
  expect([...CODES].filter((code) => !TEXT.includes(`\`${code}\``))).toEqual([]);
});

describe('docs/api.md', () => {
  test('has these files', () => {
    expect([...FILES.keys()]).toEqual([
      'tsconfig.json',
      'codegen.ts',
      'src/ask.ts',
      'src/failedLogins.ts',
      'src/get.ts',
      'src/persisted.ts',
    ]);
  });

  test('has the setup commands that these tests use', () => {
    expect(COMMANDS).toEqual([
      'npm init -y',
      'npm pkg set type=module',
      `npm install --save-dev ${PACKAGES.join(' ')}`,
      'npx graphql-codegen',
      'npx tsc',
      'npx tsx src/failedLogins.ts',
    ]);
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', object>;
    expect(Object.keys({ ...dependencies, ...devDependencies })).toEqual(expect.arrayContaining(PACKAGES));
  });

  test('has files without type errors, and the scalar types of its table', async () => {
    expect(await run('tsc')).toEqual([]);
  });

  test('reads all pages', async () => {
    const { data } = await api().query(`{ sessionEvents(order: OLDEST_FIRST, first: 1000, filter: {
      loginSuccessful: { eq: false }, time: { from: "2026-11-16T00:00:00Z", until: "2026-11-17T00:00:00Z" } }) {
      nodes { time hostname user ... on LoginEvent { srcIp } } } }`);
    const { nodes } = data.sessionEvents;
    expect(nodes.length).toBeGreaterThan(10);
    expect(await run('tsx', 'src/failedLogins.ts')).toEqual(
      nodes.map(({ time, hostname, user, srcIp }: any) => `${time} ${hostname} ${user} ${srcIp}`),
    );
  });

  test('sends a query by GET', async () => {
    const { data } = await api().query('{ host(hostname: "ws5") { lastSeenAt } }');
    expect(await run('tsx', 'src/get.ts')).toEqual([`200 ${JSON.stringify(data)}`]);
  });

  test('sends only the hash when the server has the document', async () => {
    const { data } = await api().query('{ overview { hosts { value } } }');
    const known = `${JSON.stringify(data)} ${JSON.stringify(data)}`;
    expect(await run('tsx', 'src/persisted.ts')).toEqual(['not known yet', known]);
    expect(await run('tsx', 'src/persisted.ts')).toEqual([known]);
  });
});
