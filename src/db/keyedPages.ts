import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

import { timeRangeOf } from '../model/filter/timeRange.ts';
import type { Predicate, TimeField } from '../model/filter/predicate.ts';

import type { WindowOfPage } from './eventPage.ts';
import type { Planning, RequestDatabase } from './makeRequestDatabase.ts';
import { fillNamed } from './namedStatement.ts';
import { boundsOf, FIRST_TIME, isWithin, LAST_TIME, valuesOfBounds } from './pageBounds.ts';

/** What the rows of a list have in common: one host, one login of a host, one user … */
export type Key = { readonly kind: KeyKind; readonly values: readonly string[] };

type KeyKind = 'host' | 'login' | 'src_ip' | 'uid' | 'user' | 'user_of_domain';

/** A table whose pages of one key are read by an index that has the order of the list. */
export type KeyedTable = {
  readonly name: string;
  readonly table: PgTable;
  readonly columns: SQL;
  /** The order of the list. */
  readonly time: PgColumn;
  readonly uuid: PgColumn;
  /** That time in filters. */
  readonly timeField: TimeField;
  /** The condition of each kind of key; its values are `one` and `two`. */
  readonly conditions: Readonly<Partial<Record<KeyKind, SQL>>>;
  readonly isPartitioned: boolean;
  readonly planning: Planning;
};

/** Finds the key of a list, whose time may have bounds; null if the list has further conditions. */
export const findKey = (predicate: Predicate, { conditions, timeField }: KeyedTable): Key | null => {
  const [first, second, ...others] = listConditions(predicate).filter(
    (condition) => !isTimeBound(condition, timeField),
  );
  if (first === undefined || others.length > 0) return null;
  const key = second === undefined ? keyOf(first) : keyOfLogin(first, second);
  return key !== null && key.kind in conditions ? key : null;
};

const listConditions = (predicate: Predicate): readonly Predicate[] =>
  predicate.kind === 'and' ? predicate.of.flatMap(listConditions) : [predicate];

const isTimeBound = (condition: Predicate, field: TimeField): boolean =>
  (condition.kind === 'from' || condition.kind === 'until' || condition.kind === 'last') &&
  condition.field === field;

const keyOf = (condition: Predicate): Key | null => {
  if (condition.kind === 'userIn') {
    const [user, ...others] = condition.users;
    if (user === undefined || others.length > 0) return null;
    const { userName, userDomain } = user;
    return userDomain === null
      ? { kind: 'user', values: [userName] }
      : { kind: 'user_of_domain', values: [userName, userDomain] };
  }
  const kind = condition.kind === 'in' ? KINDS.get(condition.field) : undefined;
  const value = kind === undefined ? null : onlyValueOf(condition);
  return kind === undefined || value === null ? null : { kind, values: [value] };
};

const KINDS: ReadonlyMap<string, KeyKind> = new Map([
  ['hostname', 'host'],
  ['uid', 'uid'],
  ['srcIp', 'src_ip'],
]);

const keyOfLogin = (...conditions: readonly [Predicate, Predicate]): Key | null => {
  const valueOf = (field: 'hostname' | 'loginId'): string | null =>
    onlyValueOf(conditions.find((condition) => condition.kind === 'in' && condition.field === field));
  const [hostname, loginId] = [valueOf('hostname'), valueOf('loginId')];
  return hostname === null || loginId === null ? null : { kind: 'login', values: [hostname, loginId] };
};

const onlyValueOf = (condition: Predicate | undefined): string | null => {
  const [value, ...others] = condition?.kind === 'in' ? condition.values : [];
  return typeof value === 'string' && others.length === 0 ? value : null;
};

/** A page of a list of rows of one key. */
type KeyedPage = WindowOfPage & { readonly key: Key };

/**
 * Reads a page of the rows of one key. Its index has the order of the list, so the best plan is the same for all values, and all such pages of a
 * kind and direction have one text, and each connection plans it once. Planning with the values took half of the time of a
 * page.
 */
export const selectKeyedPage = async <Row>(
  db: RequestDatabase,
  table: KeyedTable,
  { key, query, window }: KeyedPage,
): Promise<readonly Row[]> => {
  const { from, until } = timeRangeOf(query.predicate, table.timeField, query.asOf);
  const bounds = boundsOf({ ...query, froms: [from, window.from], untils: [until, window.until] });
  const name = `${table.name}_of_${key.kind}_${query.scan.toLowerCase()}`;
  const [one, two] = key.values;
  const statement = fillNamed(name, () => compilePage(table, { kind: key.kind, scan: query.scan }), {
    one,
    two,
    ...valuesOfBounds(bounds),
    limit: query.limit,
  });
  return db.rows<Row>(statement, name, table.planning);
};

const compilePage = (
  { table, columns, time, uuid, conditions, isPartitioned }: KeyedTable,
  { kind, scan }: { readonly kind: KeyKind; readonly scan: WindowOfPage['query']['scan'] },
): SQL => {
  const direction = scan === 'DESCENDING' ? sql`desc` : sql`asc`;
  // Lets Postgres skip partitions. For two bounds written alike the planner expects so few rows that it prefers session_event_time.
  const ofPartitions = sql`and ${time} >= ${FIRST_TIME} and ${time} <= any (array[${LAST_TIME}::timestamptz])`;
  return sql`select ${columns} from ${table} where ${conditions[kind] ?? sql`false`}
    and ${isWithin(time, uuid)} ${isPartitioned ? ofPartitions : sql``}
    order by ${time} ${direction}, ${uuid} ${direction} limit ${sql.placeholder('limit')}`;
};
