import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GraphQLSchema } from 'graphql';

import type { GraphqlContext } from '../../graphql/context.ts';
import { countActual } from '../../graphql/cost/countActual.ts';
import { countRequested, makePricedOperation } from '../../graphql/cost/countRequested.ts';
import type { PricedOperation, RequestedCost } from '../../graphql/cost/countRequested.ts';

import { DeadlineError } from '../../db/errors.ts';

import type { CostLimits } from './limits.ts';
import type { Budgets } from './makeBudgets.ts';

type Options = {
  readonly schema: GraphQLSchema;
  readonly perRequest: CostLimits['perRequest'];
  readonly budgets: Budgets | null;
};

/** The cost data of a request that may run. */
type OperationCharge = {
  readonly pricedOperation: PricedOperation;
  readonly requested: number;
  hasRun: boolean;
};

/**
 * Refuses queries whose possible cost is too high before they run, takes the possible cost from the budget of the caller, and returns the
 * difference to the actual cost. Mutations have no limit of cost: the size of the body limits them.
 */
export const chargeCost = ({ schema, perRequest, budgets }: Options): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async () => {
    let operationCharge: OperationCharge | null = null;
    let retryAfterSeconds: number | null = null;
    return {
      didResolveOperation: async ({ operation, document, request, contextValue }) => {
        if (operation === undefined) return;
        const pricedOperation = makePricedOperation({ schema, operation }, document, request.variables ?? {});
        const requested = countRequested(pricedOperation);
        contextValue.requestInfo.costRequested = requested.cost;
        if (operation.operation !== OperationTypeNode.MUTATION && requested.cost > perRequest) {
          throw tooCostly(requested, perRequest);
        }
        const charge = await budgets?.take(contextValue.budgetId, requested.cost);
        if (charge?.kind === 'SPENT') {
          ({ retryAfterSeconds } = charge);
          throw spent(requested.cost, retryAfterSeconds);
        }
        operationCharge = { pricedOperation, requested: requested.cost, hasRun: false };
      },
      executionDidStart: async () => {
        if (operationCharge !== null) operationCharge.hasRun = true;
      },
      willSendResponse: async (context) => {
        const { budgetId } = context.contextValue;
        if (operationCharge !== null) {
          const actual = settle(operationCharge, context);
          budgets?.giveBack(budgetId, operationCharge.requested - actual);
        }
        if (budgets === null) return;
        const { headers } = context.response.http;
        if (retryAfterSeconds !== null) headers.set('retry-after', String(retryAfterSeconds));
        for (const [name, value] of Object.entries(await budgets.headersOf(budgetId))) {
          headers.set(name, value);
        }
      },
    };
  },
});

/** Notes the actual cost in the answer, and returns it. */
const settle = (
  operationCharge: OperationCharge,
  { response, errors, contextValue }: GraphQLRequestContext<GraphqlContext>,
): number => {
  if (response.body?.kind !== 'single') return operationCharge.requested;
  const result = response.body.singleResult;
  // A query that reached the deadline kept the database busy for the longest possible time.
  const isLate = errors?.some((error) => unwrapResolverError(error) instanceof DeadlineError) === true;
  // A failed field can make its parents null. Then rows that were read for them are not in the answer.
  const isTorn = result.errors?.some(({ path = [] }) => isNullAbove(result.data, path)) === true;
  const counted = result.data
    ? countActual(operationCharge.pricedOperation, result.data)
    : { cost: 0, rows: 0 };
  const answered = isLate || isTorn ? Math.max(counted.cost, operationCharge.requested) : counted.cost;
  const actual = answered + contextValue.requestInfo.suggestionCost;
  if (!operationCharge.hasRun) return 0;
  if (result.data !== undefined) {
    contextValue.requestInfo.costActual = actual;
    contextValue.requestInfo.rows = counted.rows;
    result.extensions = { ...result.extensions, cost: { requested: operationCharge.requested, actual } };
  }
  return actual;
};

/** Whether the error at this path made more than its own field null. */
const isNullAbove = (data: unknown, path: readonly (string | number)[]): boolean => {
  let value = data;
  for (const key of path.slice(0, -1)) {
    value = (value as Readonly<Record<string | number, unknown>> | null | undefined)?.[key];
    if (value === null || value === undefined) return true;
  }
  return false;
};

const tooCostly = ({ cost, costliest }: RequestedCost, limit: number): GraphQLError => {
  const most = costliest === '' ? '' : ` Most of that is ${costliest}.`;
  return new GraphQLError(
    `The query may cost ${cost}; the most is ${limit}.${most} Request a smaller first, or fewer lists within lists.`,
    { extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } } },
  );
};

const spent = (cost: number, retryAfterSeconds: number): GraphQLError =>
  new GraphQLError(
    `The remaining budget of the caller is below ${cost}, the possible cost of this request. Nothing was done; try again in ${retryAfterSeconds} s, or request a smaller first.`,
    { extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds, http: { status: 429 } } },
  );
