import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { FIXED_LOGIN_IDS, FIXED_UIDS } from '../model/session/isStitched.ts';

import { literal } from './statement.ts';

/**
 * Excludes the fixed logons of Windows. A fact without a uid is judged by the last successful login of its pair that has one; without such a
 * login it is not a fixed logon. Index: session_event_login_id, one descent per fact without a uid that has one of the five login ids.
 *
 * A function finds that login: a subquery would be planned, and its plan prepared, for every partition in each statement, although almost no
 * statement runs it.
 *
 * @param table the name of the fact's table, or its alias.
 * @param uid null for a table without uids.
 */
export const isNotFixedLogon = (table: SQL, uid: SQL = sql`${table}.uid`): SQL =>
  sql`case when ${table}.login_id in ${literal(FIXED_LOGIN_IDS)} then coalesce(${uid},
    session_event_login_uid(${table}.hostname, ${table}.login_id, ${table}.time, ${table}.id), '') not in ${literal(FIXED_UIDS)} else true end`;
