import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { buildSchema, getNamedType, isInterfaceType, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLField, GraphQLSchema } from 'graphql';

import { runTool } from './runTool.ts';

const TEXT = readFileSync('schema.graphql', 'utf8');
const SCHEMA = buildSchema(TEXT);

/** Lists fragments as in a Relay application: each pages through a connection of the schema or refetches a type of node by its id. */
const listFragments = (schema: GraphQLSchema): readonly string[] => {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  const pages = types.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map((field) => writePage(type.name, field)),
  );
  const nodes = types
    .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
    .map(
      ({ name }) => `fragment Suite_${name} on ${name} @refetchable(queryName: "Suite${name}Query") { id }`,
    );
  return [...pages, ...nodes];
};

const writePage = (type: string, { name, args }: GraphQLField<unknown, unknown>): string => {
  const needed = args.filter(isRequiredArgument);
  const variables = needed.map((argument) => `${argument.name}: {type: "${String(argument.type)}"}`);
  const values = ['first: 10', ...needed.map((argument) => `${argument.name}: $${argument.name}`)];
  const own = variables.length === 0 ? '' : `@argumentDefinitions(${variables.join(', ')})`;
  return `fragment Suite_${type}_${name} on ${type} ${own} {
    ${name}(${values.join(', ')}) @connection(key: "Suite_${type}_${name}") { edges { node { __typename } } }
  }`;
};

const compile = async (schema: string, fragments: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-relay-'));
  try {
    mkdirSync(join(folder, 'src/made'), { recursive: true });
    writeFileSync(join(folder, 'schema.graphql'), schema);
    const config = {
      src: './src',
      schema: 'schema.graphql',
      language: 'typescript',
      artifactDirectory: './src/made',
    };
    writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
    const tagged = fragments.map((fragment) => `graphql\`${fragment}\`;\n`).join('');
    writeFileSync(join(folder, 'src/Suite.ts'), `import { graphql } from 'react-relay';\n${tagged}`);
    const { code, output, errors } = await runTool('relay-compiler', ['relay.config.json'], { cwd: folder });
    return { code, says: `${output}${errors}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('relay-compiler accepts every connection and every node of the schema', async () => {
  const fragments = listFragments(SCHEMA);
  const { code, says } = await compile(TEXT, fragments);
  expect(says).toContain('Compilation completed');
  expect([code, Number(/compiled documents: (\d+) reader/.exec(says)?.[1])]).toEqual([0, expect.any(Number)]);
  expect(fragments.length).toBeGreaterThan(50);
});

test.each([
  ['a page without hasNextPage', /hasNextPage: Boolean!/g, 'hasMore: Boolean!'],
  ['an edge without a cursor', /cursor: String!/g, 'position: String!'],
  ['objects that cannot be fetched by an id', /\bnode\(/, 'object('],
])('and rejects %s', async (_, pattern, instead) => {
  const { code } = await compile(TEXT.replace(pattern, instead), listFragments(SCHEMA));
  expect(code).not.toBe(0);
});
