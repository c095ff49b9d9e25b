import type { Account } from '../account.ts';
import type { StoredSession } from '../session/session.ts';
import { NEVER } from '../session/sessionRank.ts';

import type { Predicate } from './predicate.ts';

/** What happened on a host, events or sessions. */
export const onHost = (hostname: string): Predicate => ({
  kind: 'in',
  field: 'hostname',
  values: [hostname],
});

/** What is of an account: in a filter a user without a domain is that name in any domain, here in none. */
export const ofAccount = ({ userDomain, userName }: Account): Predicate => {
  // Written out, so that an account makes one list, with one kind of cursor, however it was come by.
  const user: Predicate = { kind: 'userIn', users: [{ userDomain, userName }] };
  return userDomain === null ? { kind: 'and', of: [user, { kind: 'isNull', field: 'userDomain' }] } : user;
};

/** Other sessions that overlap a session in time. */
export const overlappingSessions = ({ startedAt, startUuid, endedAt }: StoredSession): Predicate => ({
  kind: 'and',
  of: [
    { kind: 'overlaps', from: startedAt, until: endedAt ?? NEVER },
    { kind: 'otherThan', startedAt, startUuid },
  ],
});

/** Neither machine accounts nor SYSTEM, services and anonymous logons, unless they are asked for. */
export const withoutNoise = (excludeNoise: boolean): readonly Predicate[] =>
  excludeNoise ? [{ kind: 'not', of: { kind: 'noise' } }] : [];
