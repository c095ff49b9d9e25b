import { formatAccount } from '../account.ts';
import type { Account } from '../account.ts';
import { at, parseList } from '../filter/comparators.ts';
import { parseUser } from '../values/user.ts';

import type { Match } from './collectMatches.ts';
import { parseCount, parseRange, parseWindow } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** The parameters as a client gives them. */
export type MultiHostLoginsInput = {
  readonly range: RangeInput;
  readonly window: unknown;
  readonly minHosts: number;
  readonly excludeUsers?: readonly string[] | null | undefined;
  readonly remoteOnly: boolean;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used. */
export type MultiHostLoginsParameters = {
  readonly range: TimeRange;
  readonly window: string;
  readonly minHosts: number;
  /** Folded; one without a domain is that name in any. */
  readonly excludeUsers: readonly string[] | null;
  readonly remoteOnly: boolean;
  readonly excludeNoise: boolean;
};

/** A user who logged in to several hosts. */
export type MultiHostLogins = Match & {
  readonly account: Account;
  readonly hostCount: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly eventCount: number;
  readonly peak: number;
};

/** @throws Refusal that names the parameter. */
export const parseMultiHostLogins = (input: MultiHostLoginsInput): MultiHostLoginsParameters => {
  const range = parseRange(input.range);
  return {
    range,
    window: parseWindow(input.window, 'window', range),
    minHosts: parseCount(input.minHosts, 'minHosts', { least: 2, most: 1_000_000 }),
    excludeUsers: input.excludeUsers ? parseList(input.excludeUsers, 'excludeUsers', parseFoldedUser) : null,
    remoteOnly: input.remoteOnly,
    excludeNoise: input.excludeNoise,
  };
};

const parseFoldedUser = (value: unknown, path: string): string =>
  formatAccount(at(path, () => parseUser(value)));
