import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { ExtentSql } from './compilePredicate.ts';
import { contextEvent } from './tables.ts';

/** Matches the disconnects that belong to a session: those of its login id, from its start to its end. Index: context_event_login_id. */
export const isDisconnectOf = (
  extent: ExtentSql,
): SQL => sql`(${contextEvent.hostname} collate "POSIX" = ${extent.hostname}
  and ${contextEvent.loginId} = ${extent.loginId}
  and ${contextEvent.time} >= ${extent.startedAt} and ${contextEvent.time} <= ${extent.endedAt})`;
