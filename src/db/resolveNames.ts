import { sql } from 'drizzle-orm';

import type { Predicate } from '../model/filter/predicate.ts';

import { batchReads } from './batchReads.ts';
import { ACCOUNTS, compilePredicate, HOSTS } from './compilePredicate.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';

type TextPart = Extract<Predicate, { readonly text: string }>;
type UserPart = Extract<Predicate, { readonly user: unknown }>;
type NamePart = TextPart | UserPart;

/** With more names than this, the list in its order soon has a page of them. */
const MAX_NAMES = 20;

/**
 * Replaces the conditions that a host's or user's name contains a text by the names that do, if they are few or none, so that the indexes of names
 * serve. Every name of an event or session is in the tables of hosts and accounts, which are small.
 */
export const resolveNames = async <Query extends { readonly predicate: Predicate }>(
  db: RequestDatabase,
  queries: readonly Query[],
): Promise<readonly Query[]> =>
  Promise.all(
    queries.map(async (query) => {
      const predicate = await resolve(db, query.predicate);
      return predicate === query.predicate ? query : { ...query, predicate };
    }),
  );

/** Gives the same object if it has no such condition. */
const resolve = async (db: RequestDatabase, predicate: Predicate): Promise<Predicate> => {
  switch (predicate.kind) {
    case 'and':
    case 'or': {
      const of = await Promise.all(predicate.of.map(async (part) => resolve(db, part)));
      return of.every((part, index) => part === predicate.of[index]) ? predicate : { ...predicate, of };
    }
    case 'not': {
      const of = await resolve(db, predicate.of);
      return of === predicate.of ? predicate : { kind: 'not', of };
    }
    case 'userContains':
      return withNames(predicate, await selectNames(db, predicate));
    case 'contains':
      return predicate.field === 'hostname'
        ? withNames(predicate, await selectNames(db, predicate))
        : predicate;
    default:
      return predicate;
  }
};

const withNames = (part: NamePart, names: readonly string[]): Predicate => {
  if (names.length > MAX_NAMES) return part;
  if (names.length === 0) return { kind: 'or', of: [] };
  if ('text' in part) return { kind: 'in', field: 'hostname', values: names };
  const { userDomain } = part.user;
  return { kind: 'userIn', users: names.map((userName) => ({ userDomain, userName })) };
};

/** The names that contain the text, at most one more than MAX_NAMES. No index serves it: it reads all of the table host or account. */
const selectNames = batchReads<NamePart, readonly string[]>(async (db, parts) =>
  Promise.all(
    parts.map(async (part) => {
      const select =
        'text' in part
          ? sql`select hostname as name from host where ${compilePredicate(part, '', HOSTS)} order by 1 limit ${MAX_NAMES + 1}`
          : sql`select distinct user_name as name from account where ${compilePredicate(part, '', ACCOUNTS)} order by 1 limit ${MAX_NAMES + 1}`;
      return (await db.rows<{ readonly name: string }>(select)).map(({ name }) => name);
    }),
  ),
);
