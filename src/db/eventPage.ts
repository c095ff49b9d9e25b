import type { PartialTimeRange } from '../model/filter/timeRange.ts';
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

/** A page, and the part of the time in which it is looked for. */
export type WindowOfPage = { readonly query: EventPageQuery; readonly window: PartialTimeRange };
