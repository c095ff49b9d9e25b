import type { Fields } from '../fields.ts';

/** What the record of a shipper states and the record inside it may lack. */
export type Known = {
  /** The host where it happened, never the collector. */
  readonly hostname?: string | undefined;
  /** When it happened or was collected, with its offset; for the year of a line that has none. */
  readonly time?: string | undefined;
};

/** A record inside the record of a shipper. */
export type Inner = {
  /** An object, or text: a line, JSON or event XML. */
  readonly value: unknown;
  readonly known?: Known;
};

/**
 * How a wrapper opens a record: the records inside it, in order; null if the record is not of this wrapper after all; or the reason why it
 * cannot be read.
 */
export type Opened = readonly Inner[] | null | { readonly reason: string };

/** A row of the table of wrappers: the records of shippers and stores that contain a raw line or event in a field. */
export type Wrapper = { readonly name: string } & (
  | {
      readonly of: 'OBJECT';
      /** The members that the object has. */
      readonly marks: readonly string[];
      readonly open: (fields: Fields) => Opened;
    }
  | {
      readonly of: 'TEXT';
      /**
       * What each text of this wrapper matches: an expression that begins with `^`, or BEHIND_HEADER, to which the mark of a record behind the header
       * of a line is added.
       */
      readonly mark: RegExp;
      readonly open: (text: string) => Opened;
    }
);
