import { Kind } from 'graphql';
import type { DocumentNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';

/** The root fields that a valid operation asks for by whatever alias or fragment: names of the schema, sorted, each once. */
export const listRootFields = (
  { selectionSet }: OperationDefinitionNode,
  { definitions }: DocumentNode,
): readonly string[] => {
  const names = new Set<string>();
  const sets = new Set<SelectionSetNode>([selectionSet]);
  // A set that grows while it is walked is walked to its end.
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
