import type { LoginType } from '../action.ts';

import type { Match } from './collectMatches.ts';
import { parseCount, parseLoginTypes, parseRange, parseWindow } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** WINDOW: users who logged in within a window. OVERLAP: users whose sessions were open at once. */
export type SimultaneityMode = 'WINDOW' | 'OVERLAP';

/** The parameters as a client gives them. */
export type SimultaneousLoginsInput = {
  readonly range: RangeInput;
  readonly window: unknown;
  readonly minUsers: number;
  readonly loginTypes?: readonly LoginType[] | null | undefined;
  readonly mode: SimultaneityMode;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used; the window is null where it is not. */
export type SimultaneousLoginsParameters = {
  readonly range: TimeRange;
  readonly window: string | null;
  readonly minUsers: number;
  readonly loginTypes: readonly LoginType[] | null;
  readonly mode: SimultaneityMode;
  readonly excludeNoise: boolean;
};

/** Several users on one host at once, or nearly. */
export type SimultaneousLogins = Match & {
  readonly hostname: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly userCount: number;
  readonly eventCount: number;
  readonly peak: number;
};

/** @throws Refusal that names the parameter. */
export const parseSimultaneousLogins = (input: SimultaneousLoginsInput): SimultaneousLoginsParameters => {
  const { mode, excludeNoise } = input;
  const range = parseRange(input.range);
  return {
    range,
    window: mode === 'WINDOW' ? parseWindow(input.window, 'window', range) : null,
    minUsers: parseCount(input.minUsers, 'minUsers', { least: 2, most: 1_000_000 }),
    loginTypes: parseLoginTypes(input.loginTypes),
    mode,
    excludeNoise,
  };
};
