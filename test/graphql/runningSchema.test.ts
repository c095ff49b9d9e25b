import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import {
  buildClientSchema,
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import type { GraphQLSchema } from 'graphql';

import { makeSchema } from '../../src/graphql/schema.ts';
import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

const api = useApi(useDatabase());

const FILE = buildSchema(readFileSync('schema.graphql', 'utf8'));

const print = (schema: GraphQLSchema): string => printSchema(lexicographicSortSchema(schema));

const introspect = async () =>
  (
    await api().query(
      getIntrospectionQuery({
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    )
  ).data;

/** graphql-js adds this location to `@deprecated`; the server does not announce it. */
const NOT_ANNOUNCED = [
  { type: 'DIRECTIVE_LOCATION_REMOVED', description: 'DIRECTIVE_DEFINITION was removed from deprecated.' },
];

describe.each([
  ['the schema of the server', async () => makeSchema()],
  ['its introspection', async () => buildClientSchema(await introspect())],
] as const)('%s is that of schema.graphql', (_, getSchema) => {
  test('as text, with all descriptions and directives', async () => {
    expect(print(await getSchema())).toBe(print(FILE));
  });

  test('without a change that breaks clients or may do so, in either direction', async () => {
    const running = await getSchema();
    expect(findBreakingChanges(FILE, running)).toEqual(NOT_ANNOUNCED);
    expect(findBreakingChanges(running, FILE)).toEqual([]);
    expect(findDangerousChanges(FILE, running)).toEqual([]);
    expect(findDangerousChanges(running, FILE)).toEqual([]);
  });
});

describe('the introspection', () => {
  /** The locations of directives that GraphQL of September 2025 defines. */
  const LOCATIONS = new Set(
    (
      'QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION SCHEMA SCALAR OBJECT ' +
      'FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT INPUT_FIELD_DEFINITION'
    ).split(' '),
  );

  test('has directives with locations of the specification only, which older clients can read', async () => {
    const { directives } = (await introspect()).__schema;
    const locations: string[] = directives.flatMap(({ locations: given }: any) => given);
    expect(locations.filter((location) => !LOCATIONS.has(location))).toEqual([]);
    expect(directives.map(({ name }: any) => name)).toEqual(
      expect.arrayContaining(['deprecated', 'oneOf', 'specifiedBy']),
    );
  });
});
