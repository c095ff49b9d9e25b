import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GraphQLSchema } from 'graphql';

import { makeFindForbidden } from '../../graphql/access/makeFindForbidden.ts';
import { makeFieldScopes } from '../../graphql/access/makeFieldScopes.ts';
import { ROOT_SCOPES, TYPE_SCOPES } from '../../graphql/access/scopes.ts';
import type { GraphqlContext } from '../../graphql/context.ts';

/** Refuses an operation with a field for which the caller has no scope, before any part of it runs. */
export const guardFields = (schema: GraphQLSchema): ApolloServerPlugin<GraphqlContext> => {
  const findForbidden = makeFindForbidden(
    makeFieldScopes(schema, { roots: ROOT_SCOPES, types: TYPE_SCOPES }),
  );
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, contextValue }) => {
        // Without an operation nothing runs.
        if (operation === undefined) return;
        const forbidden = findForbidden(contextValue.caller, { schema, document, operation });
        if (forbidden === null) return;
        throw new GraphQLError(forbidden.message, {
          nodes: forbidden.field,
          extensions: { code: 'FORBIDDEN', http: { status: 403 } },
        });
      },
    }),
  };
};
