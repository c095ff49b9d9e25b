import { and, eq, gte, inArray, isNull, like, lt, not, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

import type { EventField, IpField, Predicate, UserPattern } from '../model/filter/predicate.ts';
import { formatTime } from '../model/values/time.ts';

import { sessionEvent } from './tables.ts';

const COLUMNS: Readonly<Record<EventField, PgColumn>> = sessionEvent;

/**
 * Compiles a predicate to SQL in two-valued logic: what is not true is false, so that `not` keeps rows with nulls.
 *
 * Conditions of equality are served by the index that begins with their column, CIDRs and prefixes by a range of it;
 * `contains`, `not` and login types walk the list in its order.
 *
 * @param asOf what `last` counts back from, canonical time.
 */
export const compilePredicate = (predicate: Predicate, asOf: string): SQL => {
  const compile = (of: Predicate): SQL => compilePredicate(of, asOf);
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
      return compileIn(COLUMNS[predicate.field], predicate.values);
    case 'startsWith':
      return like(COLUMNS[predicate.field], `${escapeLike(predicate.text)}%`);
    case 'contains':
      return like(COLUMNS[predicate.field], `%${escapeLike(predicate.text)}%`);
    case 'isNull':
      return isNull(COLUMNS[predicate.field]);
    case 'inCidr':
      return compileCidr(predicate.field, predicate.networks);
    case 'from':
      return gte(COLUMNS[predicate.field], predicate.time);
    case 'until':
      return lt(COLUMNS[predicate.field], predicate.time);
    case 'last':
      return gte(COLUMNS[predicate.field], startOfLast(asOf, predicate.durationMs));
    case 'userIn':
      return compileUsers(predicate.users);
    case 'userStartsWith':
      return compileUserPart(predicate.user, `${escapeLike(predicate.user.userName)}%`);
    case 'userContains':
      return compileUserPart(predicate.user, `%${escapeLike(predicate.user.userName)}%`);
    case 'noise':
      return NOISE;
  }
};

/** When a range of `last` begins. */
export const startOfLast = (asOf: string, durationMs: number): string =>
  `${formatTime(Date.parse(asOf) - durationMs).slice(0, 23)}${asOf.slice(23)}`;

const compileIn = (column: PgColumn, values: readonly unknown[]): SQL => {
  const [value] = values;
  // As session_event_failure has it: Postgres 15 does not see that `= false` implies `is false`.
  if (typeof value === 'boolean') return value ? sql`${column} is true` : sql`${column} is false`;
  return values.length === 1 ? eq(column, value) : inArray(column, [...values]);
};

/** A btree range on inet as the plan is custom; `any($1)` would not be. */
const compileCidr = (field: IpField, networks: readonly string[]): SQL =>
  or(...networks.map((network) => sql`${COLUMNS[field]} <<= ${network}::inet`)) ?? sql`false`;

const compileUsers = (users: readonly UserPattern[]): SQL => {
  const anyDomain = users.filter(({ userDomain }) => userDomain === null).map(({ userName }) => userName);
  const qualified = users.filter(({ userDomain }) => userDomain !== null);
  const conditions = qualified.map(({ userDomain, userName }) =>
    and(eq(sessionEvent.userName, userName), eq(sessionEvent.userDomain, userDomain ?? '')),
  );
  if (anyDomain.length > 0) conditions.push(compileIn(sessionEvent.userName, anyDomain));
  return or(...conditions) ?? sql`false`;
};

const compileUserPart = ({ userDomain }: UserPattern, pattern: string): SQL => {
  const name = like(sessionEvent.userName, pattern);
  return userDomain === null ? name : (and(name, eq(sessionEvent.userDomain, userDomain)) ?? name);
};

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/**
 * Machine accounts (but never a local account whose domain is the host itself: attackers name theirs so), SYSTEM, service,
 * window manager, font driver and anonymous SIDs, and the names of these where no uid is known.
 * https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers
 */
const NOISE = sql`((${sessionEvent.userName} like '%$' and ${sessionEvent.userDomain} is distinct from ${sessionEvent.hostname})
  or ${sessionEvent.uid} in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or ${sessionEvent.uid} like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or (${sessionEvent.uid} is null and (${sessionEvent.userDomain} in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or (${sessionEvent.userDomain} is null and
    ${sessionEvent.userName} in ('system', 'local service', 'network service', 'anonymous logon')))))`;
