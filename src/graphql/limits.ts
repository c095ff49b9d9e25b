import { GraphQLError, Kind, OperationTypeNode, visit } from 'graphql';
import type { ASTNode, ASTVisitor, SelectionSetNode, ValidationContext } from 'graphql';

/** The maximum number of tokens in a document. */
export const MAX_TOKENS = 2000;
const MAX_DEPTH = 12;
/** graphql-js's introspection query is 15 deep. */
const MAX_INTROSPECTION_DEPTH = 20;
const MAX_ALIASES = 30;
const MAX_DIRECTIVES = 50;
const MAX_ROOT_FIELDS = 30;

/** Apollo gives all validation errors the same code; formatError replaces it with this one. */
type LimitCode =
  | 'QUERY_TOO_DEEP'
  | 'SUBSCRIPTIONS_NOT_SUPPORTED'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_ROOT_FIELDS';

/** Fields that only wrap the items of a list. They do not count as depth, and errors do not name them. */
export const WRAPPERS = new Set(['edges', 'node', 'nodes']);

/** Validation rule: rejects operations that nest too deeply. */
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
    // Another rule rejects fragments that spread themselves; 0 ends the recursion.
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
      const problem = `The operation is ${depth} fields deep; the limit is ${most}. Split it into two queries.`;
      context.reportError(refuse(problem, 'QUERY_TOO_DEEP', operation));
    },
  };
};

/**
 * Validation rule: rejects documents with many aliases (of `__typename` too) or many directives, which multiply the work of one request.
 * They are counted when the document is entered, before any other rule can report errors that would hide them.
 */
export const limitAliases = (context: ValidationContext): ASTVisitor => ({
  Document: (document) => {
    let aliases = 0;
    let directives = 0;
    visit(document, {
      Field: (field) => {
        if (field.alias === undefined) return;
        aliases += 1;
        if (aliases !== MAX_ALIASES + 1) return;
        const problem = `The document has more than ${MAX_ALIASES} aliases. Send several requests.`;
        context.reportError(refuse(problem, 'TOO_MANY_ALIASES', field));
      },
      Directive: (directive) => {
        directives += 1;
        if (directives !== MAX_DIRECTIVES + 1) return;
        const problem = `The document has more than ${MAX_DIRECTIVES} directives. Send several requests.`;
        context.reportError(refuse(problem, 'TOO_MANY_DIRECTIVES', directive));
      },
    });
  },
});

/** Validation rule: rejects operations with many root fields, counted as often as they occur, also in fragments. */
export const limitRootFields = (context: ValidationContext): ASTVisitor => {
  const countOfFragment = new Map<string, number>();
  const countIn = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((count, selection) => {
      if (selection.kind === Kind.FIELD) return count + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return count + countIn(selection.selectionSet);
      return count + countInFragment(selection.name.value);
    }, 0);
  const countInFragment = (name: string): number => {
    const known = countOfFragment.get(name);
    if (known !== undefined) return known;
    countOfFragment.set(name, 0);
    const count = countIn(context.getFragment(name)?.selectionSet);
    countOfFragment.set(name, count);
    return count;
  };
  return {
    OperationDefinition: (operation) => {
      const count = countIn(operation.selectionSet);
      if (count <= MAX_ROOT_FIELDS) return;
      const problem = `The operation has ${count} fields at its root; the limit is ${MAX_ROOT_FIELDS}. Send several requests.`;
      context.reportError(refuse(problem, 'TOO_MANY_ROOT_FIELDS', operation));
    },
  };
};

/** Validation rule: rejects subscriptions. graphql-js reports nothing when the schema has no subscription type. */
export const refuseSubscriptions = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition: (operation) => {
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return;
    const problem = 'Subscriptions are not supported yet. Poll with a query, newest first.';
    context.reportError(refuse(problem, 'SUBSCRIPTIONS_NOT_SUPPORTED', operation));
  },
});

const refuse = (message: string, limit: LimitCode, nodes: ASTNode): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { limit } });
