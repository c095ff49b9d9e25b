import { execute, getVariableValues, OperationTypeNode } from 'graphql';
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

import type { GraphqlContext } from '../context.ts';

import { executeFields } from './executeFields.ts';
import { findVariant, makeOperationPlan, planSelection } from './plan.ts';
import type { OperationPlan, Variables } from './plan.ts';
import type { Run } from './run.ts';

/** A validated request. */
export type ExecutionRequest = {
  readonly document: DocumentNode;
  /** undefined when the name of the operation is missing or unknown. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | undefined;
  readonly variables: Variables;
  readonly context: GraphqlContext;
};

type Options = {
  readonly schema: GraphQLSchema;
  /** How many mistakes in variables are reported. */
  readonly maxCoercionErrors: number;
};

export type Executor = (request: ExecutionRequest) => Promise<ExecutionResult>;

/** Bounds the memory of plans to about 70 MB: a planned field takes 700 bytes. Then all documents are planned again at their next request. */
const MOST_PLANNED_FIELDS = 100_000;

/**
 * Makes the function that executes operations. For queries, it computes once per document what depends on the document alone, and once per request
 * what depends on its variables. The answers equal those of graphql-js, which executes mutations and introspection.
 */
export const makeExecutor = ({ schema, maxCoercionErrors }: Options): Executor => {
  // Apollo Server keeps the documents of recent requests; a plan lives as long as its document.
  let plans = new WeakMap<OperationDefinitionNode, OperationPlan>();
  let planned = 0;
  const onPlanned = (fields: number): void => {
    planned += fields;
    if (planned < MOST_PLANNED_FIELDS) return;
    plans = new WeakMap();
    planned = 0;
  };
  const planOf = (document: DocumentNode, operation: OperationDefinitionNode): OperationPlan => {
    const plan = plans.get(operation) ?? makeOperationPlan({ schema, onPlanned }, document, operation);
    plans.set(operation, plan);
    return plan;
  };
  return async ({ document, operation, operationName, variables, context }) => {
    const plan = operation?.operation === OperationTypeNode.QUERY ? planOf(document, operation) : null;
    if (plan === null || plan.hasIntrospection) {
      return execute({
        schema,
        document,
        operationName,
        variableValues: variables,
        contextValue: context,
        options: { maxCoercionErrors },
      });
    }
    const { coerced, errors } = getVariableValues(
      schema,
      plan.operation.variableDefinitions ?? [],
      variables,
      { maxErrors: maxCoercionErrors },
    );
    if (errors !== undefined) return { errors };
    return executeQuery(plan, coerced, context);
  };
};

const executeQuery = async (
  plan: OperationPlan,
  variables: Variables,
  context: GraphqlContext,
): Promise<ExecutionResult> => {
  const run: Run = {
    plan,
    variant: findVariant(plan, variables),
    variables,
    context,
    errors: [],
    nulled: new Set(),
    arguments: new Map(),
  };
  const data = await executeRoot(run);
  return run.errors.length === 0 ? { data } : { errors: run.errors, data };
};

const executeRoot = async (run: Run): Promise<Record<string, unknown> | null> => {
  const { schema, operation } = run.plan;
  const type = schema.getQueryType();
  if (type === undefined || type === null) throw new Error('The schema has no type Query.');
  try {
    // It fails when a variable of `@skip` or `@include` is null.
    run.variant.root ??= planSelection(run, type, [operation.selectionSet]);
    return await executeFields({ run, place: null }, run.variant.root, undefined);
  } catch (error) {
    run.errors.push(error as GraphQLError);
    return null;
  }
};
