import type { HostStartInput } from './hostStartInput.ts';
import type { SessionEventInput } from './sessionEventInput.ts';
import type { Shift } from './parseShift.ts';
import type { TimeZone } from './timeZone.ts';

/** Where a record stands in its input. */
export type RecordOrigin = { readonly file: string; readonly line: number };

/** One record as it was read: parsed JSON, or a line of text as a string; nothing is known of its shape. */
export type SensorRecord = { readonly value: unknown; readonly origin: RecordOrigin };

/** Of which record an outcome is, which carries it, since it may come later than the record. */
export type OutcomeOrigin = RecordOrigin & {
  /** What its source calls the record: `security 4624`, `sshd Accepted`. */
  readonly sensorEvent: string;
};

/** The event of a record that was not recognised. */
export const UNKNOWN_EVENT = 'unknown';

/**
 * What became of one record. Every record gets exactly one that is not extra, so that events, host starts, skips and failures add up
 * to the records read.
 * Reasons are of a closed set and hold no values of the record, except a channel's name.
 */
export type Outcome =
  | EventOutcome
  | ({ readonly kind: 'HOST_START'; readonly start: HostStartInput } & OfRecord)
  | { readonly kind: 'SKIPPED' | 'FAILED'; readonly reason: string; readonly origin: OutcomeOrigin };

/** That a record became an event. */
export type EventOutcome = { readonly kind: 'EVENT'; readonly event: SessionEventInput } & OfRecord;

type OfRecord = {
  readonly origin: OutcomeOrigin;
  /** One more of a record that tells of several, such as `message repeated 2 times`. */
  readonly isExtra?: true;
};

/** What a sensor gives for a record: the state to go on with, and the outcomes known by now (of this record or earlier ones). */
export type Step<State> = { readonly state: State; readonly outcomes: readonly Outcome[] };

/** The same for outcomes that waited; each is worked out when it is taken, so that the caller can pause between them. */
export type Flush<State> = { readonly state: State; readonly outcomes: Iterable<Outcome> };

/** What records do not tell themselves. */
export type SensorOptions = {
  /** For local times whose zone the record does not tell. */
  readonly timeZone: TimeZone | null;
  /** Of the first date that has none; null takes the newest year in which a date is not in the future. */
  readonly year: number | null;
  /** For records that name no host. */
  readonly hostname: string | null;
  /** Hosts whose clock was wrong, by folded name. */
  readonly shifts: ReadonlyMap<string, Shift>;
  /** Whether TerminalServices 21, 23 and 25 are events: they repeat the Security log. */
  readonly terminalServices: 'READ' | 'SKIP';
  /** Whether systemd-logind is read: it repeats sshd and PAM, as only their lines before and after tell. */
  readonly logind: 'READ' | 'SKIP';
  /** The most events that one call makes of a line `message repeated N times`; readMore makes the others. */
  readonly eventsAtOnce: number;
  /** The time, in milliseconds of Unix time. */
  readonly now: () => number;
};

/** Tells nothing. */
export const NO_OPTIONS: SensorOptions = {
  timeZone: null,
  year: null,
  hostname: null,
  shifts: new Map(),
  terminalServices: 'SKIP',
  logind: 'READ',
  eventsAtOnce: Number.POSITIVE_INFINITY,
  now: Date.now,
};
