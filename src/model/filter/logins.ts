import type { LoginType } from '../action.ts';

import type { Predicate } from './predicate.ts';

/** Successful and failed logins. */
export const ALL_LOGINS: Predicate = { kind: 'in', field: 'action', values: ['LOGIN'] };

/** Successful logins. */
export const SUCCESSFUL_LOGINS: readonly Predicate[] = [
  ALL_LOGINS,
  { kind: 'in', field: 'loginSuccessful', values: [true] },
];

/** Failed logins. */
export const FAILED_LOGINS: readonly Predicate[] = [
  ALL_LOGINS,
  { kind: 'in', field: 'loginSuccessful', values: [false] },
];

/** Events that name a user. */
export const BY_KNOWN_USERS: Predicate = { kind: 'not', of: { kind: 'isNull', field: 'user' } };

/** Events with one of these login types; null allows any. */
export const ofTypes = (loginTypes: readonly LoginType[] | null): readonly Predicate[] =>
  loginTypes === null ? [] : [{ kind: 'in', field: 'loginType', values: loginTypes }];

/** Events in a half-open time range. */
export const within = ({
  from,
  until,
}: {
  readonly from: string;
  readonly until: string;
}): readonly Predicate[] => [
  { kind: 'from', field: 'time', time: from },
  { kind: 'until', field: 'time', time: until },
];
