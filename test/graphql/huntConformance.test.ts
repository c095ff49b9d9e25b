import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { buildSchema, Kind, parse, validate } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLField, SelectionNode } from 'graphql';

import { CAR_ANALYTICS, HUNT_NAMES, HUNTS, REGISTRY, typeNameOf } from '../../src/domain/hunts/registry.ts';
import type { HuntName, MatchOf } from '../../src/domain/hunts/registry.ts';
import type { Resolvers } from '../../src/graphql/generated.ts';
import { HUNTS as BENCHMARKS } from '../bench/hunts.ts';
import { TABS } from '../support/demoTabs.ts';
import { rootOf } from '../support/hunts/rootOf.ts';

/*
 * What every hunt has. This file checks its schema types, its playground tab, its benchmark, and that tests of its own exist. Other tests
 * run once for each hunt of the registry, with tables that the compiler requires an entry in, so that a missing one fails there by the
 * name of the hunt: test/http/hunts/{metamorphic,pages,refusals}.test.ts, test/http/playgroundInBrowser.test.ts,
 * test/queries/hunts.test.ts (SQL) and test/docs/hunts.test.ts.
 */

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

const fieldsOf = (type: string): Readonly<Record<string, GraphQLField<unknown, unknown>>> => {
  const found = schema.getType(type);
  if (!found || !('getFields' in found)) throw new Error(`schema.graphql lacks the type ${type}.`);
  return found.getFields() as Readonly<Record<string, GraphQLField<unknown, unknown>>>;
};

/** The types of the fields by name: `{ first: 'Int' }`. */
const typesOf = (fields: readonly { readonly name: string; readonly type: unknown }[]) =>
  Object.fromEntries(fields.map(({ name, type }) => [name, String(type)]));

const interfacesOf = (type: string): readonly string[] => {
  const found = schema.getType(type);
  return found && 'getInterfaces' in found ? found.getInterfaces().map(({ name }) => name) : [];
};

/** The tests of the tabs on the demo, as one text. */
const TAB_TESTS = readdirSync('test/http/tabs')
  .map((file) => readFileSync(join('test/http/tabs', file), 'utf8'))
  .join('\n');

const PAGE = { first: 'Int', after: 'String', last: 'Int', before: 'String' };

test.each([
  ['Car', CAR_ANALYTICS],
  ['Hunts', HUNTS],
])('the fields of %s are those of the registry', (type, hunts) => {
  expect(Object.keys(fieldsOf(type)).toSorted()).toEqual(['id', ...Object.keys(hunts)].toSorted());
});

describe.each(HUNT_NAMES)('%s', (name) => {
  const type = typeNameOf(name);
  const root = rootOf(name);
  const rootType = root === 'car' ? 'Car' : 'Hunts';

  test('is a field that takes a page and returns its connection', () => {
    const field = fieldsOf(rootType)[name];
    expect(String(field?.type)).toBe(`${type}Connection`);
    expect(typesOf(field?.args ?? [])).toMatchObject(PAGE);
  });

  test('echoes each of its arguments', () => {
    const given = (fieldsOf(rootType)[name]?.args ?? []).map((argument) => argument.name);
    const echoed = Object.keys(fieldsOf(`${type}Parameters`));
    expect(echoed.toSorted()).toEqual(given.filter((argument) => !(argument in PAGE)).toSorted());
  });

  test('has a connection, edges and matches of the common shape', () => {
    expect(interfacesOf(`${type}Connection`)).toEqual(['HuntAnswer']);
    expect(typesOf(Object.values(fieldsOf(`${type}Connection`)))).toMatchObject({
      parameters: `${type}Parameters!`,
      edges: `[${type}Edge!]!`,
      nodes: `[${type}!]!`,
    });
    expect(typesOf(Object.values(fieldsOf(`${type}Edge`)))).toEqual({ cursor: 'String!', node: `${type}!` });
    expect(interfacesOf(type)).toEqual(['HuntMatch']);
    expect(Object.keys(fieldsOf(type)).length).toBeGreaterThan(1);
  });

  test('names what it looks for', () => {
    const { title, techniques, finds } = REGISTRY[name];
    expect(techniques.length).toBeGreaterThan(0);
    expect([title, finds]).toEqual([expect.stringMatching(/^[A-Z]/), expect.stringMatching(/^[^.]+$/)]);
  });

  test('has a playground tab', () => {
    const query = TABS.get(type)?.query ?? '';
    expect(query).not.toBe('');
    expect(selectedHunts(parse(query), root)).toEqual([name]);
  });

  test('has a test of what its playground tab finds on the demo', () => {
    expect(TAB_TESTS.includes(`run('${type}'`)).toBe(true);
  });

  test('has a test that compares it with an oracle', () => {
    const path = `test/http/hunts/${name}.test.ts`;
    expect(existsSync(path) ? readFileSync(path, 'utf8') : `${path} is missing`).toMatch(
      /\bcheckAgainstOracle\(/,
    );
  });

  test('has a benchmark', () => {
    const query = parse(`{ ${BENCHMARKS[name]} }`);
    expect(validate(schema, query)).toEqual([]);
    expect(selectedHunts(query, root)).toEqual([name]);
  });
});

/** The fields that an operation selects under `car` or `hunts`. */
const selectedHunts = ({ definitions }: DocumentNode, root: string): readonly string[] =>
  definitions
    .flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
    )
    .filter(isField)
    .filter((field) => field.name.value === root)
    .flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
    .filter(isField)
    .map((field) => field.name.value);

const isField = (selection: SelectionNode): selection is FieldNode => selection.kind === Kind.FIELD;

/** The fields of a match type: `{ host: Resolver… }`. */
type FieldsOf<Name extends HuntName> = Omit<
  NonNullable<Resolvers[Capitalize<Name>]>,
  '__isTypeOf' | 'evidence'
>;

/** The value of a field as its resolver returns it. */
type ValueOf<Field> = Field extends (...given: never[]) => infer Value ? Awaited<Value> : never;

type ComputedOf<Name extends HuntName> =
  NonNullable<(typeof REGISTRY)[Name]['computed']> extends Readonly<Record<Capitalize<Name>, infer Fields>>
    ? keyof Fields
    : never;

/** The fields of a match type that are neither computed nor a property of the match with the right type. */
type Unanswered<Name extends HuntName> = {
  [Field in Exclude<keyof FieldsOf<Name>, ComputedOf<Name>>]: Field extends keyof MatchOf<Name>
    ? MatchOf<Name>[Field] extends ValueOf<FieldsOf<Name>[Field & keyof FieldsOf<Name>]>
      ? never
      : `${Name}.${Field & string}`
    : `${Name}.${Field & string}`;
}[Exclude<keyof FieldsOf<Name>, ComputedOf<Name>>];

type NoneOf<Field extends never> = readonly Field[];

test('each field of a match is a property of the match or computed, as the compiler checks', () => {
  const unanswered: NoneOf<{ [Name in HuntName]: Unanswered<Name> }[HuntName]> = [];
  expect(unanswered).toEqual([]);
});
