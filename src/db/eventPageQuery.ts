import type { Predicate } from '../model/filter/predicate.ts';
import type { Position } from '../model/sessionEvent.ts';

/** A page of the list of events that match a predicate, ordered by (time, id). */
export type EventPageQuery = {
  readonly predicate: Predicate;
  readonly asOf: string;
  readonly scan: 'ASCENDING' | 'DESCENDING';
  /** Both exclusive, in the order of the scan. */
  readonly after: Position | null;
  readonly before: Position | null;
  readonly limit: number;
};

/** A list to count, up to `cap` when there is one. */
export type CountedList = Pick<EventPageQuery, 'predicate' | 'asOf'> & { readonly cap: number | null };
