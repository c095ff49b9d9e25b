import { randomUUID } from 'node:crypto';

import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';

import { DeadlineError, OutageError, OverloadedError } from '../../db/errors.ts';

import { Refusal } from '../../model/refusal.ts';

import { describeDocumentMistake } from './describeDocumentMistake.ts';
import { describeInputMistake } from './describeInputMistake.ts';
import { describeOutage, describeOutageForLog, RETRY_AFTER_OUTAGE_SECONDS } from './describeOutage.ts';
import { hideNames } from './hideNames.ts';

/** Logs the complete error; the answer contains only its id. */
export type ErrorLog = (entry: {
  readonly errorId: string;
  readonly error: unknown;
  readonly message: string;
}) => void;

export type ErrorFormat = {
  readonly log: ErrorLog;
  /** false: no message contains a name of the schema that the client did not send. */
  readonly introspection: boolean;
};

/**
 * Formats errors for the answer: a refusal keeps its code and message, an outage and an exceeded deadline name the remedy, a bug is logged in full
 * and replaced by an error id.
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
      return answer('The answer took longer than the deadline; narrow the filter, the range of time first.', {
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
        retryAfterSeconds: RETRY_AFTER_OUTAGE_SECONDS,
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
    // A variable with a default may be null by its type. graphql-js detects that when it executes the field, and adds no code.
    if (original instanceof GraphQLError && ARGUMENT.test(original.message)) {
      return answer(withNames(describeDocumentMistake(original.message)), {
        code: ApolloServerErrorCode.BAD_USER_INPUT,
      });
    }
    // From the parser, whose recursion exceeded the stack.
    if (original instanceof RangeError && code === ApolloServerErrorCode.GRAPHQL_PARSE_FAILED) {
      return answer('The document is nested too deeply. Split it into several queries.', {
        code: 'QUERY_TOO_DEEP',
      });
    }
    // graphql-js limits the comparisons of fields with the same name.
    if (
      code === ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED &&
      formatted.message === 'Validation aborted.'
    ) {
      const remedy = 'The document repeats the same fields too often to be validated; name each field once.';
      return answer(remedy, { code: 'QUERY_TOO_COMPLEX' });
    }
    if (code !== undefined && code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR) {
      return answer(withNames(describeDocumentMistake(formatted.message)), {
        code: formatted.extensions?.['limit'] ?? formatted.extensions?.['validationErrorCode'] ?? code,
        ...(formatted.extensions?.['retryable'] === true && {
          retryable: true,
          retryAfterSeconds: formatted.extensions['retryAfterSeconds'],
        }),
      });
    }
    // graphql-js adds this error after the first mistakes, without a code.
    if (formatted.message.startsWith('Too many errors processing variables')) {
      return answer('The variables have further mistakes, which are not listed.', {
        code: 'TOO_MANY_MISTAKES',
      });
    }
    const errorId = logged(log, original, 'Internal error.');
    return answer(`Internal error; the details are in the log of the server under ${errorId}.`, {
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
