import { selectSessions } from '../db/selectSessions.ts';

import type { LoginType } from '../model/action.ts';
import { accountKey, accountOf } from '../model/account.ts';
import type { Account } from '../model/account.ts';
import { onHost, withoutNoise } from '../model/filter/pivot.ts';
import type { Host } from '../model/host.ts';
import type { StoredSession } from '../model/session/session.ts';

import type { ListContext } from './listContext.ts';

/** A host, a time and which logons to include. */
export type LoggedOnRequest = {
  readonly hostname: string;
  readonly at: string;
  readonly loginTypes: readonly LoginType[] | null;
  readonly excludeNoise: boolean;
};

/** The accounts logged on to a host at a given time. */
export type LoggedOn = LoggedOnRequest & {
  readonly accounts: readonly LoggedOnAccount[];
  readonly truncated: boolean;
};

/** An account with its sessions at that time, earliest start first. */
export type LoggedOnAccount = {
  readonly account: Account | null;
  readonly at: string;
  readonly sessions: readonly StoredSession[];
};

const MAX_SESSIONS = 10_000;

/** Finds the accounts that were logged on to a host at a given time, one entry per account, longest logged on first. */
export const findLoggedOn = async (
  { db }: Pick<ListContext, 'db'>,
  request: LoggedOnRequest,
): Promise<LoggedOn> => {
  const { hostname, at, loginTypes, excludeNoise } = request;
  const sessions = await selectSessions(db, {
    predicate: {
      kind: 'and',
      of: [
        onHost(hostname),
        { kind: 'activeAt', time: at },
        ...(loginTypes === null ? [] : [{ kind: 'in', field: 'loginType', values: loginTypes } as const]),
        ...withoutNoise(excludeNoise),
      ],
    },
    asOf: at,
    field: 'STARTED',
    scan: 'ASCENDING',
    after: null,
    before: null,
    limit: MAX_SESSIONS + 1,
  });
  const truncated = sessions.length > MAX_SESSIONS;
  return { ...request, accounts: byAccount(sessions.slice(0, MAX_SESSIONS), at), truncated };
};

const byAccount = (sessions: readonly StoredSession[], at: string): readonly LoggedOnAccount[] => {
  const accounts = new Map<string, LoggedOnAccount & { readonly sessions: StoredSession[] }>();
  for (const session of sessions) {
    const account = accountOf(session);
    const key = account === null ? '' : accountKey(account);
    const entry = accounts.get(key) ?? { account, at, sessions: [] };
    entry.sessions.push(session);
    accounts.set(key, entry);
  }
  return [...accounts.values()];
};

export type Coverage = 'COVERED' | 'BEFORE_FIRST_EVENT' | 'AFTER_LAST_EVENT';

/** Compares a time with the first and the last event of a host. */
export const coverageOf = (at: string, host: Host | null): Coverage => {
  const { firstSeenAt = null, lastSeenAt = null } = host ?? {};
  if (firstSeenAt === null || lastSeenAt === null || at < firstSeenAt) return 'BEFORE_FIRST_EVENT';
  return at > lastSeenAt ? 'AFTER_LAST_EVENT' : 'COVERED';
};
