/**
 * How a record of a shipped log is joined with earlier records of its host: what it asks of the notes that they left, and the notes that it
 * leaves. A note is kept in the database, so that it does not matter which records arrive in one request.
 */
export type Join = {
  /** As the record names it. */
  readonly hostname: string;
  /** The time of the record, in milliseconds of Unix time. */
  readonly timeMs: number;
  /** In this order; the first that skips the record decides. */
  readonly asks: readonly Ask[];
  readonly tells: readonly Tell[];
};

export type NoteValues = Readonly<Record<string, string | number | boolean>>;

/** Which notes are asked for. */
export type NoteQuery = {
  readonly key: string;
  /** The longest time between the record and the note, before or after. */
  readonly withinMs: number;
  /** Whether only the latest of the notes counts, instead of any. */
  readonly latest?: true;
  /** Values that the note must have. */
  readonly same?: NoteValues;
  /** Values that the note must have or lack. */
  readonly near?: NoteValues;
  /** Values that the note must not have. */
  readonly not?: NoteValues;
};

/** What a record asks for, and what follows if a note matches. */
export type Ask = NoteQuery & {
  readonly effect:
    | { readonly kind: 'SKIP'; readonly tells?: readonly Tell[] }
    /** Skips the record if no note matches. */
    | { readonly kind: 'REQUIRE' }
    /** Sets the fields of the event that it lacks, from the values of the notes with the same names; the latest note comes first. */
    | { readonly kind: 'FILL'; readonly fields: readonly string[] }
    /** Removes the login id of the event: its session has another one. */
    | { readonly kind: 'UNLINK' };
};

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

export type NewNote = Note & { readonly keepMs: number };
