import { Kind } from 'graphql';
import type { FieldNode, GraphQLCompositeType, GraphQLSchema, SelectionSetNode } from 'graphql';

import type { PricedOperation } from './countRequested.ts';
import { isIncluded, priceField } from './priceField.ts';

/**
 * Counts what a response cost, in the unit of countRequested. It visits only fields that hold objects and wraps no resolver: a page of
 * 1,000 rows that hold no objects is one step.
 */
export const countActual = (pricedOperation: PricedOperation, data: object): ActualCost => {
  const root = pricedOperation.schema.getRootType(pricedOperation.operation.operation);
  const counting = { pricedOperation, rows: 0 };
  if (root === undefined || root === null) return { cost: 0, rows: 0 };
  const cost = walk(
    counting,
    makePlan(pricedOperation, [[pricedOperation.operation.selectionSet, root]]),
    data,
  );
  return { cost, rows: counting.rows };
};

/** `rows`: the number of list items in the response. */
export type ActualCost = { readonly cost: number; readonly rows: number };

type Counting = { readonly pricedOperation: PricedOperation; rows: number };

/** What to visit in the objects at one path of the response; made for the first object there. */
type Plan = readonly Step[];

type Step = {
  readonly key: string;
  readonly base: number;
  readonly isFree: boolean;
  readonly sets: [SelectionSetNode, GraphQLCompositeType][];
  plan: Plan | null;
};

const walk = (counting: Counting, plan: Plan, value: object): number => {
  let cost = 0;
  for (const step of plan) {
    const below = (value as Readonly<Record<string, unknown>>)[step.key];
    // Selected for another type.
    if (below === undefined) continue;
    cost += step.base;
    if (step.isFree || below === null || typeof below !== 'object') continue;
    step.plan ??= makePlan(counting.pricedOperation, step.sets);
    if (!Array.isArray(below)) {
      cost += 1 + walk(counting, step.plan, below);
      continue;
    }
    counting.rows += below.length;
    if (step.plan.length === 0) cost += below.length;
    else {
      for (const item of below as readonly (object | null)[]) {
        if (item !== null) cost += 1 + walk(counting, step.plan, item);
      }
    }
  }
  return cost;
};

const makePlan = (pricedOperation: PricedOperation, sets: Step['sets']): Plan => {
  const steps = new Map<string, Step>();
  const seen = new Set<SelectionSetNode>();
  for (const [set, type] of sets) collect(pricedOperation, { set, type, steps, seen });
  return [...steps.values()].filter(({ base, sets: below }) => base > 0 || below.length > 0);
};

type Collecting = {
  readonly set: SelectionSetNode;
  readonly type: GraphQLCompositeType;
  readonly steps: Map<string, Step>;
  /** Selection sets that are already collected: a fragment adds nothing the second time. */
  readonly seen: Set<SelectionSetNode>;
};

const collect = (pricedOperation: PricedOperation, collecting: Collecting): void => {
  const { set, type, steps, seen } = collecting;
  if (seen.has(set)) return;
  seen.add(set);
  for (const selection of set.selections) {
    if (!isIncluded(selection, pricedOperation.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      addField(pricedOperation, selection, { type, steps });
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : pricedOperation.fragments.get(selection.name.value);
    if (fragment === undefined) continue;
    const narrowed = typeOf(pricedOperation.schema, fragment.typeCondition?.name.value) ?? type;
    collect(pricedOperation, { ...collecting, set: fragment.selectionSet, type: narrowed });
  }
};

const typeOf = (schema: GraphQLSchema, name: string | undefined): GraphQLCompositeType | undefined =>
  name === undefined ? undefined : (schema.getType(name) as GraphQLCompositeType | undefined);

const addField = (
  { variables }: PricedOperation,
  field: FieldNode,
  { type, steps }: Pick<Collecting, 'type' | 'steps'>,
): void => {
  const key = field.alias?.value ?? field.name.value;
  const price = priceField(type, field, { variables, page: null });
  const step = steps.get(key) ?? { key, base: price.base, isFree: price.size === 0, sets: [], plan: null };
  steps.set(key, step);
  if (price.type !== null && field.selectionSet !== undefined) {
    step.sets.push([field.selectionSet, price.type]);
  }
};
