import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, isObjectType, parse, validate } from 'graphql';

import { recordDemo } from '../../src/demo/recordDemo.ts';
import { readSchemaText } from '../../src/graphql/schemaText.ts';
import { useApi } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { makeProject, readFiles } from '../support/docs/projectFiles.ts';
import type { Project } from '../support/docs/projectFiles.ts';
import { PAGES } from '../support/docs/pages.ts';
import { readExamples } from '../support/docs/readExamples.ts';

const database = useDatabase();
const api = useApi(database);

const EXAMPLES = PAGES.filter(({ name }) => name === 'docs/clients.md').flatMap(readExamples);
const FILES = readFiles(EXAMPLES, 'client');

let project: Project;

beforeAll(async () => {
  await recordDemo(database(), RULES);
  project = makeProject(FILES, join(process.cwd(), 'node_modules'));
  await run('tsx', 'src/readSchema.ts');
});

afterAll(() => project.remove());

const run = async (program: string, ...words: readonly string[]): Promise<readonly string[]> =>
  project.run(program, words, { SESSIONSCOPE_URL: api().url });

const listFailedLogins = async (): Promise<readonly any[]> => {
  const { data } = await api().query(`{ sessionEvents(order: OLDEST_FIRST, first: 1000, filter: {
    loginSuccessful: { eq: false } }) { nodes { time hostname user } } }`);
  // More than two pages of the examples.
  expect(data.sessionEvents.nodes.length).toBeGreaterThan(20);
  return data.sessionEvents.nodes;
};

test('the page has these files and commands', () => {
  expect([...FILES.keys()]).toEqual([
    'src/readSchema.ts',
    'tsconfig.json',
    'src/server.ts',
    'src/apollo.ts',
    'src/apolloExample.ts',
    'src/urql.ts',
    'src/urqlExample.ts',
    'failed_logins.py',
    'overview.py',
  ]);
  const [, ...commands] =
    EXAMPLES.find(({ mark, language }) => mark === 'client' && language === 'sh')
      ?.text.trim()
      .split('\n') ?? [];
  expect(commands).toEqual([
    'npx tsx src/readSchema.ts',
    'npx tsx src/apolloExample.ts',
    'npx tsx src/urqlExample.ts',
  ]);
});

test('the files have no type errors', async () => {
  expect(await run('tsc')).toEqual([]);
});

describe('Apollo Client', () => {
  const expectAnswers = (lines: readonly string[], failed: readonly any[]): void => {
    expect(lines.slice(0, -1)).toEqual(failed.map(({ time }) => time));
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      overview: { __typename: 'Overview', id: 'overview', hosts: { value: expect.any(Number) } },
    });
  };

  test('merges the pages of a list, and what two queries select of one object', async () => {
    expectAnswers(await run('tsx', 'src/apolloExample.ts'), await listFailedLogins());
  });

  test('tries again when the server says so', async () => {
    const refused: string[] = [];
    const forward = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const body = Buffer.concat(await request.toArray());
      if (refused.length < 2) {
        refused.push(request.url ?? '');
        const extensions = { code: 'OVERLOADED', retryable: true, retryAfterSeconds: 1 };
        response.writeHead(503, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ errors: [{ message: 'Try again.', extensions }] }));
        return;
      }
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(api().url, { method: 'POST', headers, body });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.text());
    };
    const gate = createServer((request, response) => void forward(request, response));
    gate.listen(0, '127.0.0.1');
    await once(gate, 'listening');
    try {
      const { port } = gate.address() as { port: number };
      const env = { SESSIONSCOPE_URL: `http://127.0.0.1:${port}/graphql` };
      expectAnswers(await project.run('tsx', ['src/apolloExample.ts'], env), await listFailedLogins());
      expect(refused).toHaveLength(2);
    } finally {
      gate.closeAllConnections();
      gate.close();
    }
  });
});

