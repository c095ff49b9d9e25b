import { getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

import type { Scope } from '../../model/access/scope.ts';

/** Gives the scopes of which one opens a field; none open it to nobody. */
export type FieldScopes = (parent: string, field: string) => readonly Scope[];

/** What has to be said; the rest follows from what leads to what. */
export type ScopeTables = {
  readonly roots: Readonly<Record<string, Readonly<Record<string, Scope>>>>;
  readonly types: Readonly<Record<string, readonly Scope[]>>;
};

/**
 * Derives the scopes of every field once, so that default is deny and a new type needs no entry: a root field has the one it is named
 * with, the fields of a type that of the root fields that lead to it. Where they differ the type is closed until it is named.
 */
export const makeFieldScopes = (schema: GraphQLSchema, { roots, types }: ScopeTables): FieldScopes => {
  const found = new Map<string, Map<string, readonly Scope[]>>();
  const reach = (type: GraphQLNamedType, scopes: readonly Scope[]): void => {
    if (Object.hasOwn(roots, type.name) || Object.hasOwn(types, type.name)) return;
    const ways = found.get(type.name) ?? new Map<string, readonly Scope[]>();
    const way = scopes.join(' ');
    if (ways.has(way)) return;
    found.set(type.name, ways.set(way, scopes));
    for (const next of listNext(schema, type)) reach(next, scopes);
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const { name, type } of Object.values(root?.getFields() ?? {})) {
      const scope = roots[root?.name ?? '']?.[name];
      if (scope !== undefined) reach(getNamedType(type), [scope]);
    }
  }
  for (const [name, scopes] of Object.entries(types)) {
    const type = schema.getType(name);
    if (type !== undefined) for (const next of listNext(schema, type)) reach(next, scopes);
  }
  const scopesOf = (type: string): readonly Scope[] => {
    const ways = found.get(type);
    return own(types, type) ?? (ways?.size === 1 ? [...ways.values()].flat() : []);
  };
  // What is reached only by a fragment that widens: as closed as what it stands for. It does not lead on to others of its kind.
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type) || found.has(type.name)) continue;
    const ways = schema.getPossibleTypes(type).map(({ name }) => scopesOf(name));
    found.set(type.name, new Map(ways.map((scopes) => [scopes.join(' '), scopes])));
  }
  return (parent, field) =>
    Object.hasOwn(roots, parent) ? asList(own(roots[parent] ?? {}, field)) : scopesOf(parent);
};

/** What a selection on that type leads on to: the types of its fields, and those that a fragment may narrow it to. */
const listNext = (schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLNamedType[] => {
  const hasFields = isObjectType(type) || isInterfaceType(type);
  return [
    ...(hasFields ? Object.values(type.getFields()).map((field) => getNamedType(field.type)) : []),
    ...(isAbstractType(type) ? schema.getPossibleTypes(type) : []),
  ];
};

/** Names come from outside: `constructor` is no entry. */
const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const asList = (scope: Scope | undefined): readonly Scope[] => (scope === undefined ? [] : [scope]);
