import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

import { SUCCESSFUL_LOGINS } from '../model/filter/logins.ts';
import { withoutNoise } from '../model/filter/pivot.ts';
import type { Predicate } from '../model/filter/predicate.ts';

import { accountDomain } from './accountDomain.ts';
import { compilePredicate, EVENTS } from './compilePredicate.ts';
import { EVENT_COLUMNS } from './eventColumns.ts';
import type { KeyedTable, KeyValues } from './keyedPages.ts';
import { SESSION_COLUMNS } from './sessionColumns.ts';
import { session, sessionEvent } from './tables.ts';

type Columns = Readonly<Record<'hostname' | 'loginId' | 'userName' | 'userDomain', PgColumn>>;

const conditionsOn = ({ hostname, loginId, userName, userDomain }: Columns) => ({
  host: ({ one }: KeyValues) => eq(hostname, one),
  // The collation of session_pair and session_event_login_id.
  login: ({ one, two }: KeyValues) => sql`${hostname} collate "POSIX" = ${one} and ${loginId} = ${two}`,
  user: ({ one }: KeyValues) => eq(userName, one),
  user_of_domain: ({ one, two }: KeyValues) =>
    sql`${userName} = ${one} and ${accountDomain(userDomain)} = ${accountDomain(two)}`,
  user_without_domain: ({ one }: KeyValues) => and(eq(userName, one), isNull(userDomain)) ?? sql`false`,
});

/** Reads a row from JSON. There, a time is `2026-11-22T10:23:30.3361+00:00`. */
const jsonReaderOf = (table: PgTable): KeyedTable['readJson'] => {
  const times = Object.values(getTableColumns(table)).filter((column) =>
    column.getSQLType().startsWith('timestamp'),
  );
  return (row) => {
    const read = { ...row } as Record<string, unknown>;
    for (const { name } of times)
      if (typeof read[name] === 'string') read[name] = read[name].replace('T', ' ').slice(0, -3);
    return read as typeof row;
  };
};

const partOf = (of: readonly Predicate[]) => ({
  of,
  where: compilePredicate({ kind: 'and', of }, '', EVENTS),
});

/** Indexes: session_event_pkey, session_event_login_id, session_event_user, session_event_uid, session_event_src_ip. */
export const KEYED_EVENTS: KeyedTable = {
  name: 'events',
  table: sessionEvent,
  readJson: jsonReaderOf(sessionEvent),
  columns: EVENT_COLUMNS,
  time: sessionEvent.time,
  uuid: sessionEvent.uuid,
  timeField: 'time',
  conditions: {
    ...conditionsOn(sessionEvent),
    uid: ({ one }) => eq(sessionEvent.uid, one),
    src_ip: ({ one }) => sql`${sessionEvent.srcIp} = ${one}::inet`,
  },
  parts: {
    logins: partOf(SUCCESSFUL_LOGINS),
    logins_without_noise: partOf([...SUCCESSFUL_LOGINS, ...withoutNoise(true)]),
  },
  isPartitioned: true,
  planning: 'force_generic_plan',
};

/** Indexes: session_pkey, session_pair, session_user. */
export const KEYED_SESSIONS: KeyedTable = {
  name: 'sessions',
  table: session,
  readJson: jsonReaderOf(session),
  columns: SESSION_COLUMNS,
  time: session.startedAt,
  uuid: session.startUuid,
  timeField: 'started',
  conditions: conditionsOn(session),
  parts: {},
  isPartitioned: false,
  planning: 'ANY',
};
