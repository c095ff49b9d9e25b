import { readFileSync } from 'node:fs';

import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  print,
  validate,
  valueFromASTUntyped,
} from 'graphql';
import type {
  DocumentNode,
  GraphQLArgument,
  GraphQLField,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLSchema,
} from 'graphql';

import { REGISTRY } from './src/domain/hunts/registry.ts';
import type { HuntName } from './src/domain/hunts/registry.ts';
import type { CellKind, Hunt, HuntArgument, HuntColumn, ValueKind } from './src/explorer/hunts/hunt.ts';

/** A preset of graphql-codegen that writes what the explorer has of each hunt: its form, its table and its questions. */
export const HUNTS_PRESET = {
  buildGeneratesSection: async ({ baseOutputDir, schema }: PresetOptions) => [
    {
      filename: baseOutputDir,
      schema,
      documents: [],
      config: {},
      plugins: [{ hunts: {} }],
      pluginMap: { hunts: { plugin: writeHunts } },
    },
  ],
};

type PresetOptions = { readonly baseOutputDir: string; readonly schema: DocumentNode };

/** graphql-codegen sorts what it reads; here arguments and columns keep the order of the file. */
const writeHunts = (): string => {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  const hunts = PARENTS.flatMap((parent) => {
    const type = schema.getQueryType()?.getFields()[parent]?.type;
    const fields = type === undefined ? undefined : getNullableType(type);
    if (!isObjectType(fields)) throw new Error(`Query.${parent} is not an object.`);
    return Object.values(fields.getFields())
      .filter(({ args }) => args.length > 0)
      .map((field) => makeHunt(schema, parent, field));
  });
  return `// Written by codegenHunts.ts from schema.graphql.
import type { Hunt } from '../hunts/hunt.ts';

export const HUNTS: readonly Hunt[] = ${JSON.stringify(hunts, null, 1)};
`;
};

const PARENTS = ['hunts', 'car'] as const;
const PAGING: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before']);

type Field = GraphQLField<unknown, unknown>;

