import type { Outcome } from '../../sensors/sensor.ts';

/** An event or a host start on its way to the server, and where it came from. */
export type OutgoingItem = Extract<Outcome, { readonly kind: 'EVENT' | 'HOST_START' }> & {
  /** The event or host start as it is sent. */
  readonly json: string;
};

/** What goes to the server in one request: items of one kind, as each kind has its mutation. */
export type Batch = { readonly kind: OutgoingItem['kind']; readonly items: readonly OutgoingItem[] };
