import type { Batch } from './outgoingItem.ts';

/** Where events and host starts go: a running server, or nowhere in a dry run. */
export type Delivery = {
  /** Takes a batch; resolves when there is room for the next one. */
  readonly send: (batch: Batch) => Promise<void>;
  /** Resolves when every batch that was taken is accounted for. */
  readonly finish: () => Promise<void>;
  /** Why nothing more can be delivered; null while it can. */
  readonly stopReason: () => string | null;
};
