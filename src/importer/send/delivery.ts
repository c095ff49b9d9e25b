import type { Batch } from './outgoingItem.ts';

/** Delivers events and host starts to a running server, or only checks them in a dry run. */
export type Delivery = {
  /** Accepts a batch; resolves when the next one can be accepted. */
  readonly send: (batch: Batch) => Promise<void>;
  /** Resolves when the results of all accepted batches are counted. */
  readonly finish: () => Promise<void>;
  /** Why nothing more can be delivered; null while it can. */
  readonly stopReason: () => string | null;
};
