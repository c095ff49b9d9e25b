import { FIXED_LOGIN_IDS, FIXED_UIDS } from '../model/session/isStitched.ts';

/** The part of isStitched in SQL that leaves Windows' fixed logons out: whether an event, in the table of this name, is of none of them. */
export const isNotFixedLogon = (table: string): string =>
  `(${table}.login_id in (${quoted(FIXED_LOGIN_IDS)}) and ${table}.uid in (${quoted(FIXED_UIDS)})) is not true`;

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
