/**
 * Remembers when each of many keys was last met, in bounded memory, to answer: was this key met within some seconds of then?
 * Times may come in any order. A value with state: change it only through the functions here.
 */
export type RecentTimes = {
  readonly windowMs: number;
  readonly capacity: number;
  /** Two generations; when the newer is full the older is forgotten. */
  newer: Map<string, Span>;
  older: Map<string, Span>;
};

/** The first and last time of a key within one stretch as long as the window. */
type Span = { readonly first: number; readonly last: number };

/** Makes an empty one that keeps the `capacity` to `2 * capacity` newest stretches. */
export const makeRecentTimes = (windowMs: number, capacity: number): RecentTimes => ({
  windowMs,
  capacity,
  newer: new Map(),
  older: new Map(),
});

/** Notes that the key was met at that time. */
export const noteTime = (recent: RecentTimes, key: string, timeMs: number): void => {
  const stretch = stretchKey(recent, key, timeMs);
  const span = recent.newer.get(stretch);
  recent.newer.set(stretch, {
    first: Math.min(span?.first ?? timeMs, timeMs),
    last: Math.max(span?.last ?? timeMs, timeMs),
  });
  if (recent.newer.size < recent.capacity) return;
  recent.older = recent.newer;
  recent.newer = new Map();
};

/** Whether the key was met within the window before or after that time, both ends included. */
export const isNear = (recent: RecentTimes, key: string, timeMs: number): boolean => {
  const { windowMs } = recent;
  // The window reaches into the stretch before and the one after, no further.
  return [timeMs - windowMs, timeMs, timeMs + windowMs].some((inStretchMs) => {
    const stretch = stretchKey(recent, key, inStretchMs);
    return [recent.newer.get(stretch), recent.older.get(stretch)].some(
      (span) => span !== undefined && span.first <= timeMs + windowMs && span.last >= timeMs - windowMs,
    );
  });
};

const stretchKey = ({ windowMs }: RecentTimes, key: string, timeMs: number): string =>
  `${Math.floor(timeMs / windowMs)} ${key}`;
