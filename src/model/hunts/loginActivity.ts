import type { Account } from '../account.ts';

import type { EventMatch } from './eventMatch.ts';
import { parseCount, parseRange } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** The parameters as a client gives them. */
export type LoginActivityInput = {
  readonly range: RangeInput;
  readonly excludeTopUsers: number;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used. */
export type LoginActivityParameters = {
  readonly range: TimeRange;
  readonly excludeTopUsers: number;
  readonly excludeNoise: boolean;
};

/** A login of a user who is not among the most frequent. */
export type LoginActivity = EventMatch<'LOGIN'>;

/** One of the most frequent users. */
export type TopUser = { readonly account: Account; readonly loginCount: number };

/** @throws Refusal that names the parameter. */
export const parseLoginActivity = ({
  range,
  excludeTopUsers,
  excludeNoise,
}: LoginActivityInput): LoginActivityParameters => ({
  range: parseRange(range),
  excludeTopUsers: parseCount(excludeTopUsers, 'excludeTopUsers', { least: 0, most: 1_000_000 }),
  excludeNoise,
});
