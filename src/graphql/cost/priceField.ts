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

/** A question that reads all events of a time, or all sessions, costs as much as a page of 1,000. */
const SCAN = 1000;
/** Mostly asked of each row: the evidence of a match, the events of a host, which an index counts. */
const EXACT_COUNT = 50;
const INTROSPECTION: Readonly<Record<string, number>> = { __schema: 1000, __type: 100 };

/** As in model/page.ts; a size outside it is refused there, with a better message. */
const DEFAULT_PAGE = 50;
const MAX_PAGE = 1000;

/** Lists that hold the page of the field that they are in. */
const PAGED = new Set(['edges', 'nodes', 'groups']);

/** Lists without pages are short: accounts logged on, hosts of a match, hops of a path. */
const UNPAGED = 50;
const SIZES: Readonly<Record<string, number>> = {
  // Groups have 100,000 buckets together at most, a thousand groups a hundred each.
  'EventStatsGroup.buckets': 100,
  'SessionStatsGroup.buckets': 100,
  'Analytic.attackTechniques': 5,
  // Paid for by the events that were sent.
  'IngestSessionEventsPayload.results': 0,
  'IngestHostStartsPayload.results': 0,
  'LateralGraph.nodes': 200,
  'LateralGraph.edges': 200,
};

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
  const base = baseOf(`${parent.name}.${name}`, given);
  if (!isCompositeType(type)) return { ...NOTHING, base };
  const size = isListType(getNullableType(definition.type))
    ? sizeOf(`${parent.name}.${name}`, given, PAGED.has(name) ? page : null)
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

type Given = Readonly<Record<string, unknown>>;

/** Each argument that the field has, null when it is neither given nor has a default. */
const readArguments = (
  definition: GraphQLField<unknown, unknown>,
  field: FieldNode,
  variables: Variables,
): Given => {
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

const baseOf = (path: string, given: Given): number => {
  if (/^(?:Hunts|Car)\.|^Query\.(?:event|session)Stats$/.test(path)) return SCAN;
  if (given['mode'] === 'EXACT') return EXACT_COUNT;
  if (path.startsWith('Mutation.')) return lengthOf(given['events']) + lengthOf(given['starts']);
  return 0;
};

const sizeOf = (path: string, given: Given, page: number | null): number =>
  page ?? ('ids' in given ? lengthOf(given['ids']) : (SIZES[path] ?? UNPAGED));

const pageOf = ({ first = null, last = null }: Given): number => {
  const asked = [first, last].filter((size) => typeof size === 'number');
  return asked.length === 0 ? DEFAULT_PAGE : Math.min(MAX_PAGE, Math.max(0, ...asked));
};

/** A single value stands for a list of one. */
const lengthOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : value === null || value === undefined ? 0 : 1;
