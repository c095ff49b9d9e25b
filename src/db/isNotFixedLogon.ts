import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { FIXED_LOGIN_IDS, FIXED_UIDS } from '../model/session/isStitched.ts';

import { literal } from './statement.ts';

/** The part of isStitched in SQL that excludes the fixed logons of Windows. `table` is the name of the event's table. */
export const isNotFixedLogon = (table: SQL): SQL =>
  sql`(${table}.login_id in ${literal(FIXED_LOGIN_IDS)} and ${table}.uid in ${literal(FIXED_UIDS)}) is not true`;
