import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { OperationTypeNode } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';

import type { GraphqlContext } from '../../graphql/context.ts';

import { RETRY_AFTER_OUTAGE_SECONDS } from '../errors/describeOutage.ts';

/**
 * Chooses the HTTP status of an operation that ran and has errors.
 *
 * A query answers 200: failed fields are null, the others have their values. Only when no field has a value, and the client cannot correct that,
 * the status is 503 (an outage) or 500 (a bug). A mutation never answers 200 when a part of it failed, because log shippers check only the status.
 * An operation that did not run keeps the status of its refusal.
 */
export const chooseStatus: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, operation }) => {
      if (response.body.kind !== 'single') return;
      const result = response.body.singleResult;
      if (result.data === undefined || result.errors === undefined) return;
      const hasAnswer = hasValue(result.data);
      const isQuery = operation?.operation !== OperationTypeNode.MUTATION;
      if (isQuery && (hasAnswer || result.errors.some(isRefusal))) return;
      response.http.status = statusOfFailure(result.errors);
      if (response.http.status === 503)
        response.http.headers.set('retry-after', String(RETRY_AFTER_OUTAGE_SECONDS));
      // GraphQL over HTTP: an answer with an error status has no data, provided that no value is lost.
      if (!hasAnswer) result.data = null;
    },
  }),
};

/** Whether the answer has a value that is not null; __typename does not count, because it contains no stored data. */
const hasValue = (value: unknown): boolean => {
  if (value === null || value === undefined) return false;
  if (typeof value !== 'object' || Array.isArray(value)) return true;
  return Object.entries(value).some(([key, below]) => key !== '__typename' && hasValue(below));
};

const statusOfFailure = (errors: readonly GraphQLFormattedError[]): number => {
  if (errors.some(isOutage)) return 503;
  return errors.some(isBug) ? 500 : 400;
};

const isOutage = ({ extensions }: GraphQLFormattedError): boolean => extensions?.['retryable'] === true;

const isBug = ({ extensions }: GraphQLFormattedError): boolean =>
  extensions?.['code'] === ApolloServerErrorCode.INTERNAL_SERVER_ERROR;

const isRefusal = (error: GraphQLFormattedError): boolean => !isOutage(error) && !isBug(error);
