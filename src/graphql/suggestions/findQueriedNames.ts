import { getNullableType, isObjectType, Kind, valueFromASTUntyped } from 'graphql';
import type { FieldNode, GraphQLObjectType, SelectionSetNode } from 'graphql';

import { hasWildcard } from '../../model/suggestion.ts';
import type { QueriedName } from '../../model/suggestion.ts';

import type { PricedOperation } from '../cost/countRequested.ts';
import { isIncluded } from '../cost/priceField.ts';

/** Of so many names at most suggestions are looked for. */
const MAX_NAMES = 5;
/** Fields whose own fields are questions, too. */
const GROUPS = new Set(['car', 'hunts']);
/** Fields that hold what was found. */
const LISTS = new Set(['edges', 'groups', 'nodes']);

/**
 * Lists the hosts and accounts that a query named in root fields, or in fields of `car` and `hunts`, whose answer is empty: null, a
 * list without items, or a count of 0. A page after a cursor may be empty, so it does not count.
 */
export const findQueriedNames = (operation: PricedOperation, data: object): readonly QueriedName[] => {
  const root = operation.schema.getQueryType();
  if (root === null || root === undefined) return [];
  return walk({ operation, type: root, path: [] }, operation.operation.selectionSet, data).slice(
    0,
    MAX_NAMES,
  );
};

type Place = {
  readonly operation: PricedOperation;
  readonly type: GraphQLObjectType;
  readonly path: readonly string[];
};

const walk = (place: Place, { selections }: SelectionSetNode, data: object): readonly QueriedName[] =>
  selections.flatMap((selection): readonly QueriedName[] => {
    const { operation } = place;
    if (!isIncluded(selection, operation.variables)) return [];
    if (selection.kind === Kind.FIELD) return inField(place, selection, data);
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : operation.fragments.get(selection.name.value);
    return fragment === undefined ? [] : walk(place, fragment.selectionSet, data);
  });

const inField = (
  { operation, type, path }: Place,
  field: FieldNode,
  data: object,
): readonly QueriedName[] => {
  const key = field.alias?.value ?? field.name.value;
  const value = (data as Readonly<Record<string, unknown>>)[key];
  if (GROUPS.has(field.name.value) && field.selectionSet !== undefined) {
    const group = getNullableType(type.getFields()[field.name.value]?.type);
    if (!isObjectType(group) || typeof value !== 'object' || value === null) return [];
    return walk({ operation, type: group, path: [...path, key] }, field.selectionSet, value);
  }
  return isEmpty(value, field) ? namesIn(operation, field, [...path, key]) : [];
};

const isEmpty = (value: unknown, { selectionSet }: FieldNode): boolean => {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  return (selectionSet?.selections ?? []).some((selection) => {
    if (selection.kind !== Kind.FIELD) return false;
    const found = (value as Readonly<Record<string, unknown>>)[
      selection.alias?.value ?? selection.name.value
    ];
    if (LISTS.has(selection.name.value)) return Array.isArray(found) && found.length === 0;
    if (selection.name.value === 'count') return found === 0;
    return selection.name.value === 'totalCount' && Object.values(membersOf(found)).includes(0);
  });
};

const namesIn = (
  { variables }: PricedOperation,
  field: FieldNode,
  path: readonly string[],
): readonly QueriedName[] => {
  const given = new Map(
    (field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
  );
  if (typeof given.get('after') === 'string' || typeof given.get('before') === 'string') return [];
  const { hostname, user } = membersOf(given.get('filter'));
  return [
    ...nameAt({ path, argument: 'hostname', kind: 'HOST' }, given.get('hostname')),
    ...nameAt({ path, argument: 'user', kind: 'ACCOUNT' }, given.get('user')),
    ...namesInFilter({ path, argument: 'filter.hostname', kind: 'HOST' }, hostname),
    ...namesInFilter({ path, argument: 'filter.user', kind: 'ACCOUNT' }, user),
  ];
};

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const namesInFilter = (place: Omit<QueriedName, 'text'>, comparators: unknown): readonly QueriedName[] =>
  Object.entries(membersOf(comparators)).flatMap(([comparator, given]) => {
    const texts = Array.isArray(given) ? given.slice(0, MAX_NAMES) : [given];
    const argument = `${place.argument}.${comparator}`;
    return texts
      .filter((text) => WHOLE_NAMES.has(comparator) || (typeof text === 'string' && hasWildcard(text)))
      .flatMap((text) => nameAt({ ...place, argument }, text));
  });

/** Comparators of whole names. The text of the others is not a name, but it may hold wildcards, which they do not support. */
const WHOLE_NAMES = new Set(['eq', 'in']);

const nameAt = (place: Omit<QueriedName, 'text'>, text: unknown): readonly QueriedName[] =>
  typeof text === 'string' ? [{ ...place, text }] : [];
