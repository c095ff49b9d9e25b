import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';

import type { GraphqlContext } from '../../graphql/context.ts';
import type { Executor } from '../../graphql/execution/makeExecutor.ts';

type Gateway = ApolloServerOptionsWithGateway<GraphqlContext>['gateway'];

/** Makes Apollo Server execute with another function than graphql-js. Its name for that is a gateway. */
export const asGateway = (schema: GraphQLSchema, execute: Executor): Gateway => ({
  onSchemaLoadOrUpdate: (tell) => {
    tell({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  load: async () => ({
    executor: async ({ document, operation, request, context }) =>
      execute({
        document,
        operation,
        operationName: request.operationName,
        variables: request.variables ?? {},
        context: context as GraphqlContext,
      }),
  }),
  stop: async () => undefined,
});
