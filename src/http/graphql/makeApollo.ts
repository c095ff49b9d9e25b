import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';

import type { GraphqlContext } from '../../graphql/context.ts';
import { makeExecutor } from '../../graphql/execution/makeExecutor.ts';
import {
  limitAliases,
  limitDepth,
  limitRootFields,
  MAX_TOKENS,
  refuseSubscriptions,
} from '../../graphql/limits.ts';
import { makeSchema } from '../../graphql/schema.ts';

import type { AuditLog } from '../../domain/audit/makeAuditLog.ts';

import { guardFields } from '../access/guardFields.ts';
import { chargeCost } from '../cost/chargeCost.ts';
import type { CostLimits } from '../cost/limits.ts';
import type { Budgets } from '../cost/makeBudgets.ts';
import { makeFormatError } from '../errors/formatError.ts';
import type { ErrorLog } from '../errors/formatError.ts';
import { noteOperation } from '../observe/noteOperation.ts';
import { asGateway } from './asGateway.ts';
import { capResponse } from './capResponse.ts';
import { chooseStatus } from './chooseStatus.ts';
import { limitVariables } from './limitVariables.ts';
import { suggest } from './suggest.ts';

/** Limits the mistakes in an answer, because each of them is built, formatted and sent. */
const MAX_MISTAKES = 10;

export type ApolloOptions = {
  readonly introspection: boolean;
  readonly limits: CostLimits;
  readonly budgets: Budgets | null;
  readonly audit: AuditLog;
};

/** Makes the GraphQL server with its limits and error formats. */
export const makeApollo = (
  { introspection, limits, budgets, audit }: ApolloOptions,
  logError: ErrorLog,
): ApolloServer<GraphqlContext> => {
  const schema = makeSchema();
  const { plugin: cap, stringifyResult } = capResponse(limits.maxResponseBytes);
  return new ApolloServer<GraphqlContext>({
    gateway: asGateway(schema, makeExecutor({ schema, maxCoercionErrors: MAX_MISTAKES })),
    introspection,
    // refuseForeignPages does that, and accepts more of what only other clients can send.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    validationRules: [refuseSubscriptions, limitAliases, limitDepth, limitRootFields],
    validationOptions: { maxErrors: MAX_MISTAKES, hideSuggestions: !introspection },
    stringifyResult,
    formatError: makeFormatError({ log: logError, introspection }),
    plugins: [
      // Cache control doubles the time of execution, and answers must not be cached.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // First, so that a refused caller learns nothing else.
      guardFields(schema),
      limitVariables(schema),
      chooseStatus,
      // Before the cost is charged, because suggestions add to it.
      suggest(schema),
      chargeCost({ schema, perRequest: limits.perRequest, budgets }),
      // After all plugins that change the data.
      cap,
      // Last, because it records what is sent.
      noteOperation(audit),
    ],
  });
};
