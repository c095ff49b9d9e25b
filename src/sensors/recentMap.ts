/**
 * Remembers a value for each of many keys in bounded memory: the `capacity` to `2 * capacity` keys that were set last. A value with
 * state: change it only through the functions here.
 */
export type RecentMap<Value> = {
  readonly capacity: number;
  /** Two generations; when the newer is full the older is forgotten. */
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
