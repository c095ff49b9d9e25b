import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { recordDemo } from '../../src/demo/recordDemo.ts';
import { useApi } from '../support/api.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { makeProject, readFiles } from '../support/docs/projectFiles.ts';
import type { Project } from '../support/docs/projectFiles.ts';
import { PAGES } from '../support/docs/pages.ts';
import { readExamples } from '../support/docs/readExamples.ts';
import { SUITES } from './runTool.ts';

// The clients of docs/clients.md whose tools are large, or need another version of TypeScript. test/docs/clients.test.ts runs the others.
const database = useDatabase();
const api = useApi(database);

const EXAMPLES = PAGES.filter(({ name }) => name === 'docs/clients.md').flatMap(readExamples);
const SERVER = [...readFiles(EXAMPLES, 'client')].filter(([name]) => name === 'src/server.ts');
const ROOT_MODULES = join(process.cwd(), 'node_modules');
const TSX = join(ROOT_MODULES, '.bin/tsx');

beforeAll(async () => {
  await recordDemo(database(), RULES);
});

/** Makes the project of the blocks with that mark, with the schema that the server returns. */
const makeClient = async (mark: string): Promise<Project> => {
  const files = readFiles(EXAMPLES, mark);
  const project = makeProject(new Map([...SERVER, ...files]), join(SUITES, 'node_modules'));
  const schema = await (await fetch(new URL('/schema.graphql', api().url))).text();
  writeFileSync(join(project.folder, 'schema.graphql'), schema);
  return project;
};

const env = (): Readonly<Record<string, string>> => ({ SESSIONSCOPE_URL: api().url, NO_COLOR: '1' });

describe('Relay', () => {
  let project: Project;
  beforeAll(async () => {
    project = await makeClient('relay');
  });
  afterAll(() => project.remove());

  test('compiles the queries, and keeps what two of them select of one object', async () => {
    mkdirSync(join(project.folder, 'src/__generated__'));
    await project.run('relay-compiler', ['relay.config.json'], env());
    const { data } = await api().query('{ overview { firstAt hosts { value } } }');
    expect(await project.run(TSX, ['src/relayExample.ts'], env())).toEqual([
      `${data.overview.hosts.value} ${data.overview.firstAt}`,
      'false',
    ]);
  });
});

/** A line below `@ts-expect-error` has to be an error. */
const MISTAKES = `
import { ask, graphql } from './tada';

const HOST = graphql(\`query Host($hostname: String!) { host(hostname: $hostname) { firstSeenAt } }\`);
// @ts-expect-error A variable is missing.
export const missing = ask(HOST, {});
export const getTime = async (): Promise<string | undefined> => {
  const { host } = await ask(HOST, { hostname: 'ws5' });
  // @ts-expect-error The host may be null.
  return host.firstSeenAt;
};
`;

describe('gql.tada', () => {
  let project: Project;
  beforeAll(async () => {
    project = await makeClient('tada');
    writeFileSync(join(project.folder, 'src/mistakes.ts'), MISTAKES);
  });
  afterAll(() => project.remove());

  test('checks the types of queries and variables', async () => {
    await project.run('gql.tada', ['generate-output'], env());
    expect(await project.run('tsc', ['--typeRoots', join(ROOT_MODULES, '@types')], env())).toEqual([]);
    const { data } = await api().query('{ host(hostname: "ws5") { hostname lastLogin { time user } } }');
    const { hostname, lastLogin } = data.host;
    expect(await project.run(TSX, ['src/tadaExample.ts'], env())).toEqual([
      `${hostname} ${lastLogin.time} ${lastLogin.user}`,
    ]);
  });
});
