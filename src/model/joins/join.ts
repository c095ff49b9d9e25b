import type { Action } from '../action.ts';
import type { EventInput } from '../eventInput.ts';

/**
 * How a record of a shipped log is joined with earlier records of its host: what it asks of the notes that they left, and the notes that it
 * leaves. A note is kept in the database, so that it does not matter which records arrive in one request.
 */
export type Join = {
  /** As the record names it. */
  readonly hostname: string;
  /** The time of the record, in milliseconds of Unix time. */
  readonly timeMs: number;
  /** The beginning of the source ids of the log, up to the first `/`. An erasure of a source deletes its notes. */
  readonly source: string;
  /** In this order; the first that skips the record decides. */
  readonly asks: readonly Ask[];
  readonly tells: readonly Tell[];
  /** What the record becomes if it is skipped: the end of a connection is a logout, or the failed login of a client whose keys were refused. */
  readonly otherwise?: { readonly action: Action; readonly input: EventInput; readonly join: Join };
};

export type NoteValues = Readonly<Record<string, string | number | boolean>>;

/** Which notes are asked for. */
export type NoteQuery = {
  readonly key: string;
  /** The longest time between the record and the note, before or after. */
  readonly withinMs: number;
  /** Values that the note must have or lack. */
  readonly near?: NoteValues;
  /** Whether only the latest of these notes counts, of those that are not later than the record. */
  readonly latest?: true;
  /** Values that the note must have. */
  readonly same?: NoteValues;
  /** Values that the note must not have. */
  readonly not?: NoteValues;
};

/** What a record asks for, and what follows if a note matches. */
export type Ask = NoteQuery & {
  readonly effect:
    | { readonly kind: 'SKIP'; readonly tells?: readonly Tell[] }
    /** Skips the record if the note is open, and closes it: the record reports what the note has reported already. Also if the record did so before. */
    | { readonly kind: 'TAKE'; readonly by: string; readonly keepMs: number }
    /**
     * Skips the record if a note that is not later has a value that waits for such a record, which waits no longer then. Each value is found once.
     * Does nothing if a note matches `unless`.
     */
    | {
        readonly kind: 'PAIR';
        readonly keepMs: number;
        readonly unless?: NoteQuery;
        readonly tells: readonly Tell[];
      }
    /** Skips the record if no note matches. */
    | { readonly kind: 'REQUIRE'; readonly tells?: readonly Tell[] }
    /** Sets the fields of the event that it lacks, from the values of the notes with the same names; the latest note comes first. */
    | { readonly kind: 'FILL'; readonly fields: readonly string[] }
    /** Removes the login id of the event: its session has another one. */
    | { readonly kind: 'UNLINK' };
};

/** The beginning of the names of values that wait for another record: true while they wait. */
export const WAITS = 'waits ';

/** A note that a record leaves. */
export type Tell = {
  readonly key: string;
  readonly values: NoteValues;
  /** How long the note is kept after the record was received. */
  readonly keepMs: number;
  /** Not left by a record that is skipped. */
  readonly ifKept?: true;
  /** Left only if a note matches one of these. */
  readonly ifNoted?: readonly NoteQuery[];
  /** Not left if a note matches. */
  readonly unlessNoted?: NoteQuery;
  /** The time of the note; by default that of the record. */
  readonly timeMs?: number;
};

/** A stored note. A host has at most one with the same key and time. */
export type Note = {
  readonly hostname: string;
  readonly key: string;
  readonly timeMs: number;
  readonly values: NoteValues;
};

/** A note to store. */
export type NewNote = Note & { readonly source: string; readonly keepMs: number };
