import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { GraphQLSchema } from 'graphql';

import type { GraphqlContext } from '../../graphql/context.ts';
import { makePricedOperation } from '../../graphql/cost/countRequested.ts';
import { findQueriedNames } from '../../graphql/suggestions/findQueriedNames.ts';

import { findSuggestions } from '../../domain/findSuggestions.ts';

import { DeadlineError, OutageError } from '../../db/errors.ts';

/** The cost of the statement that finds similar names. */
const SUGGESTION_COST = 10;

/**
 * Adds `extensions.suggestions` to the answer of a query that found nothing for a host or account that it names. It must precede the plugin that
 * charges the cost, which runs as soon as this one waits for the database.
 */
export const suggest = (schema: GraphQLSchema): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ operation, document, request, response, contextValue }) => {
      if (operation?.operation !== OperationTypeNode.QUERY || document === undefined) return;
      if (response.body.kind !== 'single') return;
      const result = response.body.singleResult;
      if (!result.data) return;
      const pricedOperation = makePricedOperation({ schema, operation }, document, request.variables ?? {});
      const failed = new Set(result.errors?.map(({ path }) => JSON.stringify(path)));
      const asked = findQueriedNames(pricedOperation, result.data).filter(
        ({ path }) => !failed.has(JSON.stringify(path)),
      );
      if (asked.length === 0) return;
      contextValue.requestInfo.suggestionCost = SUGGESTION_COST;
      const { db, hostnames } = contextValue;
      // The answer is complete without suggestions.
      const suggestions = await findSuggestions({ db, hostnames }, asked).catch((error: unknown) => {
        if (error instanceof OutageError || error instanceof DeadlineError) return [];
        throw error;
      });
      if (suggestions.length > 0) result.extensions = { ...result.extensions, suggestions };
    },
  }),
});
