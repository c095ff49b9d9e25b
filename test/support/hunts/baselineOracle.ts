import { different, lengthOf, micros } from './huntOracle.ts';
import type { Range } from './huntOracle.ts';

type BaselineParameters = {
  readonly range: Range;
  readonly lookback: string;
  readonly minCoverage: number;
};

type Timed = { readonly hostname: string; readonly time: string };

const DAY = 24n * 60n * 60n * 1_000_000n;
/** SILENCE of the tests. */
const SILENCE = DAY;

/** The times of a host's facts, in order. */
export const timesOn = (facts: readonly Timed[], hostname: string): readonly string[] =>
  different(facts.filter((fact) => fact.hostname === hostname).map(({ time }) => time)).toSorted();

/** The share of the days before the range on which there is a fact, or a silence between two facts that is not too long. */
export const baselineOf = (
  times: readonly string[],
  { range, lookback, minCoverage }: BaselineParameters,
): { readonly status: string; readonly coverage: number } => {
  const until = micros(range.from);
  const begin = until - lengthOf(lookback);
  const at = times.map(micros);
  let days = 0;
  let covered = 0;
  for (let end = until; end > begin; end -= DAY) {
    const start = end - DAY > begin ? end - DAY : begin;
    const hasFact = at.some((time) => time >= start && time < end);
    const before = at.findLast((time) => time < start);
    const after = at.find((time) => time >= end);
    const isBetween = before !== undefined && after !== undefined && after - before <= SILENCE;
    days += 1;
    if (hasFact || isBetween) covered += 1;
  }
  const coverage = covered / days;
  return { status: coverage >= minCoverage ? 'COVERED' : 'INSUFFICIENT_BASELINE', coverage };
};
