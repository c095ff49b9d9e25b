import type { LoginType } from '../action.ts';

import type { Match } from './collectMatches.ts';
import { parseCount, parseLoginTypes, parseRange, refuse } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** Whose sessions are counted together. */
export type ConcurrencyKey = 'USER' | 'HOST';

/** What of sessions is counted: different hosts, users, or addresses that they come from. */
export type ConcurrencyTrait = 'HOST' | 'USER' | 'SRC_IP';

/** The parameters as a client gives them. */
export type ConcurrentSessionsInput = {
  readonly range: RangeInput;
  readonly key: ConcurrencyKey;
  readonly minPeak: number;
  readonly distinct?: ConcurrencyTrait | null | undefined;
  readonly loginTypes?: readonly LoginType[] | null | undefined;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used; without a trait the sessions themselves are counted. */
export type ConcurrentSessionsParameters = {
  readonly range: TimeRange;
  readonly key: ConcurrencyKey;
  readonly minPeak: number;
  readonly distinct: ConcurrencyTrait | null;
  readonly loginTypes: readonly LoginType[] | null;
  readonly excludeNoise: boolean;
};

/** Sessions of one user, or on one host, that were open at once. */
export type ConcurrentSessions = Match & {
  /** An accountKey or a hostname. */
  readonly key: string;
  readonly by: ConcurrencyKey;
  readonly from: string;
  readonly until: string;
  readonly peak: number;
  readonly peakAt: string;
  readonly sessionCount: number;
  readonly distinctCount: number;
};

/** @throws Refusal that names the parameter. */
export const parseConcurrentSessions = (input: ConcurrentSessionsInput): ConcurrentSessionsParameters => {
  const { key, distinct = null, excludeNoise } = input;
  if (distinct === key) {
    throw refuse('distinct', 'is what the sessions are counted by; leave it out, or give another one');
  }
  return {
    range: parseRange(input.range),
    key,
    minPeak: parseCount(input.minPeak, 'minPeak', { least: 2, most: 1_000_000 }),
    distinct,
    loginTypes: parseLoginTypes(input.loginTypes),
    excludeNoise,
  };
};
