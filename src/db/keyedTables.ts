import { eq, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

import { accountDomain } from './accountDomain.ts';
import { EVENT_COLUMNS } from './eventColumns.ts';
import type { KeyedTable } from './keyedPages.ts';
import { SESSION_COLUMNS } from './sessionColumns.ts';
import { session, sessionEvent } from './tables.ts';

const [ONE, TWO] = [sql.placeholder('one'), sql.placeholder('two')];

type Columns = Readonly<Record<'hostname' | 'loginId' | 'userName' | 'userDomain', PgColumn>>;

const conditionsOn = ({ hostname, loginId, userName, userDomain }: Columns) => ({
  host: eq(hostname, ONE),
  // The collation of session_pair and session_event_login_id.
  login: sql`${hostname} collate "POSIX" = ${ONE} and ${loginId} = ${TWO}`,
  user: eq(userName, ONE),
  user_of_domain: sql`${userName} = ${ONE} and ${accountDomain(userDomain)} = ${accountDomain(sql`${TWO}`)}`,
});

/** Indexes: session_event_pkey, session_event_login_id, session_event_user, session_event_uid, session_event_src_ip. */
export const KEYED_EVENTS: KeyedTable = {
  name: 'events',
  table: sessionEvent,
  columns: EVENT_COLUMNS,
  time: sessionEvent.time,
  uuid: sessionEvent.uuid,
  timeField: 'time',
  conditions: {
    ...conditionsOn(sessionEvent),
    uid: eq(sessionEvent.uid, ONE),
    src_ip: eq(sessionEvent.srcIp, ONE),
  },
  isPartitioned: true,
  planning: 'force_generic_plan',
};

/** Indexes: session_pkey, session_pair, session_user. */
export const KEYED_SESSIONS: KeyedTable = {
  name: 'sessions',
  table: session,
  columns: SESSION_COLUMNS,
  time: session.startedAt,
  uuid: session.startUuid,
  timeField: 'started',
  conditions: conditionsOn(session),
  isPartitioned: false,
  planning: 'ANY',
};
