import { deleteAuditEntries } from '../db/audit/deleteAuditEntries.ts';
import type { Database } from '../db/client.ts';
import { maintainPartitions } from '../db/maintainPartitions.ts';

import { finishErasures } from './eraseEvents.ts';

/** What is older is no longer kept; null keeps everything. */
export type Expiries = { readonly events: string | null; readonly audit: string | null };

/** What was dropped: names of partitions, and how many entries of the audit. */
export type Dropped = { readonly partitions: readonly string[]; readonly auditEntries: number };

/** Drops what is no longer kept, merges partitions of old months, and puts right what a cut off erasure left: the owner's work. */
export const maintainDatabase = async (database: Database, { events, audit }: Expiries): Promise<Dropped> => {
  const partitions = await maintainPartitions(database, events);
  const auditEntries = audit === null ? 0 : await deleteAuditEntries(database, audit);
  await finishErasures(database);
  return { partitions, auditEntries };
};
