import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';

import type { GraphqlContext } from '../../graphql/context.ts';
import type { RequestNotes } from '../../graphql/requestNotes.ts';

/** Notes which operation ran and which errors it was answered with. Comes after the plugins that may still refuse the answer. */
export const noteOperation: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { notes }, operation, request, response }) => {
      notes.operationType = operation === undefined ? null : TYPES[operation.operation];
      notes.operationName = nameOf(operation?.name?.value ?? request.operationName);
      if (response.body.kind !== 'single') return;
      for (const { extensions } of response.body.singleResult.errors ?? []) {
        const { code, errorId } = extensions ?? {};
        if (typeof code === 'string') notes.errorCodes.add(code);
        if (typeof errorId === 'string') notes.errorIds.push(errorId);
      }
    },
  }),
};

const TYPES = {
  [OperationTypeNode.QUERY]: 'QUERY',
  [OperationTypeNode.MUTATION]: 'MUTATION',
  [OperationTypeNode.SUBSCRIPTION]: 'SUBSCRIPTION',
} as const satisfies Record<OperationTypeNode, RequestNotes['operationType']>;

/** A name of GraphQL that is no essay: a client chooses it, and it goes to places that people read. */
const nameOf = (name: string | null | undefined): string | null =>
  typeof name === 'string' && NAME.test(name) ? name : null;

const NAME = /^[A-Z_a-z]\w{0,99}$/;
