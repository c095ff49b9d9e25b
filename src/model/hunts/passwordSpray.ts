import type { Evidence } from './evidence.ts';
import type { Match } from './collectMatches.ts';
import type { KeyTraits } from './loginTraits.ts';
import { parseCount, parseRange, parseWindow } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** Where the failures come from or, since half of real ones do not say that, where they happen. */
export type SprayKey = 'SRC_IP' | 'SRC_NETWORK' | 'HOST';

/** The parameters as a client gives them. */
export type PasswordSprayInput = {
  readonly range: RangeInput;
  readonly key: SprayKey;
  readonly window: unknown;
  readonly minUsers: number;
  readonly maxFailuresPerUser: number;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used. */
export type PasswordSprayParameters = {
  readonly range: TimeRange;
  readonly key: SprayKey;
  readonly window: string;
  readonly minUsers: number;
  readonly maxFailuresPerUser: number;
  readonly excludeNoise: boolean;
};

/** Failed logins of many users from one place; of its key what the key is made of, null for the rest. */
export type PasswordSpray = Match &
  Omit<KeyTraits, 'account'> & {
    readonly firstAt: string;
    readonly lastAt: string;
    readonly userCount: number;
    readonly failureCount: number;
    readonly peak: number;
    /** Successful logins from the same place meanwhile and for an hour after. */
    readonly successes: Evidence;
  };

/** @throws Refusal that names the parameter. */
export const parsePasswordSpray = (input: PasswordSprayInput): PasswordSprayParameters => {
  const range = parseRange(input.range);
  return {
    range,
    key: input.key,
    window: parseWindow(input.window, 'window', range),
    minUsers: parseCount(input.minUsers, 'minUsers', { least: 2, most: 1_000_000 }),
    maxFailuresPerUser: parseCount(input.maxFailuresPerUser, 'maxFailuresPerUser', {
      least: 1,
      most: 1_000_000,
    }),
    excludeNoise: input.excludeNoise,
  };
};
