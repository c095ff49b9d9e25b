import type { Join } from '../model/joins/join.ts';

import type { Assumptions } from './assumptions.ts';
import type { ClockChange } from './clockChange.ts';
import type { ContextEventInput } from './contextEventInput.ts';
import type { NameFolding } from './nameFolding.ts';
import type { Shift } from './parseShift.ts';
import type { SessionEventInput } from './sessionEventInput.ts';
import type { TimeZone } from './timeZone.ts';
import type { Known } from './wrappers/wrapper.ts';

/**
 * Turns the records of one kind of log into outcomes.
 *
 * A sensor keeps private state, because some records can only be decided together with others: it may return the outcome of a record
 * when a later record is read, or when it is flushed. `read` takes what `recognize` returned, so a record is parsed once.
 *
 * The functions are declared as methods so that sensors of different messages fit into one list.
 */
export type Sensor<Message = unknown> = {
  /** How long a record may wait for others, in milliseconds of the log's own time. */
  readonly waitMs: number;
  /** Which log of a Linux host the sensor reads; null for logs that never repeat another log of the same host. */
  readonly linuxSource: LinuxSource | null;
  /** Whether it recognizes texts. Most records are lines, which the other sensors are not asked about. */
  readonly readsText: boolean;
  /** Parses a record; null for a record of another sensor. Does not use the state. */
  recognize(value: unknown): Message | null;
  /**
   * Returns the outcomes that are known now, of this record and of earlier ones.
   *
   * @param known What the wrapper of the record states and the record may lack.
   */
  read(message: Message, origin: RecordOrigin, known?: Known): readonly Outcome[];
  /**
   * Returns the outcomes of records up to that time that still wait. Each outcome is computed when it is taken from the iterable, so that
   * the caller can pause between two of them.
   */
  flush(untilMs: number): Iterable<Outcome>;
  /** For records that stand for many events; null if a record stands for one event. */
  readonly repeats: Repeats | null;
};

/** The events of lines such as `message repeated 2 times`. */
export type Repeats = {
  /** Creates more events of the last record; null when there are no more. */
  readonly readMore: () => readonly Outcome[] | null;
  /** Counts the events beyond one per record so far, including those that `readMore` has yet to create. */
  readonly count: () => number;
};

/** Creates a sensor with empty state. */
export type MakeSensor = (context: SensorContext) => Sensor;

/** Values shared by the sensors of a run. */
export type SensorContext = {
  readonly options: SensorOptions;
  readonly names: NameFolding;
  /** Sensors count their assumptions here. */
  readonly assumptions: Assumptions;
};

/** The logs of a Linux host that can report the same login, each with its own login id. */
export const LINUX_SOURCES = ['audit', 'syslog', 'utmp'] as const;

export type LinuxSource = (typeof LINUX_SOURCES)[number];

/** The position of a record in its input; lines start at 1. */
export type RecordOrigin = {
  readonly file: string;
  readonly line: number;
  /** The year of a line without one, where the lines of its file show it. */
  readonly year?: number;
};

/** A record as read: parsed JSON of unknown shape, or a line of text as a string. */
export type SensorRecord = { readonly value: unknown; readonly origin: RecordOrigin };

/** The record that an outcome belongs to. The outcome carries it because it may be returned after later records. */
export type OutcomeOrigin = RecordOrigin & {
  /** The log's name of the record: `security 4624`, `sshd Accepted`. */
  readonly sensorEvent: string;
};

/** The `sensorEvent` of a record that no sensor recognizes. */
export const UNKNOWN_EVENT = 'unknown';

/**
 * The result of one record. Every record has exactly one outcome that is not extra, so events, context events and the records with another
 * outcome add up to the records read. A value that contains several records, such as a request of OpenTelemetry or the answer of a search,
 * counts as that many records (`countInner`), with the position of the value; one that contains none is one skipped record.
 *
 * - SKIPPED: the sensor understands the record, which does not describe an event.
 * - UNRELATED: the record is of a program that logs nobody in, or says nothing about users.
 * - NOT_UNDERSTOOD: the record may report a login, but the sensor does not understand it.
 * - FAILED: the record cannot be read, or is an event without a required value.
 *
 * Reasons are from a closed set and contain no values of the record, except the name of a channel.
 */
export type Outcome =
  | EventOutcome
  | ContextOutcome
  | {
      readonly kind: 'SKIPPED' | 'UNRELATED' | 'FAILED';
      readonly reason: string;
      readonly origin: OutcomeOrigin;
      /** The field that is wrong, as the record names it. Only for answers to the sender: unlike the reason, it is not from a closed set. */
      readonly field?: string;
      /** Set for a skipped record that reports such a change. */
      readonly clockChange?: ClockChange;
      /** Set for a skipped record of a request that leaves notes for later ones. */
      readonly join?: Join;
    }
  | NotUnderstoodOutcome;

/** The text of the record is shown only with its values masked. */
export type NotUnderstoodOutcome = {
  readonly kind: 'NOT_UNDERSTOOD';
  readonly reason: string;
  /** The program and its message; '' if the reason is enough. */
  readonly text: string;
  readonly origin: OutcomeOrigin;
};

/** The record became an event. */
export type EventOutcome = { readonly kind: 'EVENT'; readonly event: SessionEventInput } & OfRecord;

/** The record became a context event. */
export type ContextOutcome = { readonly kind: 'CONTEXT'; readonly event: ContextEventInput } & OfRecord;

type OfRecord = {
  readonly origin: OutcomeOrigin;
  /** The time in milliseconds of Unix time; null for an event in this API's own shape, whose time is parsed where it is stored. */
  readonly timeMs: number | null;
  /** Not the first event of its record, as with `message repeated 2 times`. */
  readonly isExtra?: true;
  /** How a record of a request is joined with earlier ones of its host; absent in files, where the sensors join records themselves. */
  readonly join?: Join;
};

/** Facts that the user states because the records do not. */
export type SensorOptions = {
  /** For local times without a zone. */
  readonly timeZone: TimeZone | null;
  /** The year of the first date without a year; null for the newest year in which no date of its file is in the future. */
  readonly year: number | null;
  /** For records without a host name. */
  readonly hostname: string | null;
  /** Hosts whose clock was wrong, by folded name. */
  readonly shifts: ReadonlyMap<string, Shift>;
  /** Whether TerminalServices 21, 23, 24 and 25 become events; they repeat the Security log. */
  readonly terminalServices: 'READ' | 'SKIP';
  /**
   * REQUEST: records that belong together may be in other requests. No record waits: each becomes its outcome at once, with the join that its
   * storage makes with earlier records of its host, however these arrived.
   */
  readonly input: 'FILES' | 'REQUEST';
  /** Whether the lines of systemd-logind in a request become events; in files they do if neither sshd nor PAM reports the login. */
  readonly logind: 'READ' | 'SKIP';
  /** The most events that one call creates from a line `message repeated N times`; `readMore` creates the others. */
  readonly eventsAtOnce: number;
  /** The current time in milliseconds of Unix time. */
  readonly now: () => number;
};

/** The defaults: the user states nothing. */
export const NO_OPTIONS: SensorOptions = {
  timeZone: null,
  year: null,
  hostname: null,
  shifts: new Map(),
  terminalServices: 'SKIP',
  input: 'FILES',
  logind: 'SKIP',
  eventsAtOnce: Number.POSITIVE_INFINITY,
  now: Date.now,
};
