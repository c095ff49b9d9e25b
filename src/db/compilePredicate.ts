import { and, eq, getTableColumns, gte, inArray, isNull, like, lt, not, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

import type { Account } from '../model/account.ts';
import type { Field, Predicate, UserPattern } from '../model/filter/predicate.ts';
import { startOfLast } from '../model/filter/timeRange.ts';
import { SAME_LOGIN_US } from '../model/session/foldSessions.ts';
import type { SessionExtent } from '../model/session/session.ts';
import { FIRST_OPEN_RANK, fromMicroseconds } from '../model/session/sessionRank.ts';
import { shiftTime } from '../model/values/time.ts';

import { accountDomain } from './accountDomain.ts';
import { arrayParameter } from './arrayParameter.ts';
import { endedAfterOf } from './endedAfter.ts';
import { compileHunted } from './hunts/compileHunted.ts';
import { compilePresence, compileSourceKnown, compileUnlockedFor } from './hunts/compilePresence.ts';
import { belongsToTwin, isDisconnectOf, isMember, isOfPairs } from './membership.ts';
import type { ExtentSql } from './membership.ts';
import { account, host } from './nameTables.ts';
import { SESSION_SPAN, SPAN_BOUNDS } from './sessionsWithin.ts';
import { isDomainOfHost } from './shortName.ts';
import { joinList, literal } from './statement.ts';
import { contextEvent, session, SESSION_ENDED, sessionEvent } from './tables.ts';

type Columns = Readonly<Partial<Record<Field | 'userName', PgColumn>>>;

/** A table to filter: its columns, and how it compiles conditions of its own. */
export type Subject = {
  readonly columns: Columns;
  readonly compileOwn: (predicate: Predicate) => SQL | null;
};

export const EVENTS: Subject = {
  columns: sessionEvent,
  compileOwn: (predicate) => {
    if (predicate.kind === 'ofSession') return compileExtent(predicate);
    return predicate.kind === 'between' ? compileBetween(predicate) : compileHunted(predicate);
  },
};

/** The row comparisons are exact. The bounds on time alone let Postgres skip partitions. */
const compileBetween = ({ first, last }: Extract<Predicate, { kind: 'between' }>): SQL => {
  const key = sql`(${sessionEvent.time}, ${sessionEvent.uuid})`;
  return sql`(${key} >= (${first.time}::timestamptz, ${first.uuid}::uuid) and ${sessionEvent.time} >= ${first.time}
  and ${key} <= (${last.time}::timestamptz, ${last.uuid}::uuid) and ${sessionEvent.time} <= ${last.time})`;
};

/**
 * Matches the events that belong to the session. The first three conditions follow from the last: without them, no index
 * would serve the `or`. Indexes: session_event_login_id, twin_session.
 */
const compileExtent = (extent: SessionExtent): SQL => {
  const bounds = asSql(extent);
  return sql`(${sessionEvent.hostname} collate "POSIX" = ${bounds.hostname} and ${isOfPairs(bounds)}
    and ${sessionEvent.time} >= ${shiftTime(extent.startedAt, -SAME_LOGIN_US)}
    and (${isMember(bounds)} or ${belongsToTwin(bounds)}))`;
};

const asSql = (extent: SessionExtent): ExtentSql => ({
  hostname: sql`${extent.hostname}`,
  loginId: sql`${extent.loginId}`,
  startedAt: sql`${extent.startedAt}::timestamptz`,
  startUuid: sql`${extent.startUuid}::uuid`,
  lastAt: sql`${extent.lastAt}::timestamptz`,
  lastUuid: sql`${extent.lastUuid}::uuid`,
});

const ENDED_AFTER = endedAfterOf(sql`session`);

export const SESSIONS: Subject = {
  columns: { ...getTableColumns(session), started: session.startedAt, ended: session.endedAt },
  compileOwn: (predicate) => {
    switch (predicate.kind) {
      case 'activeAt':
        return sql`(${session.startedAt} <= ${predicate.time} and ${session.overAt} > ${predicate.time} and coalesce(${session.endedAt}, 'infinity') > ${predicate.time})`;
      case 'provenAt':
        return sql`(${session.startedAt} <= ${predicate.time} and ${session.overAt} > ${predicate.time}
          and coalesce(${session.endedAt}, 'infinity') > ${predicate.time} and ${ENDED_AFTER} >= ${predicate.time})`;
      case 'overlaps':
        return sql`(${session.startedAt} < ${predicate.until} and ${session.overAt} > ${predicate.from} and coalesce(${session.endedAt}, 'infinity') > ${predicate.from}
          and ${session.endedAt} is distinct from ${session.startedAt})`;
      case 'endsAfter':
        return sql`${SESSION_ENDED} > ${predicate.time}`;
      case 'isNull':
        // Open sessions are of the last class of lengths. Index: session_span, or the one of the order. For `is null` the planner would multiply two
        // shares that are the same, expect few rows and sort them all: 12 ms instead of 1 with 12,000 open ones.
        return predicate.field === 'ended'
          ? sql`(num_nulls(${session.endedAt}) > 0 and ${SESSION_SPAN} = ${literal(SPAN_BOUNDS.length)})`
          : compileSources(predicate);
      case 'not':
        // The bound lets session_duration begin behind the open sessions, which rank as the longest.
        return predicate.of.kind === 'isNull' && predicate.of.field === 'ended'
          ? sql`(${session.endedAt} is not null and ${session.durationRank} < ${FIRST_OPEN_RANK})`
          : null;
      case 'lastsAtLeast':
        return sql`${session.endedAt} - ${session.startedAt} >= ${milliseconds(predicate.durationMs)}::interval`;
      case 'openOrLasts':
        // Open sessions rank last. Index: session_duration.
        return gte(session.durationRank, fromMicroseconds(Math.round(predicate.durationMs * 1000)));
      case 'lastsLessThan':
        return sql`${session.endedAt} - ${session.startedAt} < ${milliseconds(predicate.durationMs)}::interval`;
      case 'everLocked':
        // An UNLOCK alone proves a LOCK that was not recorded.
        return sql`(${session.lockCount} > 0 or ${session.unlockCount} > 0)`;
      case 'presentAfter':
        return compilePresence(predicate);
      case 'unlockedFor':
        return compileUnlockedFor(predicate);
      case 'sourceKnown':
        return compileSourceKnown(predicate);
      case 'otherThan':
        return sql`(${session.startedAt}, ${session.startUuid}) <> (${predicate.startedAt}::timestamptz, ${predicate.startUuid}::uuid)`;
      default:
        return compileSources(predicate);
    }
  },
};

export const CONTEXT_EVENTS: Subject = {
  columns: contextEvent,
  compileOwn: (predicate) => (predicate.kind === 'ofSession' ? isDisconnectOf(asSql(predicate)) : null),
};

export const HOSTS: Subject = { columns: { hostname: host.hostname }, compileOwn: () => null };

export const ACCOUNTS: Subject = {
  columns: { user: account.userName, userName: account.userName, userDomain: account.userDomain },
  compileOwn: (predicate) =>
    predicate.kind === 'isNull' && predicate.field === 'userDomain' ? eq(account.userDomain, '') : null,
};

/** Matches any source of a session. */
const compileSources = (predicate: Predicate): SQL | null => {
  if (!('field' in predicate) || predicate.field !== 'srcIp') return null;
  if (predicate.kind === 'isNull') return sql`${session.srcIps} = '{}'`;
  if (predicate.kind === 'in') {
    return sql`${session.srcIps} && ${sql.param(`{${predicate.values.join(',')}}`)}::inet[]`;
  }
  if (predicate.kind !== 'inCidr' && predicate.kind !== 'outsideCidr') return null;
  const within = sql`(${or(...predicate.networks.map((network) => sql`source <<= ${network}::inet`))})`;
  const matchesAny = (condition: SQL): SQL =>
    sql`exists (select from unnest(${session.srcIps}) as source where ${condition})`;
  return predicate.kind === 'inCidr'
    ? matchesAny(within)
    : sql`(${session.srcIps} = '{}' or ${matchesAny(not(within))})`;
};

const milliseconds = (durationMs: number): string => `${durationMs} milliseconds`;

/**
 * Compiles a predicate to SQL in two-valued logic: a condition that is not true is false, so `not` keeps rows with nulls.
 *
 * Equality uses the index that begins with its column; CIDRs and prefixes use a range of it. `contains`, `not`, login types and
 * names of clients walk the list in its order; resolveNames replaces `contains` where few names match.
 *
 * @param asOf the canonical time that `last` counts back from.
 */
export const compilePredicate = (predicate: Predicate, asOf: string, subject: Subject): SQL => {
  const compile = (of: Predicate): SQL => compilePredicate(of, asOf, subject);
  const columnOf = (field: keyof Columns): PgColumn => need(subject, field);
  const own = subject.compileOwn(predicate);
  if (own !== null) return own;
  switch (predicate.kind) {
    case 'and':
      return and(...predicate.of.map(compile)) ?? sql`true`;
    case 'or':
      return or(...predicate.of.map(compile)) ?? sql`false`;
    case 'not':
      return predicate.of.kind === 'isNull'
        ? not(compile(predicate.of))
        : sql`(${compile(predicate.of)}) is not true`;
    case 'in':
      if (predicate.field === 'userDomain') return compileDomains(predicate.values, subject);
      return compileIn(columnOf(predicate.field), predicate.values);
    case 'startsWith':
      return like(textOf(predicate.field, subject), `${escapeLike(predicate.text)}%`);
    case 'contains':
      return like(textOf(predicate.field, subject), `%${escapeLike(predicate.text)}%`);
    case 'isNull':
      return isNull(columnOf(predicate.field));
    case 'inCidr':
      return compileCidr(columnOf(predicate.field), predicate.networks);
    case 'outsideCidr':
      return sql`(${compileCidr(columnOf(predicate.field), predicate.networks)}) is not true`;
    case 'from':
      return gte(columnOf(predicate.field), predicate.time);
    case 'until':
      return lt(columnOf(predicate.field), predicate.time);
    case 'last':
      return gte(columnOf(predicate.field), startOfLast(asOf, predicate.durationMs));
    case 'userIn':
      return compileUsers(predicate.users, subject);
    case 'userStartsWith':
      return compileUserPart(predicate.user, subject, `${escapeLike(predicate.user.userName)}%`);
    case 'userContains':
      return compileUserPart(predicate.user, subject, `%${escapeLike(predicate.user.userName)}%`);
    case 'accountIn':
      return compileAccounts(predicate.accounts, subject);
    case 'localAccount':
      return isDomainOfHost(columnOf('userDomain'), columnOf('hostname'));
    case 'noise':
      return compileNoise(subject);
    default:
      throw new Error(`The condition ${predicate.kind} does not apply to this table.`);
  }
};

const need = ({ columns }: Subject, field: keyof Columns): PgColumn => {
  const column = columns[field];
  if (column === undefined) throw new Error(`The field ${field} does not exist in this table.`);
  return column;
};

/** A domain is compared under the name by which its accounts are known, like everywhere. */
const textOf = (field: keyof Columns, subject: Subject): SQL | PgColumn =>
  field === 'userDomain' ? accountDomain(need(subject, field)) : need(subject, field);

const compileIn = (column: PgColumn, values: readonly unknown[]): SQL => {
  const [value] = values;
  // Like the condition of the index session_event_failure: Postgres 15 does not infer `is false` from `= false`.
  if (typeof value === 'boolean') return value ? sql`${column} is true` : sql`${column} is false`;
  return values.length === 1 ? eq(column, value) : inArray(column, [...values]);
};

/** Uses a btree range on inet, because the plan is custom; `any($1)` would not. */
const compileCidr = (column: PgColumn, networks: readonly string[]): SQL =>
  or(...networks.map((network) => sql`${column} <<= ${network}::inet`)) ?? sql`false`;

const compileUsers = (users: readonly UserPattern[], subject: Subject): SQL => {
  const userName = need(subject, 'userName');
  const userDomain = need(subject, 'userDomain');
  const anyDomain = users.filter((user) => user.userDomain === null).map((user) => user.userName);
  const qualified = users.filter((user) => user.userDomain !== null);
  const conditions = qualified.map((user) =>
    and(eq(userName, user.userName), isDomain(userDomain, user.userDomain ?? '')),
  );
  if (anyDomain.length > 0) conditions.push(compileIn(userName, anyDomain));
  return or(...conditions) ?? sql`false`;
};

const compileUserPart = ({ userDomain }: UserPattern, subject: Subject, pattern: string): SQL => {
  const name = like(need(subject, 'userName'), pattern);
  return userDomain === null ? name : (and(name, isDomain(need(subject, 'userDomain'), userDomain)) ?? name);
};

/** Compares the domains of accounts. */
const isDomain = (column: PgColumn, domain: string): SQL =>
  sql`${accountDomain(column)} = ${accountDomain(domain)}`;

const compileDomains = (domains: readonly string[], subject: Subject): SQL =>
  sql`${accountDomain(need(subject, 'userDomain'))} in (${joinList(domains.map(accountDomain))})`;

/** Hashes the accounts, so their number matters little; no index serves this condition. */
const compileAccounts = (accounts: readonly Account[], subject: Subject): SQL => {
  const domains = arrayParameter(accounts.map(({ userDomain }) => userDomain ?? ''));
  const names = arrayParameter(accounts.map(({ userName }) => userName));
  return sql`(coalesce(${accountDomain(need(subject, 'userDomain'))}, ''), ${need(subject, 'userName')}) in (
    select account_domain(domain), name from unnest(${sql.param(domains)}::text[], ${sql.param(names)}::text[]) as asked(domain, name))`;
};

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/**
 * Matches machine accounts (but no local account whose domain is the host itself, because attackers choose such names), the SIDs of SYSTEM,
 * services, window manager, font driver and anonymous, and the names of these where the uid is unknown. Names of failed logins do not
 * count: a failed login never has a uid, and someone who guesses passwords may choose the name SYSTEM.
 * https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers
 */
const compileNoise = (subject: Subject): SQL => {
  const columnOf = (field: keyof Columns): PgColumn => need(subject, field);
  const [userName, userDomain, uid] = [columnOf('userName'), columnOf('userDomain'), columnOf('uid')];
  const { loginSuccessful } = subject.columns;
  const isUnknown =
    loginSuccessful === undefined
      ? sql`${uid} is null`
      : sql`${uid} is null and ${loginSuccessful} is not false`;
  return sql`((${userName} like '%$' and (${isDomainOfHost(userDomain, columnOf('hostname'))}) is not true)
  or ${uid} in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or ${uid} like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or (${isUnknown} and (${userDomain} in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or (${userDomain} is null and
    ${userName} in ('system', 'local service', 'network service', 'anonymous logon')))))`;
};
