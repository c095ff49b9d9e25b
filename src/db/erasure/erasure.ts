import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Account } from '../../model/account.ts';

import { isMember, isTwin } from '../compilePredicate.ts';
import { SESSION_EXTENT } from '../tables.ts';

/** Which events and host starts are erased; an absent bound is null. Host starts have no account, and stay if one is named. */
export type Erasure = {
  readonly hostname: string | null;
  readonly account: Account | null;
  /** Half-open. */
  readonly from: string | null;
  readonly until: string | null;
  /** The prefix of their sourceId. */
  readonly source: string | null;
};

/** Matches the host starts, in the table `e`, that are erased. */
export const startMatches = (erasure: Erasure): SQL =>
  and([...(erasure.account === null ? [] : [sql`false`]), ...boundsOf(erasure, sql`e`)]);

/** Matches the events, in the table `e`, that are erased; with an account, those that name it. */
export const eventMatches = (erasure: Erasure): SQL =>
  and([...isOf(erasure, sql`e`), ...boundsOf(erasure, sql`e`)]);

/**
 * Selects the keys of the events that name no user but belong to a session of the account, such as logoffs with only a uid and a login id.
 *
 * Indexes: session_user, then session_event_login_id and session_event_linked_login_id, one descent each per session and partition of its
 * time.
 */
export const selectNameless = (erasure: Erasure): SQL => {
  const ofAccount = and([
    ...isOf(erasure, sql`session`),
    ...(erasure.hostname === null ? [] : [sql`session.hostname = ${erasure.hostname}`]),
    sql`session_event.user_name is null`,
    ...boundsOf(erasure, sql`session_event`),
  ]);
  const part = (belongs: SQL): SQL =>
    sql`select session_event.hostname, session_event.time, session_event.id from session join session_event on ${belongs} where ${ofAccount}`;
  return sql`(${part(isMember(SESSION_EXTENT))} union ${part(isTwin(SESSION_EXTENT))})`;
};

const isOf = ({ account }: Erasure, table: SQL): readonly SQL[] =>
  account === null
    ? []
    : [
        sql`${table}.user_name = ${account.userName} and coalesce(${table}.user_domain, '') = ${account.userDomain ?? ''}`,
      ];

const boundsOf = ({ hostname, from, until, source }: Erasure, table: SQL): readonly SQL[] => [
  ...(hostname === null ? [] : [sql`${table}.hostname = ${hostname}`]),
  ...(from === null ? [] : [sql`${table}.time >= ${from}`]),
  ...(until === null ? [] : [sql`${table}.time < ${until}`]),
  ...(source === null ? [] : [sql`starts_with(${table}.source_id, ${source})`]),
];

const and = (conditions: readonly SQL[]): SQL => sql.join([sql`true`, ...conditions], sql` and `);
