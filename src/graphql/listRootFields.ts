import { Kind } from 'graphql';
import type { DocumentNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';

/** Lists the root fields that a valid operation selects, directly or in fragments: their names in the schema, sorted, each once. */
export const listRootFields = (
  { selectionSet }: OperationDefinitionNode,
  { definitions }: DocumentNode,
): readonly string[] => {
  const names = new Set<string>();
  const sets = new Set<SelectionSetNode>([selectionSet]);
  // Iterating over a Set includes what is added meanwhile.
  for (const { selections } of sets) {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) sets.add(selection.selectionSet);
      else {
        for (const definition of definitions) {
          if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
          if (definition.name.value === selection.name.value) sets.add(definition.selectionSet);
        }
      }
    }
  }
  return [...names].toSorted();
};
