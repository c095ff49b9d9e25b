import type { Database } from '../client.ts';

const BATCH = 5000;

/** Deletes the entries before a moment, some at a time, so that nothing waits for long; how many. Index: audit_entry_pkey. */
export const deleteAuditEntries = async ({ writePool }: Database, expiry: string): Promise<number> => {
  let deleted = 0;
  for (;;) {
    const { rowCount } = await writePool.query(
      `delete from audit_entry where (time, id) in (
        select time, id from audit_entry where time < $1::timestamptz order by time, id limit ${BATCH})`,
      [expiry],
    );
    deleted += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return deleted;
  }
};
