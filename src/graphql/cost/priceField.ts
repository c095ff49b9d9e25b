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

import { findFieldCost } from './fieldCosts.ts';
import type { GivenArguments } from './fieldCosts.ts';

/** The variables of a request with the defaults of those that were not given; their shapes are not checked yet. */
export type Variables = Readonly<Record<string, unknown>>;

/** What one field costs, in objects of the answer. */
export type Price = {
  /** Work that is done whatever comes of it. */
  readonly base: number;
  /** How many objects there can be; null for a field that has none. */
  readonly size: number | null;
  /** How many rows its lists hold, when the field has pages. */
  readonly page: number | null;
  /** Of the objects; null for a field that has none. */
  readonly type: GraphQLCompositeType | null;
};

const INTROSPECTION: Readonly<Record<string, number>> = { __schema: 1000, __type: 100 };

/** As in model/page.ts; a size outside it is refused there, with a better message. */
const DEFAULT_PAGE = 50;
const MAX_PAGE = 1000;

/** Lists that hold the page of the field that they are in. */
const PAGED = new Set(['edges', 'nodes', 'groups']);

/** The rows of a list without pages: accounts logged on, hosts of a match, hops of a path. */
const UNPAGED = 50;

const NOTHING: Price = { base: 0, size: null, page: null, type: null };

/** Says what a field costs, by its arguments and the page that its parent has. */
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
  // Most fields.
  if (definition.args.length === 0 && !isCompositeType(type)) return NOTHING;
  const given = readArguments(definition, field, variables);
  const cost = findFieldCost(parent, name);
  const base = cost?.base?.(given) ?? 0;
  if (!isCompositeType(type)) return { ...NOTHING, base };
  const size = isListType(getNullableType(definition.type))
    ? ((PAGED.has(name) ? page : null) ?? cost?.rows?.(given) ?? UNPAGED)
    : 1;
  return { base, size, page: 'first' in given ? pageOf(given) : null, type };
};

/** Whether `@skip` and `@include` leave a selection in. */
export const isIncluded = (selection: Pick<FieldNode, 'directives'>, variables: Variables): boolean =>
  (selection.directives ?? []).every(({ name, arguments: given }) => {
    const condition = given?.find((argument) => argument.name.value === 'if');
    if (condition === undefined) return true;
    const value = valueFromASTUntyped(condition.value, variables);
    if (name.value === 'skip') return value !== true;
    return name.value !== 'include' || value !== false;
  });

/** Each argument that the field has, null when it is neither given nor has a default. */
const readArguments = (
  definition: GraphQLField<unknown, unknown>,
  field: FieldNode,
  variables: Variables,
): GivenArguments => {
  const given = new Map(field.arguments?.map(({ name, value }) => [name.value, value]));
  return Object.fromEntries(
    definition.args.map(({ name, defaultValue }) => {
      const node = given.get(name);
      // A variable is looked up, not copied: it may hold thousands of events.
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
