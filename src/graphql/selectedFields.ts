import { Kind } from 'graphql';
import type { FieldNode, GraphQLResolveInfo, SelectionNode } from 'graphql';

import type { SelectedFields } from '../domain/getStats.ts';

import { isIncluded } from './execution/collectFields.ts';

/**
 * The names of the fields that a query selects below the field being resolved, at a path of field names. Follows fragments and aliases
 * and obeys skip and include. For values that are expensive and computed only when selected.
 */
const selectedFields = (info: GraphQLResolveInfo, path: readonly string[]): readonly string[] => {
  let fields: readonly FieldNode[] = info.fieldNodes;
  for (const name of path) {
    fields = fieldsBelow(fields, info).filter((field) => field.name.value === name);
  }
  return fieldsBelow(fields, info).map((field) => field.name.value);
};

const fieldsBelow = (fields: readonly FieldNode[], info: GraphQLResolveInfo): readonly FieldNode[] =>
  fields.flatMap(({ selectionSet }) => flatten(selectionSet?.selections ?? [], info));

const flatten = (selections: readonly SelectionNode[], info: GraphQLResolveInfo): readonly FieldNode[] =>
  selections
    .filter((selection) => isIncluded(selection, info.variableValues))
    .flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      return flatten(fragment?.selectionSet.selections ?? [], info);
    });

/** The fields that a statistics query selects of the whole, of its groups and of their buckets. */
export const selectedMeasures = (info: GraphQLResolveInfo): SelectedFields => {
  const ofGroups = selectedFields(info, ['groups']);
  return {
    ofAll: selectedFields(info, []),
    ofGroups,
    ofBuckets: ofGroups.includes('buckets') ? selectedFields(info, ['groups', 'buckets']) : null,
  };
};
