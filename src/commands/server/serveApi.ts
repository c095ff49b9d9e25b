import { setFlagsFromString } from 'node:v8';

import type { Logger } from 'pino';

import type { Config } from '../../config/config.ts';

import type { Budgets } from '../../http/cost/makeBudgets.ts';
import type { CountRestarts } from '../../http/observe/addRestarts.ts';
import { makeServer } from '../../http/server.ts';
import type { Server } from '../../http/server.ts';
import { makeOwnState } from '../../http/sharedState.ts';
import type { SharedState } from '../../http/sharedState.ts';

import type { Database } from '../../db/client.ts';

import type { ApiKey } from '../../model/access/apiKey.ts';

import { makeAccess } from './makeAccess.ts';
import { makeRulesFor } from './makeRules.ts';

type Api = {
  readonly config: Config;
  readonly database: Database;
  readonly ownKey: ApiKey | null;
  /** The budgets of callers; null: no limit per minute. */
  readonly budgets: Budgets | null;
  /** What else the workers of the server share; by default there is only this process. */
  readonly shared?: Omit<SharedState, 'budgets'>;
  readonly countRestarts: CountRestarts;
  readonly logger: Logger;
};

/** Serves the API in this process. */
export const serveApi = async ({
  config,
  database,
  ownKey,
  budgets,
  shared = makeOwnState({ perMinute: null }),
  ...others
}: Api): Promise<Server & { readonly address: string }> => {
  const server = await makeServer({
    access: await makeAccess(config, database, ownKey),
    serverContext: { database, makeRules: makeRulesFor(config) },
    introspection: config.introspection,
    limits: config.limits,
    corsOrigins: config.corsOrigins,
    tlsFiles: config.tlsFiles,
    shared: { ...shared, budgets },
    ...others,
  });
  const address = await server.listen(config);
  // By default V8's heap grows to four times the live objects; under load that was over 1 GiB instead of 0.3 GiB. Earlier, it would slow the start.
  setFlagsFromString('--heap-growing-percent=50');
  // The objects of requests in flight are few: the threads that would copy them in parallel cost more than they save, 10 % of a page's CPU time.
  setFlagsFromString('--no-parallel-scavenge');
  return { ...server, address };
};
