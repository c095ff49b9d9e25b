import { PgDialect } from 'drizzle-orm/pg-core';

import type { Account } from '../../model/account.ts';

import { isMember, isTwin } from '../compilePredicate.ts';
import { SESSION_EXTENT } from '../tables.ts';

/** Which events and host starts are erased; an absent bound is null. Host starts are of no account, and stay when one is named. */
export type Erasure = {
  readonly hostname: string | null;
  readonly account: Account | null;
  /** Half-open. */
  readonly from: string | null;
  readonly until: string | null;
  /** What their sourceId starts with. */
  readonly source: string | null;
};

/** The parameters of the conditions below; all are always there. */
export const valuesOf = ({ hostname, account, from, until, source }: Erasure): (string | null)[] => [
  hostname,
  account?.userName ?? null,
  account?.userDomain ?? '',
  from,
  until,
  source,
];

/** The host starts, of the table `e`, that are erased. */
export const startMatches = (erasure: Erasure): string =>
  and(erasure.account === null ? null : 'false', ...boundsOf(erasure, 'e'));

/** The events, of the table `e`, that are erased: with an account those that name it. */
export const eventMatches = (erasure: Erasure): string =>
  and(erasure.account === null ? null : isOf('e'), ...boundsOf(erasure, 'e'));

/**
 * Selects the keys of the events that name nobody and that are, to whoever asks for their session, of a session of the account: logoffs with
 * no more than a uid and a login id, for instance.
 *
 * Indexes: session_user, then session_event_login_id and session_event_linked_login_id, a descent of each for a session in each partition
 * of its time.
 */
export const selectNameless = (erasure: Erasure): string => {
  const onHost = erasure.hostname === null ? null : 'session.hostname = $1';
  const ofAccount = and(
    isOf('session'),
    onHost,
    'session_event.user_name is null',
    ...boundsOf(erasure, 'session_event'),
  );
  const part = (belongs: string): string =>
    `select session_event.hostname, session_event.time, session_event.id from session join session_event on ${belongs} where ${ofAccount}`;
  return `(${part(IS_MEMBER)} union ${part(IS_TWIN)})`;
};

const DIALECT = new PgDialect();
const IS_MEMBER = DIALECT.sqlToQuery(isMember(SESSION_EXTENT)).sql;
const IS_TWIN = DIALECT.sqlToQuery(isTwin(SESSION_EXTENT)).sql;

const isOf = (table: string): string => `${table}.user_name = $2 and coalesce(${table}.user_domain, '') = $3`;

/** Only those that are given, so that the planner sees no others. */
const boundsOf = ({ hostname, from, until, source }: Erasure, table: string): readonly (string | null)[] => [
  hostname === null ? null : `${table}.hostname = $1`,
  from === null ? null : `${table}.time >= $4`,
  until === null ? null : `${table}.time < $5`,
  source === null ? null : `starts_with(${table}.source_id, $6)`,
];

const and = (...conditions: readonly (string | null)[]): string =>
  [ALL_TYPED, ...conditions.filter((condition) => condition !== null)].join(' and ');

/** Postgres wants to know the type of each parameter, used or not. */
const ALL_TYPED =
  '(($1::text, $2::text, $3::text, $4::timestamptz, $5::timestamptz, $6::text) is not null or true)';
