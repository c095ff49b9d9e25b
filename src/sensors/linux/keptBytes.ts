/** The bytes of a stream that are not read yet. */
export type KeptBytes = {
  /** Returns the kept bytes with the chunk behind them. They are valid until the next call. */
  readonly append: (chunk: Buffer) => Buffer;
  /** Keeps the end of what `append` returned, and drops the rest. */
  readonly keep: (rest: Buffer) => void;
  readonly isEmpty: () => boolean;
};

const EMPTY = Buffer.alloc(0);
const MIN_BYTES = 4096;

/**
 * Makes a buffer that grows as needed. Chunks are copied into it: a list of them would take a hundred times as much memory for a stream
 * that comes byte by byte.
 */
export const makeKeptBytes = (): KeptBytes => {
  let store = EMPTY;
  let length = 0;
  return {
    append: (chunk) => {
      if (length === 0) return chunk;
      const total = length + chunk.length;
      if (total > store.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(MIN_BYTES, 2 * total));
        store.copy(larger, 0, 0, length);
        store = larger;
      }
      chunk.copy(store, length);
      return store.subarray(0, total);
    },
    keep: (rest) => {
      length = rest.length;
      // Nothing was read.
      if (rest.buffer === store.buffer && rest.byteOffset === store.byteOffset) return;
      // Also gives back the memory of a long field that was read.
      store = length === 0 ? EMPTY : Buffer.allocUnsafeSlow(Math.max(MIN_BYTES, length));
      rest.copy(store);
    },
    isEmpty: () => length === 0,
  };
};
