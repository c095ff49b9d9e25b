import { getArgumentValues, getNullableType, isLeafType, Kind, TypeNameMetaFieldDef, visit } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

import { fragmentsOf } from '../fragmentsOf.ts';

import { collectFields } from './collectFields.ts';
import { shapeOf } from './shape.ts';
import type { Shape } from './shape.ts';

export type Variables = Readonly<Record<string, unknown>>;
export type Arguments = Readonly<Record<string, unknown>>;

/** A selected field of one object type. */
export type FieldPlan = {
  /** Its name in the response. */
  readonly key: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly shape: Shape;
  /** The value of `__typename`. */
  readonly typeName: string | null;
  /** The type if it is a scalar or an enum, also if it is non-null. */
  readonly leaf: GraphQLLeafType | null;
  /** The arguments if they depend on no variable. */
  readonly fixedArguments: Arguments | null;
  /** The fields below it, for each type of object that it returned so far. */
  readonly below: Map<GraphQLObjectType, SelectionPlan>;
};

/** The fields of an object of one type. */
export type SelectionPlan = {
  readonly fields: readonly FieldPlan[];
  /** An object of the response without values. A copy of it is faster than adding its keys one by one. */
  readonly empty: Readonly<Record<string, unknown>>;
};

/** An operation and what was planned of it: everything that depends on the document alone. */
export type OperationPlan = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables in `@skip` and `@include`. A plan is valid for one combination of their values. */
  readonly conditions: readonly string[];
  /** Whether it selects `__schema` or `__type`. */
  readonly hasIntrospection: boolean;
  readonly variants: Map<string, Variant>;
  /** Called with the number of fields that were planned. */
  readonly onPlanned: (fields: number) => void;
};

/** What was planned for one combination of the values of the conditions. */
export type Variant = {
  /** What is planned below a field of the document. Places that spread the same fragment share it. */
  readonly belowNode: Map<FieldNode, FieldPlan['below']>;
  root: SelectionPlan | null;
};

/** Reads what a document says about one of its operations. */
export const makeOperationPlan = (
  { schema, onPlanned }: Pick<OperationPlan, 'schema' | 'onPlanned'>,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationPlan => {
  const conditions = new Set<string>();
  let hasIntrospection = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === '__schema' || name.value === '__type') hasIntrospection = true;
    },
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) {
        if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
      }
    },
  });
  return {
    schema,
    operation,
    fragments: fragmentsOf(document),
    conditions: [...conditions],
    hasIntrospection,
    variants: new Map(),
    onPlanned,
  };
};

/** Finds what was planned for the values of the variables in conditions. */
export const findVariant = ({ conditions, variants }: OperationPlan, variables: Variables): Variant => {
  const key = conditions.map((name) => String(variables[name])).join();
  const known = variants.get(key);
  if (known !== undefined) return known;
  // Clients alternate between few combinations. Sixteen conditions would have 65,536.
  if (variants.size === MOST_VARIANTS) variants.clear();
  const variant: Variant = { belowNode: new Map(), root: null };
  variants.set(key, variant);
  return variant;
};

const MOST_VARIANTS = 8;

type Planning = { readonly plan: OperationPlan; readonly variant: Variant; readonly variables: Variables };

/** Plans the selection sets of an object type. */
export const planSelection = (
  planning: Planning,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): SelectionPlan => {
  const { schema, fragments, onPlanned } = planning.plan;
  const collected = collectFields({ schema, fragments, variables: planning.variables }, type, sets);
  const fields = [...collected].map(([key, nodes]) => planField(planning, { key, nodes, parentType: type }));
  onPlanned(fields.length);
  return { fields, empty: Object.fromEntries(fields.map(({ key }) => [key, null])) };
};

const planField = (
  { plan: { schema }, variant }: Planning,
  { key, nodes, parentType }: Pick<FieldPlan, 'key' | 'nodes' | 'parentType'>,
): FieldPlan => {
  const [node] = nodes;
  const name = node.name.value;
  const isTypeName = name === TypeNameMetaFieldDef.name;
  const definition = isTypeName ? TypeNameMetaFieldDef : parentType.getFields()[name];
  // Validation refuses unknown fields.
  if (definition === undefined) throw new Error(`${parentType.name} has no field ${name}.`);
  const nullable = getNullableType(definition.type);
  return {
    key,
    nodes,
    parentType,
    definition,
    shape: shapeOf(schema, definition.type),
    leaf: isLeafType(nullable) ? nullable : null,
    typeName: isTypeName ? parentType.name : null,
    fixedArguments: usesVariables(node) ? null : findArguments(definition, node),
    below: nodes.length === 1 ? belowNode(variant, node) : new Map<GraphQLObjectType, SelectionPlan>(),
  };
};

const belowNode = (variant: Variant, node: FieldNode): FieldPlan['below'] => {
  const known = variant.belowNode.get(node) ?? new Map<GraphQLObjectType, SelectionPlan>();
  variant.belowNode.set(node, known);
  return known;
};

const usesVariables = ({ arguments: given = [] }: FieldNode): boolean => {
  let found = false;
  for (const argument of given) {
    visit(argument, { Variable: () => void (found = true) });
  }
  return found;
};

/** Returns null for arguments that are refused when the field runs. */
const findArguments = (definition: FieldPlan['definition'], node: FieldNode): Arguments | null => {
  try {
    return getArgumentValues(definition, node);
  } catch {
    return null;
  }
};
