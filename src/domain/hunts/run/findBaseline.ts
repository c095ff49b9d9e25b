import { selectCoveredDays } from '../../../db/hunts/selectCoveredDays.ts';

import { lengthUs } from '../../../model/hunts/parameters.ts';
import type { TimeRange } from '../../../model/hunts/parameters.ts';
import { shiftTime } from '../../../model/values/time.ts';

import type { ListContext } from '../../listContext.ts';
import { findKeptFrom } from '../../sessionStates.ts';

/** The parameters of a hunt that compares a range with the time before it. */
export type BaselineParameters = {
  readonly range: TimeRange;
  readonly lookback: string;
  /** The least coverage from which on something new is a finding. */
  readonly minCoverage: number;
};

/** The coverage of a host in a baseline: the share of its days on which the host has facts. */
export type Baseline = {
  readonly status: 'COVERED' | 'INSUFFICIENT_BASELINE';
  readonly coverage: number;
};

const DAY_US = 86_400_000_000;

/** The time before the range to compare it with, half-open. */
export const baselineRange = ({
  range,
  lookback,
}: Pick<BaselineParameters, 'range' | 'lookback'>): TimeRange => ({
  from: shiftTime(range.from, -lengthUs(lookback)),
  until: range.from,
});

/**
 * Finds the coverage of a host. A day has 24 hours and ends at the start of the range or a whole number of days before it; the first day of
 * the baseline may be shorter. It counts if the host recorded a fact on it, or facts before and after it without a silence longer than
 * SILENCE, which for a whole day and a SILENCE of up to 24 hours is the same. Days of which retention dropped all events do not count: their
 * logins are gone.
 */
export const findBaseline = async (
  { db }: Pick<ListContext, 'db'>,
  parameters: BaselineParameters,
  hostname: string,
): Promise<Baseline> => {
  const { from, until } = baselineRange(parameters);
  const keptFrom = await findKeptFrom(db);
  const kept = { hostname, from: keptFrom > from ? keptFrom : from, until };
  const days = kept.from < until ? await selectCoveredDays(db, kept) : 0;
  const coverage = days / Math.ceil(lengthUs(parameters.lookback) / DAY_US);
  return { status: coverage >= parameters.minCoverage ? 'COVERED' : 'INSUFFICIENT_BASELINE', coverage };
};
