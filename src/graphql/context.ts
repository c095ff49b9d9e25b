import type { ListContext } from '../domain/listContext.ts';

import { makeRequestDatabase } from '../db/makeRequestDatabase.ts';
import type { Database } from '../db/client.ts';
import type { RequestLifetime } from '../db/makeRequestDatabase.ts';

import type { Caller } from '../model/access/caller.ts';
import type { InputRules } from '../model/readField.ts';
import { formatTime } from '../model/values/time.ts';

import { makeRequestInfo } from './requestInfo.ts';
import type { RequestInfo } from './requestInfo.ts';

/** What all requests share. */
export type ServerContext = {
  readonly database: Database;
  /** Makes the rules for values as of now: the allowed range of times moves with the clock. */
  readonly makeRules: () => InputRules;
};

/** What the resolvers of one request share. */
export type GraphqlContext = ListContext & {
  readonly caller: Caller;
  /** The id of the budget that is charged for the request. */
  readonly budgetId: string;
  readonly database: Database;
  readonly rules: InputRules;
  readonly requestInfo: RequestInfo;
};

type Request = RequestLifetime & {
  readonly caller: Caller;
  readonly budgetId?: string;
  readonly requestInfo?: RequestInfo;
};

/** For a context that no HTTP request made. */
const NO_REQUEST = { requestId: 'none', address: null };

/** Makes the context of one request. */
export const makeContext = (
  { database, makeRules }: ServerContext,
  { caller, budgetId = caller.id, requestInfo = makeRequestInfo(NO_REQUEST), ...lifetime }: Request,
): GraphqlContext => {
  const rules = makeRules();
  return {
    caller,
    budgetId,
    database,
    rules,
    db: makeRequestDatabase(database, lifetime),
    hostnames: rules.hostnames,
    now: formatTime(Date.now()),
    requestInfo,
  };
};