const makeHunt = (schema: GraphQLSchema, parent: Hunt['parent'], field: Field): Hunt => {
  const { name, description, args } = field;
  const match = getNamedType(
    (getNamedType(field.type) as { getFields?: () => Record<string, Field> }).getFields?.()['nodes']?.type,
  );
  if (!isObjectType(match)) throw new Error(`${name} lists no matches.`);
  const { columns, selection } = selectFields(plainFields(match.getFields()), { path: [], depth: 0 });
  const own = args.filter((argument) => !PAGING.has(argument.name));
  const ask = (head: string, all: readonly GraphQLArgument[], body: string): string => {
    const document =
      parse(`query ${name.charAt(0).toUpperCase()}${name.slice(1)}${head}(${all.map(declare).join(' ')}) { ${parent} {
      ${name}(${all.map((argument) => `${argument.name}: $${argument.name}`).join(' ')}) { ${body} } } }`);
    const [mistake] = validate(schema, document);
    if (mistake !== undefined) throw mistake;
    return print(document);
  };
  const page = `edges { cursor node { ${selection} ${EVIDENCE} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
  const first = args.filter((argument) => argument.name === 'first');
  return {
    name,
    parent,
    title: REGISTRY[name as HuntName].title,
    description: description ?? '',
    arguments: own.map(makeArgument),
    columns,
    query: ask('', args, `${ANALYTIC} ${page}`),
    countQuery: ask('Count', [...own, ...first], ANALYTIC),
  };
};

const ANALYTIC =
  'analytic { id title url attackTechniques { id name url } } totalCount { value relation } truncated';
const EVIDENCE = `evidence(first: 50) { totalCount { value relation } nodes { id time action hostname user userDomain userName loginId session { id }
  ... on RemoteCapableEvent { loginType srcIp } ... on LoginEvent { loginSuccessful } } }`;

const declare = ({ name, type, astNode }: GraphQLArgument): string => {
  const value = astNode?.defaultValue;
  return `$${name}: ${String(type)}${value === undefined ? '' : ` = ${print(value)}`}`;
};

/** An argument, or a field of an input object. */
type Argument = Pick<GraphQLArgument, 'name' | 'description' | 'type' | 'astNode'>;

const makeArgument = ({ name, description, type, astNode }: Argument): HuntArgument => {
  const value = astNode?.defaultValue;
  const named = getNamedType(type);
  const isOneOf = isInputObjectType(named) && named.isOneOf;
  const choices = isEnumType(named) ? named.getValues() : isOneOf ? Object.values(named.getFields()) : null;
  const kind = kindOf(named, isOneOf);
  return {
    name,
    description: withoutCodes(description ?? ''),
    type: String(type),
    kind,
    isList: isListType(getNullableType(type)),
    isRequired: isNonNullType(type) && value === undefined,
    isNullable: !isNonNullType(type),
    ...(value !== undefined && { defaultValue: valueFromASTUntyped(value) }),
    ...(choices !== null && {
      choices: choices.map((choice) => ({ name: choice.name, description: choice.description ?? '' })),
    }),
    ...(kind === 'OBJECTS' &&
      isInputObjectType(named) && { fields: Object.values(named.getFields()).map(makeArgument) }),
  };
};

/** The codes of errors are for programs; the form says in words what is wrong. */
const withoutCodes = (description: string): string =>
  description
    .replaceAll(/ Errors?: [A-Z_]+(?:, [A-Z_]+)*[.]/g, '')
    .replaceAll(/ [(][A-Z]+_[A-Z_]+[)]/g, '')
    .replaceAll('; BAD_PARAMETER when', '; refused when');

const kindOf = (type: GraphQLNamedType, isOneOf: boolean): ValueKind => {
  if (isEnumType(type)) return 'CHOICE';
  if (isInputObjectType(type)) return isOneOf ? 'MEMBER' : type.name === 'TimeRange' ? 'RANGE' : 'OBJECTS';
  const kinds: Readonly<Record<string, ValueKind>> = {
    Int: 'NUMBER',
    Float: 'NUMBER',
    Boolean: 'BOOLEAN',
    DateTime: 'TIME',
  };
  return kinds[type.name] ?? 'TEXT';
};

type Selected = { readonly columns: readonly HuntColumn[]; readonly selection: string };
/** Where fields are: in the column at this path, in this many lists of objects. */
type Place = { readonly path: readonly string[]; readonly depth: number };

const plainFields = (fields: Readonly<Record<string, Field>>): readonly Field[] =>
  Object.values(fields).filter(
    ({ name, args, deprecationReason }) => name !== 'id' && args.length === 0 && !deprecationReason,
  );

const selectFields = (fields: readonly Field[], place: Place): Selected => {
  const selected = fields
    // An item of a list is shown in one line.
    .filter(
      ({ type }) => place.depth === 0 || isLeafType(getNamedType(type)) || !isListType(getNullableType(type)),
    )
    .map((field) => selectField(field, place));
  return {
    columns: selected.flatMap(({ columns }) => columns),
    selection: selected.map(({ selection }) => selection).join(' '),
  };
};

const selectField = ({ name, type, description }: Field, { path, depth }: Place): Selected => {
  const own = [...path, name];
  const named = getNamedType(type);
  const column = { path: own, title: makeTitle(own), description: description ?? '' };
  if (isLeafType(named)) return { columns: [{ ...column, kind: cellOf(name, type) }], selection: name };
  const isList = isListType(getNullableType(type));
  const inner = isList ? { path: [], depth: depth + 1 } : { path: own, depth };
  const { columns, selection } = selectObject(named, inner);
  const only = columns.length === 1 ? columns[0] : undefined;
  return {
    selection: `${name} { ${selection} }`,
    columns: isList
      ? [{ ...column, kind: 'TEXT', members: columns }]
      : only === undefined
        ? columns
        : [{ ...only, title: column.title, description: column.description }],
  };
};

/** What is shown of the objects that have a view or a name; of other objects all fields. */
const selectObject = (type: GraphQLNamedType, place: Place): Selected => {
  const isEvent =
    type.name === 'SessionEvent' || ('getInterfaces' in type && hasInterface(type, 'SessionEvent'));
  if (!isEvent && !isObjectType(type)) throw new Error(`${type.name} cannot be shown.`);
  const all = (type as unknown as { getFields: () => Record<string, Field> }).getFields();
  const pick = (names: readonly string[]): Selected =>
    selectFields(
      names.flatMap((name) => all[name] ?? []),
      place,
    );
  if (type.name === 'Host') return pick(['hostname']);
  if (type.name === 'Account') return pick(['user']);
  if (type.name === 'Session') {
    const { columns, selection } = pick(SESSION_FIELDS);
    return { columns: [...columns, sessionAt([...place.path, 'id'])], selection: `id ${selection}` };
  }
  if (!isEvent) return selectFields(plainFields(all), place);
  const session = sessionAt([...place.path, 'session', 'id']);
  // An event of an object in a list repeats the object's own fields.
  if (place.depth > 0) return { columns: [session], selection: 'session { id }' };
  const { columns, selection } = pick(['time', 'action', 'hostname', 'user']);
  return {
    columns: [
      ...columns,
      {
        path: [...place.path, 'srcIp'],
        title: makeTitle([...place.path, 'srcIp']),
        description: 'Source address.',
        kind: 'ADDRESS',
      },
      session,
    ],
    selection: `${selection} session { id } ... on RemoteCapableEvent { srcIp }`,
  };
};

const SESSION_FIELDS = ['hostname', 'user', 'loginType', 'srcIp', 'startedAt', 'endedAt', 'endedAfter'];

const hasInterface = (type: object, name: string): boolean =>
  (type as { getInterfaces: () => readonly GraphQLNamedType[] })
    .getInterfaces()
    .some((one) => one.name === name);

const sessionAt = (path: readonly string[]): HuntColumn => ({
  path,
  title: 'Session',
  description: 'The session.',
  kind: 'SESSION',
});

const cellOf = (name: string, type: GraphQLOutputType): CellKind => {
  if (name === 'hostname') return 'HOST';
  if (name === 'user') return 'ACCOUNT';
  const cells: Readonly<Record<string, CellKind>> = {
    DateTime: 'TIME',
    IPAddress: 'ADDRESS',
    Int: 'NUMBER',
    Float: 'NUMBER',
  };
  return cells[getNamedType(type).name] ?? 'TEXT';
};

/** A title from the names of fields: `First failure at`, `Login source IP`. */
const makeTitle = (path: readonly string[]): string => {
  const words = path
    .join(' ')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll(/\bsrc hostname\b/g, 'client name')
    .replaceAll(/\bsrc\b/g, 'source')
    .replaceAll(/\bip(s?)\b/g, 'IP$1')
    .replaceAll(/\bhostname\b/g, 'host')
    .replaceAll(/\bended after\b/g, 'proven until');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};
