import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';

import type { GraphqlContext } from '../../graphql/context.ts';
import { limitAliases, limitDepth, limitRootFields, refuseSubscriptions } from '../../graphql/limits.ts';
import { makeSchema } from '../../graphql/schema.ts';

import type { AuditLog } from '../../domain/audit/makeAuditLog.ts';

import { guardFields } from '../access/guardFields.ts';
import { chargeCost } from '../cost/chargeCost.ts';
import type { CostLimits } from '../cost/limits.ts';
import type { Budgets } from '../cost/makeBudgets.ts';
import { makeFormatError } from '../errors/formatError.ts';
import type { ErrorLog } from '../errors/formatError.ts';
import { noteOperation } from '../observe/noteOperation.ts';
import { capResponse } from './capResponse.ts';
import { chooseStatus } from './chooseStatus.ts';
import { limitVariables } from './limitVariables.ts';
import { MAX_TOKENS } from './maxTokens.ts';
import { suggest } from './suggest.ts';

/** Nobody reads the hundredth mistake, and each is built, formatted and sent. */
const MAX_MISTAKES = 10;

export type ApolloOptions = {
  readonly introspection: boolean;
  readonly limits: CostLimits;
  readonly budgets: Budgets | null;
  readonly audit: AuditLog;
};

/** Makes the GraphQL server, with the limits and the fates of errors. */
export const makeApollo = (
  { introspection, limits, budgets, audit }: ApolloOptions,
  logError: ErrorLog,
): ApolloServer<GraphqlContext> => {
  const schema = makeSchema();
  const { plugin: cap, stringifyResult } = capResponse(limits.maxResponseBytes);
  return new ApolloServer<GraphqlContext>({
    schema,
    introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    validationRules: [refuseSubscriptions, limitAliases, limitDepth, limitRootFields],
    validationOptions: { maxErrors: MAX_MISTAKES, hideSuggestions: !introspection },
    executionOptions: { maxCoercionErrors: MAX_MISTAKES },
    stringifyResult,
    formatError: makeFormatError({ log: logError, introspection }),
    plugins: [
      // It doubles the time of execution, and no answer here is to be cached.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // First: whoever may not ask learns nothing else.
      guardFields(schema),
      limitVariables(schema),
      chooseStatus,
      // Before the cost is charged: it adds to it.
      suggest(schema),
      chargeCost({ schema, perRequest: limits.perRequest, budgets }),
      // What it writes is sent.
      cap,
      // Last: it notes what is sent.
      noteOperation(audit),
    ],
  });
};
