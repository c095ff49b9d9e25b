import type { Batch, OutgoingItem } from './delivery.ts';

/** Collects items of one kind into batches. Mutable: change it only with the functions of this file. */
export type Batcher = {
  readonly kind: Batch['kind'];
  items: OutgoingItem[];
  characters: number;
  full: Batch[];
};

const MAX_ITEMS = 1_000;
/** Below the server's limit of 8 MiB even if every character takes three bytes; a typical batch has 0.3 million characters. */
const MAX_CHARACTERS = 2_500_000;

export const makeBatcher = (kind: Batch['kind']): Batcher => ({ kind, items: [], characters: 0, full: [] });

/** Adds an item; a batch is full at 1,000 of them or 2.5 million characters. */
export const addItem = (batcher: Batcher, item: OutgoingItem): void => {
  const isFull = batcher.items.length >= MAX_ITEMS || batcher.characters + item.json.length > MAX_CHARACTERS;
  if (isFull && batcher.items.length > 0) close(batcher);
  batcher.items.push(item);
  batcher.characters += item.json.length;
};

/** Removes and returns the full batches. */
export const takeBatches = (batcher: Batcher): readonly Batch[] => {
  const { full } = batcher;
  if (full.length > 0) batcher.full = [];
  return full;
};

/** Removes and returns everything, including a batch that is not full. */
export const takeRest = (batcher: Batcher): readonly Batch[] => {
  if (batcher.items.length > 0) close(batcher);
  return takeBatches(batcher);
};

const close = (batcher: Batcher): void => {
  batcher.full.push({ kind: batcher.kind, items: batcher.items });
  batcher.items = [];
  batcher.characters = 0;
};
