import DataLoader from 'dataloader';

import type { ListContext, ListReads } from '../domain/listContext.ts';
import { findAccounts, findHosts } from '../domain/findNames.ts';
import { findEvents } from '../domain/findEvents.ts';
import { findSessions, findSessionsOfEvents } from '../domain/findSessions.ts';
import { findStates } from '../domain/findStates.ts';
import type { SessionState } from '../domain/findStates.ts';

import { makeRequestDatabase } from '../db/makeRequestDatabase.ts';
import type { Database } from '../db/client.ts';
import type { RequestLifetime, RequestDatabase } from '../db/makeRequestDatabase.ts';
import { selectAccountsOf } from '../db/hunts/selectAccountsOf.ts';
import { selectHostLocks } from '../db/hunts/selectHostLocks.ts';
import { selectHostsOf } from '../db/hunts/selectHostsOf.ts';
import { selectSeen } from '../db/hunts/selectSeen.ts';
import { selectSourcesBefore } from '../db/hunts/selectSourcesBefore.ts';
import { countEvents, selectEvents } from '../db/selectEvents.ts';
import { selectEventsOfSessions } from '../db/selectEventsOfSessions.ts';
import { countSessions, selectSessions } from '../db/selectSessions.ts';
import type { SessionMoment } from '../db/selectStates.ts';

import type { Caller } from '../model/access/caller.ts';
import { accountKey } from '../model/account.ts';
import type { Account } from '../model/account.ts';
import type { Host } from '../model/host.ts';
import type { InputRules } from '../model/readField.ts';
import type { SessionKey, StoredSession } from '../model/session/session.ts';
import type { EventKey, SessionEvent } from '../model/sessionEvent.ts';
import { reserveWork } from '../model/reserveWork.ts';
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
  readonly events: DataLoader<EventKey, SessionEvent | null, string>;
  readonly sessions: DataLoader<SessionKey, StoredSession | null, string>;
  readonly sessionsOfEvents: DataLoader<SessionEvent, StoredSession | null>;
  readonly states: DataLoader<SessionMoment, SessionState | null>;
  readonly hosts: DataLoader<string, Host | null>;
  readonly accounts: DataLoader<Account, Account | null, string>;
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
  const db = makeRequestDatabase(database, lifetime);
  const rules = makeRules();
  const eventsByKey = new DataLoader<EventKey, SessionEvent | null, string>(
    (keys) => findEvents(db, keys),
    BY_KEY,
  );
  const hosts = new DataLoader<string, Host | null>((hostnames) => findHosts(db, hostnames));
  return {
    caller,
    budgetId,
    database,
    rules,
    db,
    lists: makeLists(db, { events: eventsByKey, hosts }),
    hostnames: rules.hostnames,
    now: formatTime(Date.now()),
    events: eventsByKey,
    sessions: new DataLoader<SessionKey, StoredSession | null, string>(
      (keys) => findSessions(db, keys),
      BY_KEY,
    ),
    sessionsOfEvents: new DataLoader<SessionEvent, StoredSession | null>((events) =>
      findSessionsOfEvents(db, events),
    ),
    states: new DataLoader<SessionMoment, SessionState | null>((moments) => findStates(db, moments)),
    hosts,
    accounts: new DataLoader<Account, Account | null, string>((accounts) => findAccounts(db, accounts), {
      cacheKeyFn: accountKey,
    }),
    requestInfo,
  };
};

/** At most 100 keys per statement: each adds a condition. */
const BY_KEY = { cacheKeyFn: JSON.stringify, maxBatchSize: 100 };

/** The work for one list, in units of WORK_PER_TURN: writing its part of the statement takes about 40 µs. */
const LIST_WEIGHT = 2;

/** Batches nested lists: up to 100 different ones are read by one statement, and equal ones are read once. */
const makeLists = (
  db: RequestDatabase,
  { events, hosts }: Pick<GraphqlContext, 'events' | 'hosts'>,
): ListReads => {
  const batched = <Ask, Answer>(
    read: (db: RequestDatabase, asked: readonly Ask[]) => Promise<readonly Answer[]>,
  ) => {
    const readInTurn = async (asked: readonly Ask[]): Promise<readonly Answer[]> => {
      const turn = reserveWork(asked.length * LIST_WEIGHT);
      if (turn !== null) await turn;
      return read(db, asked);
    };
    const loader = new DataLoader<Ask, Answer, string>(readInTurn, BY_KEY);
    return async (ask: Ask) => loader.load(ask);
  };
  return {
    events: batched(selectEvents),
    eventsOfSession: batched(selectEventsOfSessions),
    countEvents: batched(countEvents),
    sessions: batched(selectSessions),
    countSessions: batched(countSessions),
    event: async (key) => events.load(key),
    host: async (hostname) => hosts.load(hostname),
    accountsOf: batched(selectAccountsOf),
    hostsOf: batched(selectHostsOf),
    seen: batched(selectSeen),
    sourcesBefore: batched(selectSourcesBefore),
    hostLocks: batched(selectHostLocks),
  };
};
