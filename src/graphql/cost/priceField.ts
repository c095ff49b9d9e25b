import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import type { FieldNode, GraphQLCompositeType, GraphQLField } from 'graphql';

import { DEFAULT_PAGE, MAX_PAGE } from '../../model/page.ts';

import { findFieldCost } from './fieldCosts.ts';
import type { GivenArguments } from './fieldCosts.ts';

/** The variables of a request, with defaults for those that were not given. Their types are not checked yet. */
export type Variables = Readonly<Record<string, unknown>>;

/** What one field costs; an object of the response costs 1. */
export type Price = {
  /** Work that does not depend on the response. */
  readonly base: number;
  /** The maximum number of objects; null for a field that returns none. */
  readonly size: number | null;
  /** The maximum number of rows on the page that the field returns; null for a field without pages. */
  readonly page: number | null;
  /** The type of the objects; null for a field that returns none. */
  readonly type: GraphQLCompositeType | null;
};

const INTROSPECTION: Readonly<Record<string, number>> = { __schema: 1000, __type: 100 };

/** Lists whose length is the page size of their parent field. */
const PAGED = new Set(['edges', 'nodes', 'groups']);

/** The assumed length of a list without pages: accounts logged on, hosts of a match, hops of a path. */
const UNPAGED = 50;

const NOTHING: Price = { base: 0, size: null, page: null, type: null };

/** Computes the cost of a field from its arguments and the page size of its parent. */
export const priceField = (
  parent: GraphQLCompositeType,
  field: FieldNode,
  { variables, page }: { readonly variables: Variables; readonly page: number | null },
): Price => {
  const name = field.name.value;
  if (name.startsWith('__')) return { ...NOTHING, base: INTROSPECTION[name] ?? 0 };
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  if (definition === undefined) return NOTHING;
  const type = getNamedType(definition.type);
  // True of most fields, so it is checked first.
  if (definition.args.length === 0 && !isCompositeType(type)) return NOTHING;
  const given = readArguments(definition, field, variables);
  const cost = findFieldCost(parent, name);
  const base = cost?.base?.(given) ?? 0;
  if (!isCompositeType(type)) return { ...NOTHING, base };
  const size = isListType(getNullableType(definition.type))
    ? ((PAGED.has(name) ? page : null) ?? cost?.rows?.(given) ?? UNPAGED)
    : 1;
  const ownPage = 'first' in given ? pageOf(given) : null;
  return { base, size, page: cost?.page?.(given) ?? ownPage, type };
};

/** Whether `@skip` and `@include` keep a selection. */
export const isIncluded = (selection: Pick<FieldNode, 'directives'>, variables: Variables): boolean =>
  (selection.directives ?? []).every(({ name, arguments: given }) => {
    const condition = given?.find((argument) => argument.name.value === 'if');
    if (condition === undefined) return true;
    const value = valueFromASTUntyped(condition.value, variables);
    if (name.value === 'skip') return value !== true;
    return name.value !== 'include' || value !== false;
  });

/** The value of each argument of the field; null when it is neither given nor has a default. */
const readArguments = (
  definition: GraphQLField<unknown, unknown>,
  field: FieldNode,
  variables: Variables,
): GivenArguments => {
  const given = new Map(field.arguments?.map(({ name, value }) => [name.value, value]));
  return Object.fromEntries(
    definition.args.map(({ name, defaultValue }) => {
      const node = given.get(name);
      // valueFromASTUntyped would copy a variable that holds thousands of events.
      const value =
        node?.kind === Kind.VARIABLE
          ? variables[node.name.value]
          : node && valueFromASTUntyped(node, variables);
      return [name, value ?? defaultValue ?? null];
    }),
  );
};

const pageOf = ({ first = null, last = null }: GivenArguments): number => {
  const asked = [first, last].filter((size) => typeof size === 'number');
  return asked.length === 0 ? DEFAULT_PAGE : Math.min(MAX_PAGE, Math.max(0, ...asked));
};
