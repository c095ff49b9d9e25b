import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';

import type { GraphqlContext } from '../../graphql/context.ts';
import { listRootFields } from '../../graphql/listRootFields.ts';
import type { RequestInfo } from '../../graphql/requestInfo.ts';

import type { AuditLog } from '../../domain/audit/makeAuditLog.ts';

import { positionHeaders } from '../positionHeader.ts';
import { auditRequest } from './auditRequest.ts';
import type { AuditedQuestion } from './auditRequest.ts';

/** The size limit of queries. For mutations it is lower: hashing takes time, and the stored events can be looked up. */
const MAX_HASHED_BYTES = { QUERY: 1_048_576, MUTATION: 65_536 };

/**
 * Notes the operation and the errors of its answer, and records it in the audit. It comes after all plugins that can still refuse the answer.
 */
export const noteOperation = (audit: AuditLog): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, operation, document, request, response, queryHash }) => {
      const { requestInfo } = contextValue;
      requestInfo.operationType =
        operation === undefined
          ? null
          : operation.operation === OperationTypeNode.MUTATION
            ? 'MUTATION'
            : 'QUERY';
      requestInfo.operationName = nameOf(operation?.name?.value ?? request.operationName);
      for (const [name, value] of Object.entries(positionHeaders(requestInfo)))
        response.http.headers.set(name, value);
      if (response.body.kind !== 'single') return;
      for (const { extensions } of response.body.singleResult.errors ?? []) {
        const { code, errorId } = extensions ?? {};
        if (typeof code === 'string') requestInfo.errorCodes.add(code);
        if (typeof errorId === 'string') requestInfo.errorIds.push(errorId);
      }
      auditRequest(audit, requestInfo, {
        documentDigest: queryHash ?? null,
        variables: variablesOf(requestInfo, request.variables),
        rootFields:
          operation === undefined || document === undefined ? [] : listRootFields(operation, document),
      });
    },
  }),
});

const variablesOf = (
  { operationType, requestBytes }: RequestInfo,
  values: object | undefined,
): AuditedQuestion['variables'] =>
  values === undefined || requestBytes > MAX_HASHED_BYTES[operationType === 'MUTATION' ? 'MUTATION' : 'QUERY']
    ? null
    : { values, bytes: requestBytes };

/** Returns an operation name of limited length. The client chooses it, and it appears in logs and metrics. */
const nameOf = (name: string | null | undefined): string | null =>
  typeof name === 'string' && NAME.test(name) ? name : null;

const NAME = /^[A-Z_a-z]\w{0,99}$/;
