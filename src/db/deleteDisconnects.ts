import { sql } from 'drizzle-orm';

import type { Database } from './client.ts';
import { literal, toStatement } from './statement.ts';
import { withMaintenanceLock } from './withMaintenanceLock.ts';

const BATCH = 5000;

/**
 * Deletes the disconnects before a time, in batches so that nothing waits for long; the other context events concern hosts alone and stay.
 * Returns their number, 0 if another process is maintaining, rebuilding or erasing. Index: context_event_disconnect: rows that match a list of
 * keys would be found by reading the whole table for each batch.
 */
export const deleteDisconnects = async (database: Database, expiry: string): Promise<number> => {
  const deleted = await withMaintenanceLock(database, async (client) => {
    for (let total = 0; ;) {
      const { rowCount } = await client.query(
        toStatement(sql`delete from context_event where kind = 'DISCONNECT' and time < ${expiry}::timestamptz and time <= coalesce((
          select time from context_event where kind = 'DISCONNECT' order by time, id offset ${literal(BATCH - 1)} limit 1), 'infinity')`),
      );
      total += rowCount ?? 0;
      if ((rowCount ?? 0) < BATCH) return total;
    }
  });
  return deleted ?? 0;
};
