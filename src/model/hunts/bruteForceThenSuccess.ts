import type { Account } from '../account.ts';
import type { EventKey } from '../sessionEvent.ts';

import type { Match } from './collectMatches.ts';
import { parseCount, parseRange, parseWindow } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** What failures and the success have in common. */
export type BruteForceKey = 'SRC_IP' | 'SRC_IP_HOST' | 'SRC_IP_USER' | 'USER_HOST' | 'USER';

/** The parameters as a client gives them. */
export type BruteForceThenSuccessInput = {
  readonly range: RangeInput;
  readonly key: BruteForceKey;
  readonly minFailures: number;
  readonly window: unknown;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used. */
export type BruteForceThenSuccessParameters = {
  readonly range: TimeRange;
  readonly key: BruteForceKey;
  readonly minFailures: number;
  readonly window: string;
  readonly excludeNoise: boolean;
};

/** A success after many failures; of its key what the key is made of, null for the rest. */
export type BruteForceThenSuccess = Match & {
  readonly srcIp: string | null;
  readonly hostname: string | null;
  readonly account: Account | null;
  readonly failureCount: number;
  readonly distinctUsersTried: number;
  readonly firstFailureAt: string;
  readonly succeededAt: string;
  readonly success: EventKey;
};

/** @throws Refusal that names the parameter. */
export const parseBruteForceThenSuccess = (
  input: BruteForceThenSuccessInput,
): BruteForceThenSuccessParameters => {
  const range = parseRange(input.range);
  return {
    range,
    key: input.key,
    minFailures: parseCount(input.minFailures, 'minFailures', { least: 1, most: 1_000_000 }),
    window: parseWindow(input.window, 'window', range),
    excludeNoise: input.excludeNoise,
  };
};
