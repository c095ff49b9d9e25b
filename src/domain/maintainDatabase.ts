import { deleteAuditEntries } from '../db/audit/insertAuditEntries.ts';
import type { Database } from '../db/client.ts';
import { maintainPartitions } from '../db/maintainPartitions.ts';

import { finishErasures } from './eraseEvents.ts';

/** Times before which records are dropped; null keeps all. */
export type Expiries = { readonly events: string | null; readonly audit: string | null };

/** The names of the dropped partitions and the number of deleted audit entries. */
export type Dropped = { readonly partitions: readonly string[]; readonly auditEntries: number };

/** Drops expired records, merges the partitions of old months and finishes interrupted erasures. Needs the owner role. */
export const maintainDatabase = async (database: Database, { events, audit }: Expiries): Promise<Dropped> => {
  const partitions = await maintainPartitions(database, events);
  const auditEntries = audit === null ? 0 : await deleteAuditEntries(database, audit);
  await finishErasures(database);
  return { partitions, auditEntries };
};
