import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  typeFromAST,
} from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
  TypeNode,
} from 'graphql';

/** What decides which fields a selection set has for one type. */
export type Collecting = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced variables, for `@skip` and `@include`. */
  readonly variables: Readonly<Record<string, unknown>>;
};

/** The selected fields of an object, by their key in the response, in order. Fields with the same key are merged. */
export type CollectedFields = ReadonlyMap<string, readonly [FieldNode, ...FieldNode[]]>;

/** Collects the fields of selection sets for one type, as "CollectFields" of the GraphQL specification. */
export const collectFields = (
  collecting: Collecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): CollectedFields => {
  const fields = new Map<string, [FieldNode, ...FieldNode[]]>();
  const visited = new Set<string>();
  const addAll = ({ selections }: SelectionSetNode): void => selections.forEach(add);
  const add = (selection: SelectionNode): void => {
    if (selection.kind === Kind.FRAGMENT_SPREAD && visited.has(selection.name.value)) return;
    if (!isIncluded(selection, collecting.variables)) return;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const merged = fields.get(key);
      if (merged === undefined) fields.set(key, [selection]);
      else merged.push(selection);
      return;
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (appliesTo(collecting.schema, selection.typeCondition, type)) addAll(selection.selectionSet);
      return;
    }
    visited.add(selection.name.value);
    const fragment = collecting.fragments.get(selection.name.value);
    if (fragment !== undefined && appliesTo(collecting.schema, fragment.typeCondition, type)) {
      addAll(fragment.selectionSet);
    }
  };
  sets.forEach(addAll);
  return fields;
};

/**
 * Whether `@skip` and `@include` keep a selection.
 *
 * @param variables coerced.
 * @throws GraphQLError when their variable is null.
 */
export const isIncluded = (selection: SelectionNode, variables: Collecting['variables']): boolean => {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false
  );
};

const appliesTo = (
  schema: GraphQLSchema,
  condition: TypeNode | undefined,
  type: GraphQLObjectType,
): boolean => {
  if (condition === undefined) return true;
  const conditional = typeFromAST(schema, condition);
  return conditional === type || (isAbstractType(conditional) && schema.isSubType(conditional, type));
};
