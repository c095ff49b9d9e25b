import type { Outcome } from '../../sensors/sensor.ts';

/** An event or host start to send, with its origin. */
export type OutgoingItem = Extract<Outcome, { readonly kind: 'EVENT' | 'HOST_START' }> & {
  /** The event or host start as JSON for the request. */
  readonly json: string;
};

/** The items of one request. They are of one kind because each kind has its own mutation. */
export type Batch = { readonly kind: OutgoingItem['kind']; readonly items: readonly OutgoingItem[] };
