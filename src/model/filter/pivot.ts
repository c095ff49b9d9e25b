import type { Account } from '../account.ts';

import type { Predicate } from './predicate.ts';

/** The events or sessions on a host. */
export const onHost = (hostname: string): Predicate => ({
  kind: 'in',
  field: 'hostname',
  values: [hostname],
});

/** The events from an address. */
export const fromAddress = (srcIp: string): Predicate => ({ kind: 'in', field: 'srcIp', values: [srcIp] });

/** The events or sessions with a login id. */
export const withLoginId = (loginId: string): Predicate => ({
  kind: 'in',
  field: 'loginId',
  values: [loginId],
});

/** The events or sessions of an account. In a filter, a user without a domain matches any domain; here it matches only users without one. */
export const ofAccount = ({ userDomain, userName }: Account): Predicate => {
  // The members are copied, so that an account always has the same list and the same cursors, however it was obtained.
  const user: Predicate = { kind: 'userIn', users: [{ userDomain, userName }] };
  return userDomain === null ? { kind: 'and', of: [user, { kind: 'isNull', field: 'userDomain' }] } : user;
};

/** The events or sessions of users with this name in any domain. */
export const named = (userName: string): Predicate => ({
  kind: 'userIn',
  users: [{ userDomain: null, userName }],
});

/** Excludes machine accounts, SYSTEM, services and anonymous logons if requested. */
export const withoutNoise = (excludeNoise: boolean): readonly Predicate[] =>
  excludeNoise ? [{ kind: 'not', of: { kind: 'noise' } }] : [];
