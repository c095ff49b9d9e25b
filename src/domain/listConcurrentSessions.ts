import { resolveAccount } from '../model/domainAliases.ts';
import { ofAccount, onHost, withoutNoise } from '../model/filter/pivot.ts';
import type { Predicate } from '../model/filter/predicate.ts';
import { presentWithin, silenceFor } from '../model/hunts/presence.ts';
import type { StoredSession } from '../model/session/session.ts';
import { NEVER } from '../model/session/sessionRank.ts';

import type { ListContext } from './listContext.ts';
import { listSessions } from './listSessions.ts';
import type { SessionListRequest, SessionPage } from './listSessions.ts';
import { findHuntEnd } from './sessionStates.ts';

type Request = SessionListRequest & {
  readonly sharing: 'HOST' | 'ACCOUNT';
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

/**
 * Lists the other sessions on the host or of the account of a session that are open at some moment at which it is open, too; by huntEnd unless
 * `includeUnknown` is true. Cursors stay valid when an open session gets more events, which move its end.
 */
export const listConcurrentSessions = async (
  context: ListContext,
  session: StoredSession,
  { sharing, includeUnknown, excludeNoise, ...request }: Request,
): Promise<SessionPage> => {
  const { db } = context;
  const { hostname, startedAt, startUuid } = session;
  const account = resolveAccount(db.aliases, session);
  const shared = sharing === 'HOST' ? onHost(hostname) : account && ofAccount(account);
  const until = await findHuntEnd(db, session, { until: NEVER, includeUnknown });
  // An unknown account, or a session that is open at no time, matches nothing: an empty `or` is false.
  if (shared === null || startedAt === until)
    return listSessions(context, request, { where: [{ kind: 'or', of: [] }] });
  const where: readonly Predicate[] = [
    shared,
    ...presentWithin({ from: startedAt, until }, silenceFor({ includeUnknown }, db.silenceUs)),
    { kind: 'otherThan', startedAt, startUuid },
    ...withoutNoise(excludeNoise),
  ];
  const identity = [hostname, startedAt, startUuid, sharing, includeUnknown, excludeNoise];
  return listSessions(context, request, { where, identity });
};
