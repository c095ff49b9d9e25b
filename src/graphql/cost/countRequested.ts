import { Kind, valueFromASTUntyped } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

import { fragmentsOf } from '../fragmentsOf.ts';
import { WRAPPERS } from '../limits.ts';

import { isIncluded, priceField } from './priceField.ts';
import type { Variables } from './priceField.ts';

/** An operation of a valid document, with its variables. */
export type PricedOperation = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
};

/** The maximum that an operation can cost, and the path of its costliest field: `hosts.sessions.events`. */
export type RequestedCost = { readonly cost: number; readonly costliest: string };

/** Collects what costs are computed from; variables that were not given get their defaults. */
export const makePricedOperation = (
  { schema, operation }: Pick<PricedOperation, 'schema' | 'operation'>,
  document: DocumentNode,
  given: Variables,
): PricedOperation => ({
  schema,
  operation,
  fragments: fragmentsOf(document),
  variables: {
    ...Object.fromEntries(
      (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
      ),
    ),
    ...given,
  },
});

/**
 * Computes the maximum cost of an operation before it runs. Each object of the response costs 1, times the rows that each list around it
 * can hold; scalars cost nothing; some fields have a cost of their own (fieldCosts.ts). Each selection set is visited once per type and
 * page size, so that nested fragments, which can stand for millions of fields, take time linear in the document.
 */
export const countRequested = ({
  schema,
  operation,
  fragments,
  variables,
}: PricedOperation): RequestedCost => {
  const counted = new Map<SelectionSetNode, Map<string, Sum>>();

  const sumOf = (set: SelectionSetNode, parent: GraphQLCompositeType, page: number | null): Sum => {
    const known = counted.get(set) ?? new Map<string, Sum>();
    counted.set(set, known);
    const key = `${parent.name} ${page}`;
    const sum = known.get(key) ?? add(set.selections.map((selection) => one(selection, parent, page)));
    known.set(key, sum);
    return sum;
  };
  const one = (selection: SelectionNode, parent: GraphQLCompositeType, page: number | null): Sum => {
    if (!isIncluded(selection, variables)) return NONE;
    if (selection.kind === Kind.FIELD) return fieldOf(selection, parent, page);
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (fragment === undefined) return NONE;
    const condition = fragment.typeCondition?.name.value;
    const type = condition === undefined ? parent : schema.getType(condition);
    return sumOf(fragment.selectionSet, type as GraphQLCompositeType, page);
  };
  const fieldOf = (field: FieldNode, parent: GraphQLCompositeType, page: number | null): Sum => {
    const price = priceField(parent, field, { variables, page });
    const { base, size, type } = price;
    if (size === null || type === null || field.selectionSet === undefined) return { cost: base, path: [] };
    const below = sumOf(field.selectionSet, type, price.page);
    const isCostly = base > 0 || size > 1 || price.page !== null || below.path.length > 0;
    const name = WRAPPERS.has(field.name.value) ? [] : [field.name.value];
    return { cost: base + size * (1 + below.cost), path: isCostly ? [...name, ...below.path] : [] };
  };

  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) return { cost: 0, costliest: '' };
  const { cost, path } = sumOf(operation.selectionSet, root, null);
  return { cost, costliest: path.join('.') };
};

type Sum = { readonly cost: number; readonly path: readonly string[] };

const NONE: Sum = { cost: 0, path: [] };

const add = (sums: readonly Sum[]): Sum => ({
  cost: sums.reduce((total, { cost }) => total + cost, 0),
  path: sums.reduce((most, sum) => (sum.cost > most.cost ? sum : most), NONE).path,
});
