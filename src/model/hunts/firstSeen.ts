import type { LoginType } from '../action.ts';
import { parseList } from '../filter/comparators.ts';

import type { Match } from './collectMatches.ts';
import type { KeyTraits, LoginTrait } from './loginTraits.ts';
import { parseLength, parseRange } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** What a combination is made of. */
export const SEEN_TRAITS = [
  'USER',
  'HOST',
  'SRC_IP',
  'SRC_NETWORK',
  'LOGIN_TYPE',
] as const satisfies readonly (LoginTrait | 'LOGIN_TYPE')[];

export type SeenTrait = (typeof SEEN_TRAITS)[number];

/** The parameters as a client gives them. */
export type FirstSeenInput = {
  readonly range: RangeInput;
  readonly tuple: readonly SeenTrait[];
  readonly lookback: unknown;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used. */
export type FirstSeenParameters = {
  readonly range: TimeRange;
  readonly tuple: readonly SeenTrait[];
  readonly lookback: string;
  readonly excludeNoise: boolean;
};

/** What is new: null for what is not asked for, and for what its logins do not say. */
export type Combination = KeyTraits & { readonly loginType: LoginType | null };

/** Logins of a combination that was not there before. */
export type FirstSeen = Match &
  Combination & {
    /** Where the first login was, and since when that host's events would have to be there. */
    readonly baseline: { readonly hostname: string; readonly from: string };
    readonly firstAt: string;
    readonly lastAt: string;
    readonly loginCount: number;
  };

/** @throws Refusal that names the parameter. */
export const parseFirstSeen = ({
  range,
  tuple,
  lookback,
  excludeNoise,
}: FirstSeenInput): FirstSeenParameters => {
  const traits = new Set(parseList(tuple, 'tuple', (trait) => trait));
  return {
    range: parseRange(range),
    tuple: SEEN_TRAITS.filter((trait) => traits.has(trait)),
    lookback: parseLength(lookback, 'lookback'),
    excludeNoise,
  };
};
