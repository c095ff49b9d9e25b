import { DEFAULT_COST_LIMITS } from '../http/cost/limits.ts';
import type { CostLimits } from '../http/cost/limits.ts';

import type { ReadSetting } from './readSetting.ts';
import { NONE, wholeNumber } from './settingKinds.ts';
import type { Kind } from './settingKinds.ts';

const MEBIBYTE = 1_048_576;
/** Far above the cost of any query that a machine can answer. */
const MOST = 1_000_000_000;
/** The default budget per minute allows this many queries of the highest cost; an importer at full speed needs a fraction of it. */
const QUERIES_PER_MINUTE = 4;

/** `perMinute` is undefined when it is not set: the default then depends on the access mode. */
type CostSettings = Omit<CostLimits, 'perMinute'> & { readonly perMinute: number | undefined };

/** Reads the limits of cost. */
export const readCostSettings = (
  setting: ReadSetting,
  addProblem: (problem: string) => void,
): CostSettings => {
  const { perRequest: most, maxResponseBytes: largest } = DEFAULT_COST_LIMITS;
  const perRequest = setting('COST_LIMIT', String(most), wholeNumber(1, MOST));
  const perMinute = setting('COST_PER_MINUTE', NONE, orNone(wholeNumber(0, MOST)));
  const mebibytes = setting('MAX_RESPONSE_MIB', String(largest / MEBIBYTE), wholeNumber(1, 400));
  // null: already reported as a problem.
  if (perMinute && perRequest !== null && perMinute < perRequest) {
    addProblem(
      'COST_PER_MINUTE is below COST_LIMIT, so a single query could cost more than the budget of a minute: raise COST_PER_MINUTE, or lower COST_LIMIT.',
    );
  }
  return { perRequest, perMinute, maxResponseBytes: mebibytes * MEBIBYTE };
};

/** Applies the defaults. A server that only this machine can reach has no budget by default, because there are no other callers to protect. */
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
