import type { EventMatch } from './eventMatch.ts';
import { parseRange } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** The parameters as a client gives them. */
export type ReconnectFromNewSourceInput = { readonly range: RangeInput; readonly excludeNoise: boolean };

/** The parameters as they are used. */
export type ReconnectFromNewSourceParameters = {
  readonly range: TimeRange;
  readonly excludeNoise: boolean;
};

/** A reconnect from a source that its session did not have before. */
export type ReconnectFromNewSource = EventMatch<'RECONNECT'>;

/** @throws Refusal that names the parameter. */
export const parseReconnectFromNewSource = ({
  range,
  excludeNoise,
}: ReconnectFromNewSourceInput): ReconnectFromNewSourceParameters => ({
  range: parseRange(range),
  excludeNoise,
});
