import type { LoginType } from '../action.ts';

import type { Predicate } from './predicate.ts';

/** Logins of those who were let in. */
export const LET_IN: readonly Predicate[] = [
  { kind: 'in', field: 'action', values: ['LOGIN'] },
  { kind: 'in', field: 'loginSuccessful', values: [true] },
];

/** Of whom it is known who they are. */
export const OF_SOMEBODY: Predicate = { kind: 'not', of: { kind: 'isNull', field: 'user' } };

/** Of these types, or of any when they are null. */
export const ofTypes = (loginTypes: readonly LoginType[] | null): readonly Predicate[] =>
  loginTypes === null ? [] : [{ kind: 'in', field: 'loginType', values: loginTypes }];

/** Events in a half-open range of time. */
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