test('urql reads by GET, adds pages to a list, and needs no further keys', async () => {
  const { data } = await api().query(
    '{ hosts(first: 4) { nodes { hostname } } eventStats { groups { count } } }',
  );
  const before = api().log().length;
  expect(await run('tsx', 'src/urqlExample.ts')).toEqual([
    data.hosts.nodes.map(({ hostname }: any) => hostname).join(' '),
    `${data.eventStats.groups[0].count} hunts`,
  ]);
  const listMethods = (): readonly string[] =>
    api()
      .log()
      .slice(before)
      .map((line) => JSON.parse(line))
      .filter(({ route }) => route === '/graphql')
      .map(({ method }) => method);
  await awaitUntil('the three requests are in the log', async () => listMethods().length === 3);
  expect(new Set(listMethods())).toEqual(new Set(['GET']));
});

/** Whether Python runs this. Tests that need a package are skipped without it; .ci/run installs Python. */
const runsInPython = (code: string): boolean => spawnSync('python3', ['-c', code]).status === 0;

const countLoginFields = (): number => {
  const type = buildSchema(readSchemaText()).getType('LoginEvent');
  return isObjectType(type) ? Object.keys(type.getFields()).length : 0;
};

describe('Python', () => {
  const testPython = runsInPython('') ? test : test.skip;
  // Debian does not package gql; `pip install "gql[requests]"` does.
  const testGql = runsInPython('import gql') ? test : test.skip;
  // In Debian from version 13: python3-graphql-core.
  const testCore = runsInPython('import graphql; assert graphql.version_info[0] == 3') ? test : test.skip;

  testPython('without packages', async () => {
    const { data } = await api().query('{ overview { firstAt hosts { value } } }');
    expect((await run('python3', 'overview.py')).map((line) => JSON.parse(line))).toEqual([data]);
  });

  test('the query of the script with gql is valid', () => {
    const [, query = ''] = /gql\(\s*"""([^]*?)"""/.exec(FILES.get('failed_logins.py') ?? '') ?? [];
    expect(validate(buildSchema(readSchemaText()), parse(query))).toEqual([]);
  });

  testPython('the scripts have no syntax errors', async () => {
    const check = 'import ast, sys; [ast.parse(open(name).read()) for name in sys.argv[1:]]';
    expect(await run('python3', '-c', check, 'failed_logins.py', 'overview.py')).toEqual([]);
  });

  testGql('with gql', async () => {
    const failed = await listFailedLogins();
    expect(await run('python3', 'failed_logins.py')).toEqual(
      failed.map(({ time, hostname, user }) => `${time} ${hostname} ${user}`),
    );
  });

  testCore('graphql-core reads the introspection', async () => {
    const read = `
import json, os, urllib.request
from graphql import build_client_schema, get_introspection_query, print_schema
query = get_introspection_query(specified_by_url=True, directive_is_repeatable=True, schema_description=True, input_value_deprecation=True)
headers = {"content-type": "application/json"}
request = urllib.request.Request(os.environ["SESSIONSCOPE_URL"], json.dumps({"query": query}).encode(), headers)
with urllib.request.urlopen(request) as response:
    schema = build_client_schema(json.load(response)["data"])
print(len(schema.type_map["LoginEvent"].fields), schema.type_map["DateTime"].specified_by_url)
`;
    expect(await run('python3', '-c', read)).toEqual([
      `${countLoginFields()} https://www.rfc-editor.org/rfc/rfc3339`,
    ]);
  });

  // Older versions do not know @oneOf.
  const testSdl = runsInPython('import graphql; assert graphql.version_info[:3] >= (3, 2, 7)')
    ? test
    : test.skip;

  testSdl('graphql-core reads /schema.graphql', async () => {
    const read = `
import os, urllib.request
from graphql import build_schema
with urllib.request.urlopen(os.environ["SESSIONSCOPE_URL"].replace("/graphql", "/schema.graphql")) as response:
    schema = build_schema(response.read().decode())
print(len(schema.type_map["LoginEvent"].fields), schema.type_map["SessionEventInput"].is_one_of)
`;
    expect(await run('python3', '-c', read)).toEqual([`${countLoginFields()} True`]);
  });
});
