import { Kind } from 'graphql';
import type { FieldNode, SelectionSetNode } from 'graphql';

import type { PricedOperation } from './countRequested.ts';
import { isIncluded, priceField } from './priceField.ts';

/**
 * Counts the events and context events that a mutation would store: the sum over the root fields that run, so that a variable counts once
 * for each field that uses it. Fields with the same response name are one field.
 */
export const countIngested = (pricedOperation: PricedOperation): number => {
  const { schema, variables } = pricedOperation;
  const type = schema.getMutationType();
  if (!type) return 0;
  return [...findRootFields(pricedOperation).values()].reduce(
    (total, field) => total + priceField(type, field, { variables, page: null }).base,
    0,
  );
};

const findRootFields = ({
  operation,
  fragments,
  variables,
}: PricedOperation): ReadonlyMap<string, FieldNode> => {
  const fields = new Map<string, FieldNode>();
  const sets = new Set<SelectionSetNode>([operation.selectionSet]);
  // Iterating over a Set includes what is added meanwhile.
  for (const { selections } of sets) {
    for (const selection of selections) {
      if (!isIncluded(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) fields.set((selection.alias ?? selection.name).value, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) sets.add(selection.selectionSet);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) sets.add(fragment.selectionSet);
      }
    }
  }
  return fields;
};
