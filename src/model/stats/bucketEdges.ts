import { Refusal } from '../refusal.ts';
import { NEVER } from '../session/sessionRank.ts';
import { formatTime } from '../values/time.ts';

import type { TimeBucket } from './timeBucket.ts';

/** The range to cover with buckets: half-open, canonical. */
export type FilledRange = { readonly from: string; readonly until: string };

const MAX_BUCKETS = 10_000;
/** No clock is set back by more than this. A time that the clock shows this long before a range may be shown again within the range. */
const LARGEST_CHANGE_MS = 86_400_000;
/** More than the number of edges in that time, which are removed again. */
const MAX_SPARE = 100_000;

/**
 * Lists where buckets begin, and where the last one ends, so that they cover a range without a gap: the first one begins at or before its
 * start, the last one ends at or after its end. An empty range has no buckets.
 *
 * A bucket begins whenever the clock of the zone shows a multiple of the length. If the clock is set forward over a multiple, the bucket
 * begins when it is set. So buckets can differ in length: a day of 23 or 25 hours is one bucket.
 *
 * @throws Refusal TOO_MANY_BUCKETS for more than 10,000.
 */
export const listBucketEdges = (bucket: TimeBucket, { from, until }: FilledRange): readonly string[] => {
  if (from >= until) return [];
  const fromMs = toMilliseconds(from, 'FLOOR');
  const untilMs = toMilliseconds(until, 'CEIL');
  const edges = new Set<number>();
  let index = bucket.indexAt(bucket.clock.wallAt(fromMs) - LARGEST_CHANGE_MS);
  for (let first = Number.NEGATIVE_INFINITY; first < untilMs; index += 1) {
    const instants = bucket.clock.listInstants(bucket.wallAt(index));
    first = instants[0] ?? untilMs;
    for (const instant of bucket.beginning === 'EACH' ? instants : [first]) edges.add(instant);
    if (edges.size > MAX_BUCKETS + MAX_SPARE) throw refuse();
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const start = sorted.findLastIndex((edge) => edge <= fromMs);
  const end = sorted.findIndex((edge) => edge >= untilMs);
  if (end - start > MAX_BUCKETS) throw refuse();
  return sorted.slice(start, end + 1).map(formatEdge);
};

/** A response with this many buckets has about ten megabytes. */
const MAX_CELLS = 100_000;

/** @throws Refusal TOO_MANY_BUCKETS if the groups have more than 100,000 buckets in total. */
export const checkCells = (buckets: number, groups: number): void => {
  if (buckets * groups <= MAX_CELLS) return;
  throw new Refusal(
    'TOO_MANY_BUCKETS',
    `${groups} groups of ${buckets} buckets are more than ${MAX_CELLS}; request fewer groups with first, or make bucket.every longer.`,
    'first',
  );
};

const toMilliseconds = (time: string, rounding: 'FLOOR' | 'CEIL'): number => {
  const ms = Date.parse(`${time.slice(0, 23)}Z`);
  return rounding === 'CEIL' && time.slice(23, 26) !== '000' ? ms + 1 : ms;
};

/** NEVER is the latest time that canonical text can represent. */
const formatEdge = (edgeMs: number): string => (edgeMs > Date.parse(NEVER) ? NEVER : formatTime(edgeMs));

const refuse = (): Refusal =>
  new Refusal(
    'TOO_MANY_BUCKETS',
    `bucket.every makes more than ${MAX_BUCKETS} buckets of the range; make it longer, or bound the time in the filter.`,
    'bucket.every',
  );
