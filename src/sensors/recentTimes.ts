import { makeRecentMap, getRecent, setRecent } from './recentMap.ts';
import type { RecentMap } from './recentMap.ts';

/**
 * Remembers when each of many keys was last met, in bounded memory, to answer: was this key met within some seconds of then?
 * Times may come in any order. A value with state: change it only through the functions here.
 */
export type RecentTimes = { readonly windowMs: number; readonly buckets: RecentMap<Span> };

/** The first and last time of a key within one bucket as long as the window. */
type Span = { readonly first: number; readonly last: number };

/** Makes an empty one that keeps the `capacity` to `2 * capacity` newest buckets. */
export const makeRecentTimes = (windowMs: number, capacity: number): RecentTimes => ({
  windowMs,
  buckets: makeRecentMap(capacity),
});

/** Notes that the key was met at that time. */
export const noteTime = ({ windowMs, buckets }: RecentTimes, key: string, timeMs: number): void => {
  const bucket = bucketKey(windowMs, key, timeMs);
  const span = getRecent(buckets, bucket);
  setRecent(buckets, bucket, {
    first: Math.min(span?.first ?? timeMs, timeMs),
    last: Math.max(span?.last ?? timeMs, timeMs),
  });
};

/** Whether the key was met within the window before or after that time, both ends included. */
export const isNear = ({ windowMs, buckets }: RecentTimes, key: string, timeMs: number): boolean =>
  // The window reaches into the bucket before and the one after, no further.
  [timeMs - windowMs, timeMs, timeMs + windowMs].some((inBucketMs) => {
    const span = getRecent(buckets, bucketKey(windowMs, key, inBucketMs));
    return span !== undefined && span.first <= timeMs + windowMs && span.last >= timeMs - windowMs;
  });

const bucketKey = (windowMs: number, key: string, timeMs: number): string =>
  `${Math.floor(timeMs / windowMs)} ${key}`;
