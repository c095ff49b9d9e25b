// Lints schema.graphql: every element has a description, connections have Relay's shape, mutations return payloads, and no change breaks
// clients of the schema in the file that BASE_SCHEMA names. Prints one line per mistake; the exit code is 1 when there is any.
import { readFileSync } from 'node:fs';

import {
  buildSchema,
  findBreakingChanges,
  getNamedType,
  GraphQLError,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isTypeDefinitionNode,
  Kind,
  validateSchema,
} from 'graphql';
import type { ASTNode, GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';

import { findDescriptionMistake, listMisnamed } from './schemaRules.ts';

const SCHEMA = 'schema.graphql';
const PAGING = ['first', 'after', 'last', 'before'];

/** A type, field, argument or enum value; `name` is its path: `LoginEvent.srcIp`. */
type Element = {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly astNode?: ASTNode | null | undefined;
};

const main = (): void => {
  const schema = readSchema(SCHEMA);
  if (schema === null) return;
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const mistakes = [
    ...validateSchema(schema).map((error) => formatError(SCHEMA, error)),
    ...listElements(schema, types).flatMap(checkElement),
    ...types.flatMap((type) => checkConnection(schema, type)),
    ...types.flatMap(checkRefusable),
    ...listMisnamed(schema).map((mistake) => `${SCHEMA}: ${mistake}`),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(checkMutation),
    ...checkBreakingChanges(schema),
  ];
  for (const mistake of mistakes) console.error(mistake);
  if (mistakes.length > 0) process.exitCode = 1;
};

const readSchema = (path: string): GraphQLSchema | null => {
  try {
    return buildSchema(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(formatError(path, error));
    process.exitCode = 1;
    return null;
  }
};

const formatError = (path: string, error: unknown): string => {
  const line = error instanceof GraphQLError ? `:${error.locations?.[0]?.line ?? 1}` : '';
  return `${path}${line}: ${error instanceof Error ? error.message : String(error)}`;
};

const listElements = (schema: GraphQLSchema, types: readonly GraphQLNamedType[]): readonly Element[] => {
  const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  return [
    ...types.flatMap((type) => [type, ...listMembers(type)]),
    ...directives.flatMap((directive) => [
      rename(directive, `@${directive.name}`),
      ...directive.args.map((argument) => rename(argument, `@${directive.name}(${argument.name}:)`)),
    ]),
  ];
};

const rename = ({ description, astNode }: Element, name: string): Element => ({ name, description, astNode });

const listMembers = (type: GraphQLNamedType): readonly Element[] => {
  if (isEnumType(type)) {
    return type.getValues().map((value) => rename(value, `${type.name}.${value.name}`));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => rename(field, `${type.name}.${field.name}`));
  }
  return listFields(type).flatMap((field) => [
    rename(field, `${type.name}.${field.name}`),
    ...field.args.map((argument) => rename(argument, `${type.name}.${field.name}(${argument.name}:)`)),
  ]);
};

const listFields = (type: GraphQLNamedType): ReadonlyArray<GraphQLField<unknown, unknown>> =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

const checkElement = (element: Element): readonly string[] => {
  const inDescription = findDescriptionMistake(element.description ?? '');
  const mistakes = inDescription === null ? [] : [inDescription];
  const own = element.name.replace(/^.*[.(@](?=\w)/, '').replace(':)', '');
  const [pattern, example] = patternOf(element.astNode);
  if (!pattern.test(own)) mistakes.push(`is not named like ${example}`);
  return mistakes.map((mistake) => `${placeOf(element)} ${mistake}`);
};

const patternOf = (node: ASTNode | null | undefined): readonly [RegExp, string] => {
  if (node?.kind === Kind.ENUM_VALUE_DEFINITION) return [/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, 'NEWEST_FIRST'];
  if (node !== null && node !== undefined && isTypeDefinitionNode(node))
    return [/^[A-Z][A-Za-z0-9]*$/, 'LoginEvent'];
  return [/^[a-z][A-Za-z0-9]*$/, 'loginType'];
};

/** Fields of these types are nullable, so that one that fails does not remove the others from the response. */
const REFUSABLE = new Set(['Query', 'Mutation', 'Car', 'Hunts']);

const checkRefusable = (type: GraphQLNamedType): readonly string[] =>
  (REFUSABLE.has(type.name) ? listFields(type) : [])
    // An id is a constant, which cannot fail.
    .filter((field) => isNonNullType(field.type) && field.name !== 'id')
    .map((field) => `${placeOf(rename(field, `${type.name}.${field.name}`))} must be nullable`);

/** `XConnection` holds `XEdge`s and `X`s; a field that returns one takes Relay's four arguments. */
const checkConnection = (schema: GraphQLSchema, type: GraphQLNamedType): readonly string[] => {
  const mistakes = listFields(type)
    .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
    .flatMap((field) => {
      const name = placeOf(rename(field, `${type.name}.${field.name}`));
      const missing = PAGING.filter((argument) => field.args.every((given) => given.name !== argument));
      return [
        ...(missing.length === 0
          ? []
          : [`${name} returns a connection without taking ${missing.join(', ')}`]),
        ...(REFUSABLE.has(type.name) || isNonNullType(field.type)
          ? []
          : [`${name} may be null; a connection is empty instead`]),
      ];
    });
  if (!type.name.endsWith('Connection')) return mistakes;
  const node = type.name.slice(0, -'Connection'.length);
  const edge = schema.getType(`${node}Edge`);
  return [
    ...mistakes,
    ...checkFields(type, { edges: `[${node}Edge!]!`, nodes: `[${node}!]!`, pageInfo: 'PageInfo!' }),
    ...(edge === undefined ? [] : checkFields(edge, { cursor: 'String!', node: `${node}!` })),
  ];
};

const checkFields = (type: GraphQLNamedType, wanted: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(wanted)
    .filter(([name, of]) =>
      listFields(type).every((field) => field.name !== name || String(field.type) !== of),
    )
    .map(([name, of]) => `${placeOf(type)} has no field ${name}: ${of}`);

const checkMutation = (field: GraphQLField<unknown, unknown>): readonly string[] => {
  const type = String(field.type);
  if (type.endsWith('Payload')) return [];
  return [`${placeOf(rename(field, `Mutation.${field.name}`))} returns ${type}, not a …Payload`];
};

const checkBreakingChanges = (schema: GraphQLSchema): readonly string[] => {
  const path = process.env['BASE_SCHEMA'];
  if (path === undefined || path === '') {
    console.log('breaking changes of the schema: not checked, BASE_SCHEMA names no file');
    return [];
  }
  const base = readSchema(path);
  if (base === null) return [];
  return findBreakingChanges(base, schema).map(({ description }) => `breaks clients: ${description}`);
};

const placeOf = ({ name, astNode }: Element): string =>
  `${SCHEMA}:${astNode?.loc?.startToken.line ?? 1}: ${name}`;

main();
