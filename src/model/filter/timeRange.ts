import { shiftTime } from '../values/time.ts';

import type { Predicate, TimeField } from './predicate.ts';

/** The range to which a filter limits a time: half-open, canonical; null for no bound. */
export type PartialTimeRange = { readonly from: string | null; readonly until: string | null };

export const UNBOUNDED: PartialTimeRange = { from: null, until: null };

/** The range that contains the time of everything that a filter matches, regardless of its other conditions. */
export const timeRangeOf = (predicate: Predicate, field: TimeField, asOf: string): PartialTimeRange => {
  const conditions = conditionsOn(predicate, field);
  const froms = conditions.map((condition) => {
    if (condition.kind === 'last') return startOfLast(asOf, condition.durationMs);
    if (condition.kind === 'between') return condition.first.time;
    return condition.kind === 'from' ? condition.time : null;
  });
  const untils = conditions.map((condition) => {
    if (condition.kind === 'between') return shiftTime(condition.last.time, 1);
    return condition.kind === 'until' ? condition.time : null;
  });
  return { from: tightest(froms, (a, b) => a > b), until: tightest(untils, (a, b) => a < b) };
};

/** Whether a filter counts back from now. */
export const endsNow = (predicate: Predicate, field: TimeField): boolean =>
  conditionsOn(predicate, field).some(({ kind }) => kind === 'last');

/** The start of a `last` range that counts back from `asOf`. Both times are canonical. */
export const startOfLast = (asOf: string, durationMs: number): string =>
  shiftTime(asOf, -Math.round(durationMs * 1000));

type TimeCondition = Extract<Predicate, { readonly kind: 'from' | 'until' | 'last' | 'between' }>;

/** The conditions that hold for everything that the filter matches. */
const conditionsOn = (predicate: Predicate, field: TimeField): readonly TimeCondition[] => {
  switch (predicate.kind) {
    case 'and':
      return predicate.of.flatMap((part) => conditionsOn(part, field));
    case 'between':
      return field === 'time' ? [predicate] : [];
    case 'from':
    case 'until':
    case 'last':
      return predicate.field === field ? [predicate] : [];
    default:
      return [];
  }
};

/** The tightest bound; null stands for none. */
export const tightest = <Bound>(
  bounds: readonly (Bound | null)[],
  isTighter: (a: Bound, b: Bound) => boolean,
): Bound | null =>
  bounds.reduce(
    (best, bound) => (bound !== null && (best === null || isTighter(bound, best)) ? bound : best),
    null,
  );
