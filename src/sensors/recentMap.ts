/**
 * A map in bounded memory: it keeps the `capacity` to `2 * capacity` keys that were set last. Mutable; changed only by the functions in
 * this file.
 */
export type RecentMap<Value> = {
  readonly capacity: number;
  /** Two generations; when the newer one is full, the older one is discarded. */
  newer: Map<string, Value>;
  older: Map<string, Value>;
};

export const makeRecentMap = <Value>(capacity: number): RecentMap<Value> => ({
  capacity,
  newer: new Map(),
  older: new Map(),
});

export const setRecent = <Value>(memory: RecentMap<Value>, key: string, value: Value): void => {
  memory.newer.set(key, value);
  if (memory.newer.size < memory.capacity) return;
  memory.older = memory.newer;
  memory.newer = new Map();
};

export const getRecent = <Value>(memory: RecentMap<Value>, key: string): Value | undefined =>
  memory.newer.get(key) ?? memory.older.get(key);
