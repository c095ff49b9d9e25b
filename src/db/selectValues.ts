import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { RequestDatabase } from './makeRequestDatabase.ts';

/** The columns of events whose values can be walked. */
export type WalkedField = 'uid' | 'srcIp' | 'loginId';

/** A part of the values of a column in ascending order: from `from` on, or after it, and up to `last`, null for no end. */
export type ValuesQuery = {
  readonly field: WalkedField;
  readonly from: string;
  readonly isAfter: boolean;
  readonly last: string | null;
};

/** Rows of a statement. Several rare values fit in; of a value with many events, all rows after the first are read in vain. */
export const VALUE_ROWS = 100;

/**
 * Reads the next values of a column, repeated for each of their events. Reads at most VALUE_ROWS rows of an index even if
 * a value has many events: the next read is for the values after it. Index: session_event_uid, session_event_src_ip or
 * session_event_login_id.
 */
export const selectValues = async (
  db: RequestDatabase,
  { field, from, isAfter, last }: ValuesQuery,
): Promise<readonly string[]> => {
  const { column, type, text } = COLUMNS[field];
  const begin = isAfter ? sql`${column} > ${from}::${type}` : sql`${column} >= ${from}::${type}`;
  const end = last === null ? sql`` : sql` and ${column} <= ${last}::${type}`;
  const rows = await db.rows<{ readonly value: string }>(
    sql`select ${text} as value from session_event where ${begin}${end} order by ${column} limit ${VALUE_ROWS}::integer`,
    `values_of_${field}${isAfter ? '_after' : ''}${last === null ? '' : '_until'}`,
  );
  return rows.map(({ value }) => value);
};

const COLUMNS: Readonly<
  Record<WalkedField, { readonly column: SQL; readonly type: SQL; readonly text: SQL }>
> = {
  uid: { column: sql`uid`, type: sql`text`, text: sql`uid` },
  loginId: { column: sql`login_id`, type: sql`text`, text: sql`login_id` },
  srcIp: { column: sql`src_ip`, type: sql`inet`, text: sql`host(src_ip)` },
};
