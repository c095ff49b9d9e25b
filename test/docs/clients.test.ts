import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
const TEXT = readFileSync(join(ROOT, 'docs/clients.md'), 'utf8');

/** The files that the page shows, by their names. */
const FILES = new Map(
  [...TEXT.matchAll(/```(?:ts|json)\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, name = '', code = '']) => [
    name,
    code,
  ]),
);

/** The commands that the page shows. */
const COMMANDS = [...TEXT.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, code = '']) =>
  code.split('\n').filter((line) => line !== ''),
);

/** What a project of the page installs. */
const PACKAGES = [
  'typescript',
  'tsx',
  '@types/node',
  '@graphql-codegen/cli',
  '@graphql-codegen/client-preset',
];

/** Types that the scalars must have; a line below the directive that is no mistake is one. */
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

/** A project of its own, as a user of the API has it. */
let folder = '';

beforeAll(async () => {
  await recordDemo(database(), RULES);
  folder = mkdtempSync(join(tmpdir(), 'clients-'));
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

/** Runs a program of the project against the server, and gives its lines. */
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

describe('docs/clients.md', () => {
  test('shows these files', () => {
    expect([...FILES.keys()]).toEqual([
      'tsconfig.json',
      'codegen.ts',
      'src/ask.ts',
      'src/failedLogins.ts',
      'src/get.ts',
      'src/persisted.ts',
    ]);
  });

  test('names the setup that these tests have', () => {
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

  test('has types that fit together, with the scalars that its table names', async () => {
    expect(await run('tsc')).toEqual([]);
  });

  test('walks all pages', async () => {
    const { data } = await api().query(`{ sessionEvents(order: OLDEST_FIRST, first: 1000, filter: {
      loginSuccessful: { eq: false }, time: { from: "2026-11-16T00:00:00Z", until: "2026-11-17T00:00:00Z" } }) {
      nodes { time hostname user ... on LoginEvent { srcIp } } } }`);
    const { nodes } = data.sessionEvents;
    expect(nodes.length).toBeGreaterThan(10);
    expect(await run('tsx', 'src/failedLogins.ts')).toEqual(
      nodes.map(({ time, hostname, user, srcIp }: any) => `${time} ${hostname} ${user} ${srcIp}`),
    );
  });

  test('gets', async () => {
    const { data } = await api().query('{ host(hostname: "ws5") { lastSeenAt } }');
    expect(await run('tsx', 'src/get.ts')).toEqual([`200 ${JSON.stringify(data)}`]);
  });

  test('sends the hash alone once the document is known', async () => {
    const { data } = await api().query('{ overview { hosts { value } } }');
    const known = `${JSON.stringify(data)} ${JSON.stringify(data)}`;
    expect(await run('tsx', 'src/persisted.ts')).toEqual(['not known yet', known]);
    expect(await run('tsx', 'src/persisted.ts')).toEqual([known]);
  });
});
