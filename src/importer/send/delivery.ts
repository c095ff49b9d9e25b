import type { Outcome } from '../../sensors/sensor.ts';

/** Delivers events and context events to a running server, or only checks them in a dry run. */
export type Delivery = {
  /** Accepts a batch; resolves when the next one can be accepted. */
  readonly send: (batch: Batch) => Promise<void>;
  /** Resolves when the results of all accepted batches are counted. */
  readonly finish: () => Promise<void>;
  /** Why nothing more can be delivered; null while it can. */
  readonly stopReason: () => string | null;
};

/** An event or context event to send, with its origin. */
export type OutgoingItem = Extract<Outcome, { readonly kind: 'EVENT' | 'CONTEXT' }> & {
  /** The event or context event as JSON for the request. */
  readonly json: string;
};

/** The items of one request. They are of one kind because each kind has its own mutation. */
export type Batch = { readonly kind: OutgoingItem['kind']; readonly items: readonly OutgoingItem[] };
