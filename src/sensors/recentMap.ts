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

export const getRecent = <Value>({ newer, older }: RecentMap<Value>, key: string): Value | undefined =>
  findIn(newer, key) ?? findIn(older, key);

export const isEmpty = ({ newer, older }: RecentMap<unknown>): boolean =>
  newer.size === 0 && older.size === 0;

/** Map.get computes the hash of the key, even in an empty map. */
const findIn = <Value>(generation: ReadonlyMap<string, Value>, key: string): Value | undefined =>
  generation.size === 0 ? undefined : generation.get(key);
