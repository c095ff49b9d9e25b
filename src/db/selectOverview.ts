import { asc, desc, sql } from 'drizzle-orm';

import type { Reader } from './client.ts';
import { sessionEvent } from './tables.ts';

/** Time of the oldest or newest event, null when there is none; session_event_time of the outermost partitions. */
export const selectEventTime = async (reader: Reader, which: 'FIRST' | 'LAST'): Promise<string | null> => {
  const direction = which === 'FIRST' ? asc : desc;
  const [row] = await reader
    .select({ time: sessionEvent.time })
    .from(sessionEvent)
    .orderBy(direction(sessionEvent.time), direction(sessionEvent.id))
    .limit(1);
  return row?.time ?? null;
};

/** Counts the distinct hosts; reads the hostnames of all events (index-only scans of the primary key). */
export const countHosts = async (reader: Reader): Promise<number> => {
  const hosts = reader.selectDistinct({ hostname: sessionEvent.hostname }).from(sessionEvent).as('hosts');
  const [row] = await reader.select({ count: sql<string>`count(*)` }).from(hosts);
  return Number(row?.count ?? 0);
};

/** Counts the distinct accounts, folded (domain, name); reads all events. */
export const countAccounts = async (reader: Reader): Promise<number> => {
  const accounts = reader
    .selectDistinct({ userDomain: sessionEvent.userDomain, userName: sessionEvent.userName })
    .from(sessionEvent)
    .where(sql`${sessionEvent.userName} is not null`)
    .as('accounts');
  const [row] = await reader.select({ count: sql<string>`count(*)` }).from(accounts);
  return Number(row?.count ?? 0);
};
