import type { RequestDatabase } from '../db/makeRequestDatabase.ts';
import type { Moment } from '../db/selectCoverage.ts';
import { selectSessionsAt } from '../db/selectSessionsAt.ts';

import { LOGIN_TYPES } from '../model/action.ts';
import type { LoginType } from '../model/action.ts';
import { accountKey } from '../model/account.ts';
import type { Account } from '../model/account.ts';
import { resolveAccount } from '../model/domainAliases.ts';
import type { DomainAliases } from '../model/domainAliases.ts';
import { compareTexts, latest } from '../model/compare.ts';
import { onHost, withoutNoise } from '../model/filter/pivot.ts';
import { LIVE_STATES } from '../model/session/stateHistory.ts';
import type { ProvenSession } from '../model/session/sessionPeriods.ts';
import type { LiveState } from '../model/session/stateHistory.ts';

import { findProvenState } from './sessionStates.ts';

/** A host, a time and which logons to include. */
export type LoggedOnRequest = Moment & {
  readonly loginTypes: readonly LoginType[] | null;
  readonly excludeNoise: boolean;
};

/** An account with its sessions at a time, earliest start first. */
export type LoggedOnAccount = {
  readonly account: Account | null;
  readonly at: string;
  /** PROVEN when at least one of its sessions is proven at the time. */
  readonly certainty: 'PROVEN' | 'POSSIBLE';
  /** Start of the earliest session that is proven at the time; of the earliest session if none is. */
  readonly since: string;
  readonly provenUntil: string;
  readonly sessions: readonly ProvenSession[];
};

/** The accounts logged on to a host at a time. */
export type LoggedOnAccounts = {
  readonly accounts: readonly LoggedOnAccount[];
  readonly truncated: boolean;
};

const MAX_SESSIONS = 10_000;

/**
 * Finds the accounts that were logged on to a host at a time, one entry per account, longest logged on first. Accounts that have only network
 * logons come last. More than `maxSessions` sessions are not read.
 */
export const findLoggedOn = async (
  db: RequestDatabase,
  { hostname, at, loginTypes, excludeNoise }: LoggedOnRequest,
  maxSessions = MAX_SESSIONS,
): Promise<LoggedOnAccounts> => {
  const sessions = await selectSessionsAt(db, {
    predicate: {
      kind: 'and',
      of: [
        onHost(hostname),
        { kind: 'activeAt', time: at },
        ...(loginTypes === null ? [] : [{ kind: 'in', field: 'loginType', values: loginTypes } as const]),
        ...withoutNoise(excludeNoise),
      ],
    },
    at,
    limit: maxSessions + 1,
  });
  const accounts = groupByAccount(sessions.slice(0, maxSessions), db.aliases).map((own) =>
    makeEntry(own, { at, aliases: db.aliases }),
  );
  return { accounts: accounts.toSorted(byRank), truncated: sessions.length > maxSessions };
};

const groupByAccount = (
  sessions: readonly ProvenSession[],
  aliases: DomainAliases,
): readonly (readonly [ProvenSession, ...ProvenSession[]])[] => {
  const accounts = new Map<string, [ProvenSession, ...ProvenSession[]]>();
  for (const proven of sessions) {
    const account = resolveAccount(aliases, proven.session);
    const key = account === null ? '' : accountKey(account);
    const known = accounts.get(key);
    if (known === undefined) accounts.set(key, [proven]);
    else known.push(proven);
  }
  return [...accounts.values()];
};

const makeEntry = (
  sessions: readonly [ProvenSession, ...ProvenSession[]],
  { at, aliases }: { readonly at: string; readonly aliases: DomainAliases },
): LoggedOnAccount => {
  const [first] = sessions;
  const provenUntil = latest(sessions.map(({ endedAfter }) => endedAfter));
  // A session whose proof ended before the time does not show since when the account was on.
  const since = (sessions.find(({ endedAfter }) => at <= endedAfter) ?? first).session.startedAt;
  return {
    account: resolveAccount(aliases, first.session),
    at,
    certainty: at <= provenUntil ? 'PROVEN' : 'POSSIBLE',
    since,
    provenUntil,
    sessions,
  };
};

/** An unknown type counts as a person at the host. */
const hasOnlyNetworkLogons = ({ sessions }: LoggedOnAccount): boolean =>
  sessions.every(({ session }) => session.loginType === 'REMOTE');

const byRank = (a: LoggedOnAccount, b: LoggedOnAccount): number =>
  Number(hasOnlyNetworkLogons(a)) - Number(hasOnlyNetworkLogons(b)) || compareTexts(a.since, b.since);

/** Finds the liveliest state of the sessions of an account. */
export const findLoggedOnState = async (
  db: RequestDatabase,
  { sessions, at }: LoggedOnAccount,
): Promise<LiveState> => {
  const states = await Promise.all(sessions.map(async (proven) => findProvenState(db, proven, at)));
  return LIVE_STATES.find((state) => states.includes(state)) ?? 'UNKNOWN';
};

/** The known login types of the sessions of an account. */
export const loginTypesOf = ({ sessions }: LoggedOnAccount): readonly LoginType[] =>
  LOGIN_TYPES.filter((type) => sessions.some(({ session }) => session.loginType === type));
