import type { EventMatch } from './eventMatch.ts';
import { parseRange } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** The parameters as a client gives them. */
export type LocalAccountLoginsInput = { readonly range: RangeInput; readonly excludeNoise: boolean };

/** The parameters as they are used. */
export type LocalAccountLoginsParameters = { readonly range: TimeRange; readonly excludeNoise: boolean };

/** A login over the network with an account of the host itself. */
export type LocalAccountLogins = EventMatch<'LOGIN'>;

/** @throws Refusal that names the parameter. */
export const parseLocalAccountLogins = ({
  range,
  excludeNoise,
}: LocalAccountLoginsInput): LocalAccountLoginsParameters => ({ range: parseRange(range), excludeNoise });
