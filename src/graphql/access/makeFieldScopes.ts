import { getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

import type { Scope } from '../../model/access/scope.ts';

/** Gives the scopes of a field, any of which allows access; an empty list denies everybody. */
export type FieldScopes = (parent: string, field: string) => readonly Scope[];

/** The scopes of the root fields, and of the types for which they cannot be derived. */
export type ScopeTables = {
  readonly roots: Readonly<Record<string, Readonly<Record<string, Scope>>>>;
  readonly types: Readonly<Record<string, readonly Scope[]>>;
};

/**
 * Derives the scopes of every field once; the default is deny. A root field has the scope that `roots` gives it. The fields of a type have
 * the scope of the root fields that lead to the type. Where those differ, the type is denied unless `types` has an entry for it.
 */
export const makeFieldScopes = (schema: GraphQLSchema, { roots, types }: ScopeTables): FieldScopes => {
  const found = new Map<string, Map<string, readonly Scope[]>>();
  const reach = (type: GraphQLNamedType, scopes: readonly Scope[]): void => {
    if (Object.hasOwn(roots, type.name) || Object.hasOwn(types, type.name)) return;
    const scopeSets = found.get(type.name) ?? new Map<string, readonly Scope[]>();
    const key = scopes.join(' ');
    if (scopeSets.has(key)) return;
    found.set(type.name, scopeSets.set(key, scopes));
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
    const scopeSets = found.get(type);
    return own(types, type) ?? (scopeSets?.size === 1 ? [...scopeSets.values()].flat() : []);
  };
  // An interface that no field returns is reached by a fragment only: it has the scopes of its possible types, if these agree.
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type) || found.has(type.name)) continue;
    const scopeSets = schema.getPossibleTypes(type).map(({ name }) => scopesOf(name));
    found.set(type.name, new Map(scopeSets.map((scopes) => [scopes.join(' '), scopes])));
  }
  return (parent, field) =>
    Object.hasOwn(roots, parent) ? asList(own(roots[parent] ?? {}, field)) : scopesOf(parent);
};

/** The types that a selection on that type can reach: those of its fields, and its possible types. */
const listNext = (schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLNamedType[] => {
  const hasFields = isObjectType(type) || isInterfaceType(type);
  return [
    ...(hasFields ? Object.values(type.getFields()).map((field) => getNamedType(field.type)) : []),
    ...(isAbstractType(type) ? schema.getPossibleTypes(type) : []),
  ];
};

/** Reads an own property only: clients choose the names, and `constructor` must not match. */
const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const asList = (scope: Scope | undefined): readonly Scope[] => (scope === undefined ? [] : [scope]);
