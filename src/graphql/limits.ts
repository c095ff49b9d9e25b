import { GraphQLError, Kind } from 'graphql';
import type { ASTVisitor, SelectionSetNode, ValidationContext } from 'graphql';

const MAX_DEPTH = 12;
/** Introspection's own queries are 15 deep. */
const MAX_INTROSPECTION_DEPTH = 20;
const MAX_ALIASES = 30;

/** Apollo gives every validation error one code; the door puts the limit's own in its place. */
type LimitCode = 'QUERY_TOO_DEEP' | 'TOO_MANY_ALIASES';

/** Fields that only wrap a list; they do not count as depth. */
const WRAPPERS = new Set(['edges', 'node', 'nodes']);

/** Validation rule: refuses operations that nest deeper than any question needs. */
export const limitDepth = (context: ValidationContext): ASTVisitor => {
  const depthOfFragment = new Map<string, number>();
  const depthOf = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map((selection) => {
        if (selection.kind === Kind.FIELD) {
          return (WRAPPERS.has(selection.name.value) ? 0 : 1) + depthOf(selection.selectionSet);
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet);
        return fragmentDepth(selection.name.value);
      }),
    );
  const fragmentDepth = (name: string): number => {
    const known = depthOfFragment.get(name);
    if (known !== undefined) return known;
    // A fragment that spreads itself is refused by another rule; 0 ends the walk.
    depthOfFragment.set(name, 0);
    const depth = depthOf(context.getFragment(name)?.selectionSet);
    depthOfFragment.set(name, depth);
    return depth;
  };
  return {
    OperationDefinition: (operation) => {
      const isIntrospection = operation.selectionSet.selections.every(
        (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
      );
      const most = isIntrospection ? MAX_INTROSPECTION_DEPTH : MAX_DEPTH;
      const depth = depthOf(operation.selectionSet);
      if (depth <= most) return;
      context.reportError(
        new GraphQLError(`The operation is ${depth} fields deep; the most is ${most}. Ask in two queries.`, {
          nodes: operation,
          extensions: { limit: 'QUERY_TOO_DEEP' satisfies LimitCode },
        }),
      );
    },
  };
};

/** Validation rule: refuses documents with many aliases, which multiply the work of one request. */
export const limitAliases = (context: ValidationContext): ASTVisitor => {
  let aliases = 0;
  return {
    Field: (field) => {
      if (field.alias === undefined) return;
      aliases += 1;
      if (aliases !== MAX_ALIASES + 1) return;
      context.reportError(
        new GraphQLError(`The document has more than ${MAX_ALIASES} aliases. Send several requests.`, {
          nodes: field,
          extensions: { limit: 'TOO_MANY_ALIASES' satisfies LimitCode },
        }),
      );
    },
  };
};
