import { randomUUID } from 'node:crypto';

import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';

import { DeadlineError, OutageError, OverloadedError } from '../../db/errors.ts';

import { Refusal } from '../../model/refusal.ts';

import { describeDocumentMistake } from './describeDocumentMistake.ts';
import { describeInputMistake } from './describeInputMistake.ts';
import { describeOutage, describeOutageForLog } from './describeOutage.ts';
import { hideNames } from './hideNames.ts';

/** Where whole errors go; the answer has only their id. */
export type ErrorLog = (entry: {
  readonly errorId: string;
  readonly error: unknown;
  readonly message: string;
}) => void;

export type ErrorFormat = {
  readonly log: ErrorLog;
  /** Without it no message tells a name of the schema that its client did not send. */
  readonly introspection: boolean;
};

/**
 * Gives each error its fate: a refusal keeps its code and message, an outage and a passed deadline say what to do, a bug is masked
 * behind an error id and logged whole.
 */
export const makeFormatError =
  ({ log, introspection }: ErrorFormat) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const place = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    const answer = (message: string, extensions: Record<string, unknown>): GraphQLFormattedError => ({
      message,
      ...place,
      extensions,
    });
    if (original instanceof Refusal) {
      return answer(original.message, {
        code: original.code,
        ...(original.field !== null && { field: original.field }),
      });
    }
    if (original instanceof DeadlineError) {
      return answer('The answer took longer than the deadline; narrow the filter, bound the time first.', {
        code: 'DEADLINE_EXCEEDED',
      });
    }
    if (original instanceof OutageError) {
      const { message, ...outage } = describeOutage(
        original,
        formatted.path === undefined ? 'request' : 'field',
      );
      return answer(message, {
        ...outage,
        retryable: true,
        ...(original instanceof OverloadedError
          ? {}
          : { errorId: logged(log, original.cause, describeOutageForLog(original)) }),
      });
    }
    const code = formatted.extensions?.['code'];
    const withNames = (message: string): string => (introspection ? message : hideNames(message, error));
    if (code === ApolloServerErrorCode.BAD_USER_INPUT && error instanceof GraphQLError) {
      const [message, extensions] = describeInputMistake(error);
      return answer(withNames(message), extensions);
    }
    // graphql-js finds it when it executes the field, and gives it no code: a variable with a default may be null by its type.
    if (original instanceof GraphQLError && ARGUMENT.test(original.message)) {
      return answer(withNames(describeDocumentMistake(original.message)), {
        code: ApolloServerErrorCode.BAD_USER_INPUT,
      });
    }
    // Of the parser, which recursed too deep for the stack that was left.
    if (original instanceof RangeError && code === ApolloServerErrorCode.GRAPHQL_PARSE_FAILED) {
      return answer('The document nests too deep. Ask in several queries.', { code: 'QUERY_TOO_DEEP' });
    }
    // The budget of graphql-js for comparing fields of the same name with each other.
    if (
      code === ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED &&
      formatted.message === 'Validation aborted.'
    ) {
      const remedy = 'The document names the same fields too often to be checked; name each once.';
      return answer(remedy, { code: 'QUERY_TOO_COMPLEX' });
    }
    if (code !== undefined && code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR) {
      return answer(withNames(describeDocumentMistake(formatted.message)), {
        code: formatted.extensions?.['limit'] ?? formatted.extensions?.['validationErrorCode'] ?? code,
        ...(formatted.extensions?.['retryable'] === true && { retryable: true }),
      });
    }
    // graphql-js adds it to the mistakes before it, and gives it no code.
    if (formatted.message.startsWith('Too many errors processing variables')) {
      return answer('There are more mistakes in the variables than these.', { code: 'TOO_MANY_MISTAKES' });
    }
    const errorId = logged(log, original, 'A bug.');
    return answer(`An error of ours; its details are in the server's log under ${errorId}.`, {
      code,
      errorId,
    });
  };

/** `Argument "id" of non-null type "ID!" must not be null.`, `… has invalid value {…}.` */
const ARGUMENT = /^Argument "\w+" (?:of (?:non-null|required) type|has invalid value) /;

const logged = (log: ErrorLog, error: unknown, message: string): string => {
  const errorId = randomUUID();
  log({ errorId, error, message });
  return errorId;
};
