import type { HostStartInput } from './hostStartInput.ts';
import type { SessionEventInput } from './sessionEventInput.ts';

/** Where a record stands in its input. Its outcome carries it, since an outcome may come later than the record. */
export type RecordOrigin = { readonly file: string; readonly line: number };

/** One record as it was read: parsed JSON, and nothing is known of its shape. */
export type SensorRecord = { readonly value: unknown; readonly origin: RecordOrigin };

/**
 * What became of one record. Every record gets exactly one, so that events, host starts, skips and failures add up to the
 * records read.
 * Reasons are of a closed set and hold no values of the record, except a channel's name.
 */
export type Outcome =
  | { readonly kind: 'EVENT'; readonly event: SessionEventInput; readonly origin: RecordOrigin }
  | { readonly kind: 'HOST_START'; readonly start: HostStartInput; readonly origin: RecordOrigin }
  | { readonly kind: 'SKIPPED' | 'FAILED'; readonly reason: string; readonly origin: RecordOrigin };

/** What a sensor gives for a record: the state to go on with, and the outcomes known by now (of this record or earlier ones). */
export type Step<State> = { readonly state: State; readonly outcomes: readonly Outcome[] };
