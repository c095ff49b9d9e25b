import { getRecent, isEmpty, makeRecentMap, setRecent } from './recentMap.ts';
import type { RecentMap } from './recentMap.ts';

/**
 * The recent times of many keys, in bounded memory. They answer whether a key was noted within some seconds of a given time.
 * Times may be noted in any order. Mutable; changed only by the functions in this file.
 */
export type RecentTimes = { readonly windowMs: number; readonly buckets: RecentMap<Span> };

/** The first and last time of a key within one bucket. A bucket is as long as the window. */
type Span = { readonly first: number; readonly last: number };

/** Keeps the `capacity` to `2 * capacity` newest buckets. */
export const makeRecentTimes = (windowMs: number, capacity: number): RecentTimes => ({
  windowMs,
  buckets: makeRecentMap(capacity),
});

export const noteTime = ({ windowMs, buckets }: RecentTimes, key: string, timeMs: number): void => {
  const bucket = bucketKey(windowMs, key, timeMs);
  const span = getRecent(buckets, bucket);
  setRecent(buckets, bucket, {
    first: Math.min(span?.first ?? timeMs, timeMs),
    last: Math.max(span?.last ?? timeMs, timeMs),
  });
};

/** Whether the key was noted within the window before or after that time, both ends included. */
export const isNear = ({ windowMs, buckets }: RecentTimes, key: string, timeMs: number): boolean =>
  !isEmpty(buckets) &&
  // The window extends into the previous and the next bucket only.
  [timeMs - windowMs, timeMs, timeMs + windowMs].some((inBucketMs) => {
    const span = getRecent(buckets, bucketKey(windowMs, key, inBucketMs));
    return span !== undefined && span.first <= timeMs + windowMs && span.last >= timeMs - windowMs;
  });

const bucketKey = (windowMs: number, key: string, timeMs: number): string =>
  `${Math.floor(timeMs / windowMs)} ${key}`;
