import { and, eq, getTableColumns, gt, gte, inArray, isNull, like, lt, not, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

import type { Account } from '../model/account.ts';
import type { Field, Predicate, UserPattern } from '../model/filter/predicate.ts';
import { startOfLast } from '../model/filter/timeRange.ts';
import type { SessionExtent } from '../model/session/session.ts';
import { formatTime } from '../model/values/time.ts';

import { arrayParameter } from './arrayParameter.ts';
import { compileHunted } from './hunts/compileHunted.ts';
import { isNotFixedLogon } from './isNotFixedLogon.ts';
import { account, host, hostStart, session, SESSION_ENDED, sessionEvent } from './tables.ts';

type Columns = Readonly<Partial<Record<Field | 'userName', PgColumn>>>;

/** What a predicate is about: its columns, and what it compiles in a way of its own. */
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

/** The row comparisons are exact, the bounds on time alone let Postgres leave partitions out. */
const compileBetween = ({ first, last }: Extract<Predicate, { kind: 'between' }>): SQL => {
  const key = sql`(${sessionEvent.time}, ${sessionEvent.uuid})`;
  return sql`(${key} >= (${first.time}::timestamptz, ${first.uuid}::uuid) and ${sessionEvent.time} >= ${first.time}
  and ${key} <= (${last.time}::timestamptz, ${last.uuid}::uuid) and ${sessionEvent.time} <= ${last.time})`;
};

/** Members, and twins of the login; session_event_login_id and session_event_linked_login_id. */
const compileExtent = ({ endedAt, ...extent }: SessionExtent): SQL => {
  const bounds = {
    hostname: sql`${extent.hostname}`,
    loginId: sql`${extent.loginId}`,
    startedAt: sql`${extent.startedAt}::timestamptz`,
    startUuid: sql`${extent.startUuid}::uuid`,
    lastAt: sql`${extent.lastAt}::timestamptz`,
    lastUuid: sql`${extent.lastUuid}::uuid`,
    endedAt: sql`${endedAt ?? 'infinity'}::timestamptz`,
  };
  return sql`(${isMember(bounds)} or ${isTwin(bounds)})`;
};

/** What bounds a session, as values or as columns of a joined list of sessions. */
export type ExtentSql = Readonly<Record<keyof SessionExtent, SQL>>;

export const isMember = (
  extent: ExtentSql,
): SQL => sql`(${sessionEvent.hostname} collate "POSIX" = ${extent.hostname}
  and ${sessionEvent.loginId} = ${extent.loginId} and ${sessionEvent.linkedLoginId} is null and ${sessionEvent.loginSuccessful} is not false
  and ${isNotFixedLogon(sql`session_event`)}
  and ${sessionEvent.time} >= ${extent.startedAt} and ${sessionEvent.time} <= ${extent.lastAt}
  and (${sessionEvent.time}, ${sessionEvent.uuid}) >= (${extent.startedAt}, ${extent.startUuid})
  and (${sessionEvent.time}, ${sessionEvent.uuid}) <= (${extent.lastAt}, ${extent.lastUuid}))`;

export const isTwin = (
  extent: ExtentSql,
): SQL => sql`(${sessionEvent.hostname} collate "POSIX" = ${extent.hostname}
  and ${sessionEvent.linkedLoginId} = ${extent.loginId} and ${sessionEvent.loginSuccessful} is true
  and ${sessionEvent.time} >= ${extent.startedAt} and ${sessionEvent.time} <= ${extent.endedAt})`;

export const SESSIONS: Subject = {
  columns: { ...getTableColumns(session), started: session.startedAt, ended: session.endedAt },
  compileOwn: (predicate) => {
    switch (predicate.kind) {
      case 'activeAt':
        return sql`(${session.startedAt} <= ${predicate.time} and ${session.overAt} > ${predicate.time} and coalesce(${session.endedAt}, 'infinity') > ${predicate.time})`;
      case 'overlaps':
        return sql`(${session.startedAt} < ${predicate.until} and ${session.overAt} > ${predicate.from} and coalesce(${session.endedAt}, 'infinity') > ${predicate.from})`;
      case 'endsAfter':
        return sql`${SESSION_ENDED} > ${predicate.time}`;
      case 'lastsAtLeast':
        return sql`${session.endedAt} - ${session.startedAt} >= ${milliseconds(predicate.durationMs)}::interval`;
      case 'openOrLasts':
        // Open sessions rank after all others; session_duration.
        return gte(session.durationRank, formatTime(predicate.durationMs));
      case 'lastsLessThan':
        return sql`${session.endedAt} - ${session.startedAt} < ${milliseconds(predicate.durationMs)}::interval`;
      case 'everLocked':
        return gt(session.lockCount, 0);
      case 'everUnlocked':
        return gt(session.unlockCount, 0);
      case 'momentary':
        return eq(session.endedAt, session.startedAt);
      case 'otherThan':
        return sql`(${session.startedAt}, ${session.startUuid}) <> (${predicate.startedAt}::timestamptz, ${predicate.startUuid}::uuid)`;
      default:
        return compileSources(predicate);
    }
  },
};

export const HOST_STARTS: Subject = {
  columns: { hostname: hostStart.hostname, time: hostStart.time },
  compileOwn: () => null,
};

export const HOSTS: Subject = { columns: { hostname: host.hostname }, compileOwn: () => null };

export const ACCOUNTS: Subject = {
  columns: { user: account.userName, userName: account.userName, userDomain: account.userDomain },
  compileOwn: (predicate) =>
    predicate.kind === 'isNull' && predicate.field === 'userDomain' ? eq(account.userDomain, '') : null,
};

/** Any of a session's sources. */
const compileSources = (predicate: Predicate): SQL | null => {
  if (!('field' in predicate) || predicate.field !== 'srcIp') return null;
  if (predicate.kind === 'isNull') return sql`${session.srcIps} = '{}'`;
  if (predicate.kind === 'in') {
    return sql`${session.srcIps} && ${sql.param(`{${predicate.values.join(',')}}`)}::inet[]`;
  }
  if (predicate.kind !== 'inCidr') return null;
  const within = predicate.networks.map((network) => sql`source <<= ${network}::inet`);
  return sql`exists (select from unnest(${session.srcIps}) as source where ${or(...within)})`;
};

const milliseconds = (durationMs: number): string => `${durationMs} milliseconds`;

/**
 * Compiles a predicate to SQL in two-valued logic: what is not true is false, so that `not` keeps rows with nulls.
 *
 * Conditions of equality are served by the index that begins with their column, CIDRs and prefixes by a range of it;
 * `contains`, `not` and login types walk the list in its order.
 *
 * @param asOf what `last` counts back from, canonical time.
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
      return compileIn(columnOf(predicate.field), predicate.values);
    case 'startsWith':
      return like(columnOf(predicate.field), `${escapeLike(predicate.text)}%`);
    case 'contains':
      return like(columnOf(predicate.field), `%${escapeLike(predicate.text)}%`);
    case 'isNull':
      return isNull(columnOf(predicate.field));
    case 'inCidr':
      return compileCidr(columnOf(predicate.field), predicate.networks);
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
      return sql`${columnOf('userDomain')} = split_part(${columnOf('hostname')}, '.', 1)`;
    case 'noise':
      return compileNoise(subject);
    default:
      throw new Error(`The condition ${predicate.kind} is none of this subject.`);
  }
};

const need = ({ columns }: Subject, field: keyof Columns): PgColumn => {
  const column = columns[field];
  if (column === undefined) throw new Error(`The field ${field} is none of this subject.`);
  return column;
};

const compileIn = (column: PgColumn, values: readonly unknown[]): SQL => {
  const [value] = values;
  // As session_event_failure has it: Postgres 15 does not see that `= false` implies `is false`.
  if (typeof value === 'boolean') return value ? sql`${column} is true` : sql`${column} is false`;
  return values.length === 1 ? eq(column, value) : inArray(column, [...values]);
};

/** A btree range on inet as the plan is custom; `any($1)` would not be. */
const compileCidr = (column: PgColumn, networks: readonly string[]): SQL =>
  or(...networks.map((network) => sql`${column} <<= ${network}::inet`)) ?? sql`false`;

const compileUsers = (users: readonly UserPattern[], subject: Subject): SQL => {
  const userName = need(subject, 'userName');
  const userDomain = need(subject, 'userDomain');
  const anyDomain = users.filter((user) => user.userDomain === null).map((user) => user.userName);
  const qualified = users.filter((user) => user.userDomain !== null);
  const conditions = qualified.map((user) =>
    and(eq(userName, user.userName), eq(userDomain, user.userDomain ?? '')),
  );
  if (anyDomain.length > 0) conditions.push(compileIn(userName, anyDomain));
  return or(...conditions) ?? sql`false`;
};

const compileUserPart = ({ userDomain }: UserPattern, subject: Subject, pattern: string): SQL => {
  const name = like(need(subject, 'userName'), pattern);
  return userDomain === null ? name : (and(name, eq(need(subject, 'userDomain'), userDomain)) ?? name);
};

/** By a hash of the accounts, however many there are; no index serves it. */
const compileAccounts = (accounts: readonly Account[], subject: Subject): SQL => {
  const domains = arrayParameter(accounts.map(({ userDomain }) => userDomain ?? ''));
  const names = arrayParameter(accounts.map(({ userName }) => userName));
  return sql`(coalesce(${need(subject, 'userDomain')}, ''), ${need(subject, 'userName')}) in (
    select * from unnest(${sql.param(domains)}::text[], ${sql.param(names)}::text[]))`;
};

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/**
 * Machine accounts (but never a local account whose domain is the host itself: attackers name theirs so), SYSTEM, service,
 * window manager, font driver and anonymous SIDs, and the names of these where no uid is known. A failed login never has a uid, so that
 * of a failure the name tells nothing: whoever guesses passwords may choose SYSTEM's.
 * https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers
 */
const compileNoise = (subject: Subject): SQL => {
  const [hostname, userName, userDomain, uid] = (['hostname', 'userName', 'userDomain', 'uid'] as const).map(
    (field) => need(subject, field),
  );
  const { loginSuccessful } = subject.columns;
  const isUnknown =
    loginSuccessful === undefined
      ? sql`${uid} is null`
      : sql`${uid} is null and ${loginSuccessful} is not false`;
  return sql`((${userName} like '%$' and ${userDomain} is distinct from ${hostname})
  or ${uid} in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or ${uid} like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or (${isUnknown} and (${userDomain} in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or (${userDomain} is null and
    ${userName} in ('system', 'local service', 'network service', 'anonymous logon')))))`;
};
