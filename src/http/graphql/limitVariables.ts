import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GraphQLSchema } from 'graphql';

import type { GraphqlContext } from '../../graphql/context.ts';
import { countIngested } from '../../graphql/cost/countIngested.ts';
import { makePricedOperation } from '../../graphql/cost/countRequested.ts';

import { countValues } from '../../model/countValues.ts';
import { reserveWork } from '../../model/reserveWork.ts';

const MAX_QUERY_BYTES = 1_048_576;
/** A filter has at most 5,000. */
const MAX_QUERY_VALUES = 10_000;
/** The limit of one field of Mutation. The field checks it too, but only after GraphQL has checked the types of all items. */
const MAX_ITEMS = 5000;
/** The work to check the type of a value, in the units of WORK_PER_TURN. */
const VALUE_WEIGHT = 0.05;

/**
 * Refuses variables that are too large before GraphQL checks their types, which it does without a pause: an empty filter in a list takes 4 µs, an
 * event 8 µs. Only ingest may have large variables. The check runs in its own turn of the event loop.
 */
export const limitVariables = (schema: GraphQLSchema): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({
      operation,
      document,
      request: { variables = {} },
      contextValue: { requestInfo },
    }) => {
      const isMutation = operation?.operation === OperationTypeNode.MUTATION;
      if (!isMutation && requestInfo.requestBytes > MAX_QUERY_BYTES) {
        throw refuse(
          'VARIABLES_TOO_LARGE',
          'The request of a query has at most 1 MiB; only ingest accepts more.',
        );
      }
      if (operation !== undefined && isMutation) {
        checkItems(countItems(variables));
        checkItems(countIngested(makePricedOperation({ schema, operation }, document, variables)));
      }
      const values = countValues(variables, isMutation ? Infinity : MAX_QUERY_VALUES + 1);
      if (!isMutation && values > MAX_QUERY_VALUES) {
        const message = `The variables of a query have at most ${MAX_QUERY_VALUES} values. Split the query into several ones.`;
        throw refuse('TOO_MANY_VALUES', message);
      }
      const turn = reserveWork(values * VALUE_WEIGHT);
      if (turn !== null) await turn;
    },
  }),
});

/** Counts the items of all variables: GraphQL checks them even if no field uses them. */
const countItems = (variables: Readonly<Record<string, unknown>>): number =>
  Object.values(variables).reduce<number>(
    (total, variable) => total + (Array.isArray(variable) ? variable.length : 0),
    0,
  );

const checkItems = (items: number): void => {
  if (items <= MAX_ITEMS) return;
  throw new GraphQLError(
    `The request contains ${items} events; send 1 to ${MAX_ITEMS} per request. Nothing was stored.`,
    {
      extensions: { code: 'BAD_BATCH_SIZE', field: 'variables', http: { status: 400 } },
    },
  );
};

const refuse = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 413 } } });
