import DataLoader from 'dataloader';

import { findEvents } from '../domain/findEvents.ts';

import { makeReader } from '../db/client.ts';
import type { Database, Reader } from '../db/client.ts';

import type { InputRules } from '../model/eventInput.ts';
import type { EventKey, SessionEvent } from '../model/sessionEvent.ts';
import { formatTime } from '../model/values/time.ts';

/** What every request works with. */
export type Workplace = {
  readonly database: Database;
  /** Rules for values at this moment: the bounds of time move with the clock. */
  readonly makeRules: () => InputRules;
};

/** What the resolvers of one request share. */
export type GraphqlContext = {
  readonly database: Database;
  readonly rules: InputRules;
  readonly reader: Reader;
  /** The moment of the request, canonical time. */
  readonly now: string;
  readonly events: DataLoader<EventKey, SessionEvent | null, string>;
  /** Size of the request's body, null when it was sent in chunks. */
  readonly requestBytes: number | null;
};

type Request = { readonly signal?: AbortSignal; readonly requestBytes?: number | null };

/** Makes the context of one request. */
export const makeContext = (
  { database, makeRules }: Workplace,
  { signal, requestBytes = null }: Request,
): GraphqlContext => {
  const reader = makeReader(database, signal);
  return {
    database,
    rules: makeRules(),
    reader,
    now: formatTime(Date.now()),
    events: new DataLoader<EventKey, SessionEvent | null, string>((keys) => findEvents(reader, keys), {
      cacheKeyFn: JSON.stringify,
      maxBatchSize: 100,
    }),
    requestBytes,
  };
};
