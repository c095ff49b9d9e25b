import { deleteAuditEntries } from '../db/audit/insertAuditEntries.ts';
import type { Database } from '../db/client.ts';
import { deleteDisconnects } from '../db/deleteDisconnects.ts';
import { maintainPartitions } from '../db/maintainPartitions.ts';

import { earliest } from '../model/compare.ts';

import { finishErasures } from './eraseEvents.ts';

/** Times before which records are dropped; null keeps all. */
export type Expiries = { readonly events: string | null; readonly audit: string | null };

/** The names of the dropped partitions and the numbers of deleted disconnects and audit entries. */
export type Dropped = {
  readonly partitions: readonly string[];
  readonly disconnects: number;
  readonly auditEntries: number;
};

/** Drops expired records, merges the partitions of old months and finishes interrupted erasures. Needs the owner role. */
export const maintainDatabase = async (database: Database, { events, audit }: Expiries): Promise<Dropped> => {
  const partitions = await maintainPartitions(database, events);
  const disconnects = events === null ? 0 : await dropDisconnects(database, events);
  const auditEntries = audit === null ? 0 : await deleteAuditEntries(database, audit);
  await finishErasures(database);
  return { partitions, disconnects, auditEntries };
};

/** Events are dropped by partition. Disconnects stay as long as the events among which they happened. */
const dropDisconnects = async (database: Database, expiry: string): Promise<number> => {
  const [oldest] = await database.partitions.list();
  return deleteDisconnects(database, oldest === undefined ? expiry : earliest([expiry, oldest.from]));
};
