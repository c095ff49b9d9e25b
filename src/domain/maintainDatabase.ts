import { deleteAuditEntries } from '../db/audit/insertAuditEntries.ts';
import type { Database } from '../db/client.ts';
import { deleteDisconnects } from '../db/deleteDisconnects.ts';
import { dropExpiredNotes } from '../db/joinNotes.ts';
import { maintainPartitions } from '../db/maintainPartitions.ts';
import { deleteTwins } from '../db/stitch/twins.ts';

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
  const disconnects = events === null ? 0 : await dropWithEvents(database, events);
  const auditEntries = audit === null ? 0 : await deleteAuditEntries(database, audit);
  await dropExpiredNotes(database);
  await finishErasures(database);
  return { partitions, disconnects, auditEntries };
};

/**
 * Events are dropped by partition. Disconnects and twins stay as long as the events of their month. Returns the number of deleted
 * disconnects.
 */
const dropWithEvents = async (database: Database, expiry: string): Promise<number> => {
  const [oldest] = await database.partitions.list();
  const before = oldest === undefined ? expiry : earliest([expiry, oldest.from]);
  await deleteTwins(database, before);
  return deleteDisconnects(database, before);
};
