import type { EventMatch } from './eventMatch.ts';
import { parseLengthUpTo, parseRange } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** The parameters as a client gives them. */
export type ReconnectWithoutLoginInput = {
  readonly range: RangeInput;
  readonly window: unknown;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used. */
export type ReconnectWithoutLoginParameters = {
  readonly range: TimeRange;
  readonly window: string;
  readonly excludeNoise: boolean;
};

/** A reconnect that no login goes with. */
export type ReconnectWithoutLogin = EventMatch<'RECONNECT'>;

const LONGEST = 'P1D';

/** @throws Refusal that names the parameter. */
export const parseReconnectWithoutLogin = ({
  range,
  window,
  excludeNoise,
}: ReconnectWithoutLoginInput): ReconnectWithoutLoginParameters => ({
  range: parseRange(range),
  window: parseLengthUpTo(LONGEST, window, 'window'),
  excludeNoise,
});
