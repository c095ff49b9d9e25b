import { DEFAULT_COST_LIMITS } from '../http/cost/limits.ts';
import type { CostLimits } from '../http/cost/limits.ts';

import type { ReadSetting } from './readSetting.ts';
import { NONE, wholeNumber } from './settingKinds.ts';
import type { Kind } from './settingKinds.ts';

const MEBIBYTE = 1_048_576;
/** Far above what any machine answers. */
const MOST = 1_000_000_000;
/** How many of the costliest queries a caller may ask at once; an importer at full speed sends a fraction of that in a minute. */
const QUERIES_PER_MINUTE = 4;

/** `perMinute` is undefined when it is not set: whether there is a budget then depends on who gets in. */
type CostSettings = Omit<CostLimits, 'perMinute'> & { readonly perMinute: number | undefined };

/** Reads what requests may cost. */
export const readCostSettings = (
  setting: ReadSetting,
  addProblem: (problem: string) => void,
): CostSettings => {
  const { perRequest: most, maxResponseBytes: largest } = DEFAULT_COST_LIMITS;
  const perRequest = setting('COST_LIMIT', String(most), wholeNumber(1, MOST));
  const perMinute = setting('COST_PER_MINUTE', NONE, orNone(wholeNumber(0, MOST)));
  const mebibytes = setting('MAX_RESPONSE_MIB', String(largest / MEBIBYTE), wholeNumber(1, 400));
  // null: is a problem already.
  if (perMinute && perRequest !== null && perMinute < perRequest) {
    addProblem(
      'COST_PER_MINUTE is below COST_LIMIT, so that one query could take more than a minute gives: raise it, or lower COST_LIMIT.',
    );
  }
  return { perRequest, perMinute, maxResponseBytes: mebibytes * MEBIBYTE };
};

/** Who is alone with the server has no budget, unless it is set: there is nobody to leave something for. */
export const limitCosts = (
  { perMinute, ...limits }: CostSettings,
  access: 'LOCAL' | 'OPEN' | 'GUARDED',
): CostLimits => {
  const unset = access === 'LOCAL' ? 0 : QUERIES_PER_MINUTE * limits.perRequest;
  return { ...limits, perMinute: (perMinute ?? unset) || null };
};

const orNone = <T>({ parse, expected }: Kind<T>): Kind<T | undefined> => ({
  expected,
  parse: (text) => (text === NONE ? undefined : parse(text)),
});
