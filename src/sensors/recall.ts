/**
 * Remembers a value for each of many keys in bounded memory: the `capacity` to `2 * capacity` keys that were set last. A value with
 * state: change it only through the functions here.
 */
export type Recall<Value> = {
  readonly capacity: number;
  /** Two generations; when the newer is full the older is forgotten. */
  newer: Map<string, Value>;
  older: Map<string, Value>;
};

export const makeRecall = <Value>(capacity: number): Recall<Value> => ({
  capacity,
  newer: new Map(),
  older: new Map(),
});

export const remember = <Value>(memory: Recall<Value>, key: string, value: Value): void => {
  memory.newer.set(key, value);
  if (memory.newer.size < memory.capacity) return;
  memory.older = memory.newer;
  memory.newer = new Map();
};

export const recall = <Value>(memory: Recall<Value>, key: string): Value | undefined =>
  memory.newer.get(key) ?? memory.older.get(key);
