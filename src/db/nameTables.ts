import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

import { instant } from './tables.ts';

/**
 * Every host that an event or a context event names, and the times of its first and last event. They are updated at ingest, so that reading
 * them needs no scan.
 */
export const host = pgTable('host', {
  hostname: text().primaryKey(),
  firstSeenAt: instant('first_seen_at'),
  lastSeenAt: instant('last_seen_at'),
});

/** Every account that an event or a disconnect names. The domain is '' if there is none, because a key cannot contain nulls. */
export const account = pgTable(
  'account',
  { userName: text('user_name').notNull(), userDomain: text('user_domain').notNull() },
  (row) => [primaryKey({ name: 'account_pkey', columns: [row.userName, row.userDomain] })],
);

/**
 * The domains of successful logins, each with the domain part of the SIDs that its users had (`S-1-5-21-1-2-3`; '' for users without such a
 * SID). The domain is '' if there is none.
 */
export const loginDomain = pgTable(
  'login_domain',
  { userDomain: text('user_domain').notNull(), sid: text().notNull() },
  (row) => [
    primaryKey({ name: 'login_domain_pkey', columns: [row.userDomain, row.sid] }),
    index('login_domain_sid')
      .on(row.sid, row.userDomain)
      .where(sql`${row.sid} <> ''`),
  ],
);
