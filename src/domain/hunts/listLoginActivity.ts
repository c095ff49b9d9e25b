import { selectTopUsers } from '../../db/hunts/selectTopUsers.ts';

import { LET_IN, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import { makeEventMatch } from '../../model/hunts/eventMatch.ts';
import { parseLoginActivity } from '../../model/hunts/loginActivity.ts';
import type {
  LoginActivity,
  LoginActivityInput,
  LoginActivityParameters,
  TopUser,
} from '../../model/hunts/loginActivity.ts';
import { parsePage } from '../../model/page.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';

import { listEventMatches } from './listEventMatches.ts';
import { refuseSlow } from './listMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type LoginActivityPage = HuntPage<LoginActivity, LoginActivityParameters> & {
  readonly excluded: readonly TopUser[];
};
export type LoginActivityEdge = HuntEdge<LoginActivity>;

/**
 * CAR-2013-10-001: logins of users who are not among the most frequent ones of the range.
 *
 * A user who has as many logins as the last of those is excluded too: whom of them a count leaves out would be chance. A login of a user who
 * is not known is of none of them, so it is shown.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listLoginActivity = async (
  context: ListContext,
  input: LoginActivityInput & PageArguments,
): Promise<LoginActivityPage> => {
  const parameters = parseLoginActivity(input);
  parsePage(input);
  const { range, excludeTopUsers, excludeNoise } = parameters;
  const logins = [...within(range), ...LET_IN, ...withoutNoise(excludeNoise)];
  const excluded = await selectTopUsers(context.reader, logins, excludeTopUsers).catch(refuseSlow);
  const accounts = excluded.map(({ account }) => account);
  const page = await listEventMatches(
    context,
    {
      name: 'loginActivity',
      parameters,
      action: 'LOGIN',
      where: [...logins, { kind: 'not', of: { kind: 'accountIn', accounts } }],
      makeMatch: makeEventMatch,
    },
    input,
  );
  return Object.assign(page, { excluded });
};
