import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

import { comparePositions } from '../model/compare.ts';
import { tightest } from '../model/filter/timeRange.ts';
import type { Position } from '../model/sessionEvent.ts';

import type { EventPageQuery } from './eventPage.ts';

// Bounds of pages in statements that are planned once. Bounds that a page does not have are infinite, so that all pages have one text.

const NO_UUID = '00000000-0000-0000-0000-000000000000';
const FIRST: Position = { time: '-infinity', uuid: NO_UUID };
const LAST: Position = { time: 'infinity', uuid: NO_UUID };

/** Both exclusive, in the order of time. */
export type PageBounds = { readonly first: Position; readonly last: Position };

type Bounded = Pick<EventPageQuery, 'scan' | 'after' | 'before'> & {
  /** Half-open ranges. */
  readonly froms?: readonly (string | null)[];
  readonly untils?: readonly (string | null)[];
};

/** Finds the bounds of a page. */
export const boundsOf = ({ scan, after, before, froms = [], untils = [] }: Bounded): PageBounds => {
  const [early, late] = scan === 'DESCENDING' ? [before, after] : [after, before];
  return {
    first: tightest([...froms.map(startOf), early], isLater) ?? FIRST,
    last: tightest([...untils.map(startOf), late], isEarlier) ?? LAST,
  };
};

/** Whether a row is within the bounds, whose values valuesOfBounds has. */
export const isWithin = (time: PgColumn, uuid: PgColumn): SQL =>
  sql`(${time}, ${uuid}) > (${FIRST_TIME}::timestamptz, ${sql.placeholder('firstUuid')}::uuid)
    and (${time}, ${uuid}) < (${LAST_TIME}::timestamptz, ${sql.placeholder('lastUuid')}::uuid)`;

export const FIRST_TIME = sql.placeholder('firstTime');
export const LAST_TIME = sql.placeholder('lastTime');

export const valuesOfBounds = ({ first, last }: PageBounds): Readonly<Record<string, string>> => ({
  firstTime: first.time,
  firstUuid: first.uuid,
  lastTime: last.time,
  lastUuid: last.uuid,
});

/** The position before all rows of a time. */
const startOf = (time: string | null): Position | null => (time === null ? null : { time, uuid: NO_UUID });

const isLater = (a: Position, b: Position): boolean => comparePositions(a, b) > 0;
const isEarlier = (a: Position, b: Position): boolean => comparePositions(a, b) < 0;
