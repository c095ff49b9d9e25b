import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

import { timeRangeOf } from '../model/filter/timeRange.ts';
import type { Predicate, TimeField } from '../model/filter/predicate.ts';

import type { WindowOfPage } from './eventPage.ts';
import type { Planning, RequestDatabase } from './makeRequestDatabase.ts';
import { compileList, fillList, fillNamed, TEXT } from './namedStatement.ts';
import type { ListColumns } from './namedStatement.ts';
import { boundsOf, FIRST_TIME, isWithin, LAST_TIME, valuesOfBounds } from './pageBounds.ts';

/** What the rows of a list have in common: one host, one login of a host, one user … and which of them are listed; null for all. */
export type Key = {
  readonly kind: KeyKind;
  readonly values: readonly string[];
  readonly part: string | null;
};

type KeyKind = 'host' | 'login' | 'src_ip' | 'uid' | 'user' | 'user_of_domain' | 'user_without_domain';

/** A table whose pages of one key are read by an index that has the order of the list. */
export type KeyedTable = {
  readonly name: string;
  readonly table: PgTable;
  readonly columns: SQL;
  /** Gives a row that Postgres wrote as JSON the form in which pg reads it. */
  readonly readJson: <Row extends object>(row: Row) => Row;
  /** The order of the list. */
  readonly time: PgColumn;
  readonly uuid: PgColumn;
  /** That time in filters. */
  readonly timeField: TimeField;
  /** The condition of each kind of key. */
  readonly conditions: Readonly<Partial<Record<KeyKind, (values: KeyValues) => SQL>>>;
  /** Parts of the rows of a key that are often read, by name. */
  readonly parts: Readonly<Record<string, KeyedPart>>;
  readonly isPartitioned: boolean;
  readonly planning: Planning;
};

type KeyedPart = { readonly of: readonly Predicate[]; readonly where: SQL };

/** Finds the key of a list, whose time may have bounds; null if the list has further conditions. */
export const findKey = (predicate: Predicate, { conditions, parts, timeField }: KeyedTable): Key | null => {
  const given = listConditions(predicate).filter((condition) => !isTimeBound(condition, timeField));
  for (const [part, of] of [[null, []] as const, ...Object.entries(parts).map(ofPart)]) {
    const [first, second, ...others] = without(given, of);
    if (first === undefined || others.length > 0 || given.length > of.length + 2) continue;
    const key = second === undefined ? keyOf(first) : keyOfTwo(first, second);
    if (key !== null && key.kind in conditions) return { ...key, part };
  }
  return null;
};

const ofPart = ([name, { of }]: readonly [string, KeyedPart]) => [name, of] as const;

/** The conditions that are not those of a part; none if one of those is missing. */
const without = (given: readonly Predicate[], of: readonly Predicate[]): readonly Predicate[] => {
  if (of.length === 0) return given;
  const texts = new Set(of.map((condition) => JSON.stringify(condition)));
  const others = given.filter((condition) => !texts.delete(JSON.stringify(condition)));
  return texts.size === 0 ? others : [];
};

const listConditions = (predicate: Predicate): readonly Predicate[] =>
  predicate.kind === 'and' ? predicate.of.flatMap(listConditions) : [predicate];

const isTimeBound = (condition: Predicate, field: TimeField): boolean =>
  (condition.kind === 'from' || condition.kind === 'until' || condition.kind === 'last') &&
  condition.field === field;

type WholeKey = Omit<Key, 'part'>;

const keyOf = (condition: Predicate): WholeKey | null => {
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

const keyOfTwo = (...conditions: readonly [Predicate, Predicate]): WholeKey | null => {
  const isNoDomain = (condition: Predicate): boolean =>
    condition.kind === 'isNull' && condition.field === 'userDomain';
  if (conditions.some(isNoDomain)) {
    const key = keyOf(conditions.find((condition) => !isNoDomain(condition)) ?? conditions[0]);
    return key?.kind === 'user' ? { ...key, kind: 'user_without_domain' } : null;
  }
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
export type KeyedPage = WindowOfPage & { readonly key: Key };

/**
 * Reads a page of the rows of one key. Its index has the order of the list, so the best plan is the same for all values, and all such pages of a
 * kind and direction have one text, and each connection plans it once. Planning with the values took half of the time of a
 * page.
 */
const selectKeyedPage = async <Row>(
  db: RequestDatabase,
  table: KeyedTable,
  page: KeyedPage,
): Promise<readonly Row[]> => {
  const name = nameOfPage(table, page);
  const [one, two] = page.key.values;
  const statement = fillNamed(name, () => compilePage(table, page, VALUES), {
    one,
    two,
    ...valuesOfPage(table, page),
  });
  return db.rows<Row>(statement, name, table.planning);
};

/** The values of a key, as the condition compares them. */
export type KeyValues = { readonly one: SQL; readonly two: SQL };

const VALUES: KeyValues = { one: sql`${sql.placeholder('one')}`, two: sql`${sql.placeholder('two')}` };

const nameOfPage = ({ name }: KeyedTable, { key, query }: KeyedPage): string =>
  `${key.part ?? name}_of_${key.kind}_${query.scan.toLowerCase()}`;

const valuesOfPage = ({ timeField }: KeyedTable, { query, window }: KeyedPage) => {
  const { from, until } = timeRangeOf(query.predicate, timeField, query.asOf);
  const bounds = boundsOf({ ...query, froms: [from, window.from], untils: [until, window.until] });
  return { ...valuesOfBounds(bounds), limit: query.limit };
};

const compilePage = (
  { table, columns, time, uuid, conditions, parts, isPartitioned }: KeyedTable,
  { key: { kind, part }, query: { scan } }: KeyedPage,
  values: KeyValues,
): SQL => {
  const direction = scan === 'DESCENDING' ? sql`desc` : sql`asc`;
  // Lets Postgres skip partitions. For two bounds written alike the planner expects so few rows that it prefers session_event_time.
  const ofPartitions = sql`and ${time} >= ${FIRST_TIME} and ${time} <= any (array[${LAST_TIME}::timestamptz])`;
  const isOfPart = part === null ? sql`` : sql` and ${parts[part]?.where ?? sql`false`}`;
  return sql`select ${columns} from ${table} where ${conditions[kind]?.(values) ?? sql`false`}${isOfPart}
    and ${isWithin(time, uuid)} ${isPartitioned ? ofPartitions : sql``}
    order by ${time} ${direction}, ${uuid} ${direction} limit ${sql.placeholder('limit')}`;
};

/**
 * Reads such a page for each of several keys, those with the same bounds by one statement. It is planned once, too, for any number of keys: as a
 * statement for each key and partition, it took 0.7 s to plan. Citus refuses to join a list with `lateral … limit`, hence the subquery.
 */
export const selectKeyedPages = async <Row extends object>(
  db: RequestDatabase,
  table: KeyedTable,
  pages: readonly KeyedPage[],
): Promise<readonly (readonly Row[])[]> => {
  const alike = new Map<string, [KeyedPage, ...KeyedPage[]]>();
  for (const page of pages) {
    const text = JSON.stringify([nameOfPage(table, page), valuesOfPage(table, page)]);
    const group = alike.get(text);
    if (group === undefined) alike.set(text, [page]);
    else group.push(page);
  }
  const found = new Map<KeyedPage, readonly Row[]>();
  for (const [first, ...others] of alike.values()) {
    const group = [first, ...others];
    const rows =
      others.length === 0
        ? [{ rows: await selectKeyedPage<Row>(db, table, first) }]
        : await selectEachPage<Row>(db, table, [first, ...others]);
    group.forEach((page, index) => found.set(page, rows[index]?.rows ?? []));
  }
  return pages.map((page) => found.get(page) ?? []);
};

const selectEachPage = async <Row extends object>(
  db: RequestDatabase,
  table: KeyedTable,
  pages: readonly [KeyedPage, ...KeyedPage[]],
): Promise<readonly { readonly rows: readonly Row[] }[]> => {
  const [first] = pages;
  const name = `${nameOfPage(table, first)}_each`;
  const compile =
    (): SQL => sql`select (select json_agg(page) from (${compilePage(table, first, OF_LIST)}) page) as rows
    from ${compileList('k', KEY_COLUMNS)} order by k.index`;
  const statement = fillNamed(name, compile, {
    ...fillList(KEY_COLUMNS, pages),
    ...valuesOfPage(table, first),
  });
  const lists = await db.rows<{ readonly rows: readonly Row[] | null }>(statement, name, table.planning);
  return lists.map(({ rows }) => ({ rows: (rows ?? []).map((row) => table.readJson(row)) }));
};

const OF_LIST: KeyValues = { one: sql`k.one`, two: sql`k.two` };

const KEY_COLUMNS: ListColumns<KeyedPage> = {
  one: [TEXT, ({ key }) => key.values[0] ?? null],
  two: [TEXT, ({ key }) => key.values[1] ?? null],
};

/** Reads the pages of lists: those of a key, and all others. */
export const readByKey = async <Query extends { readonly predicate: Predicate }, Page>(
  queries: readonly Query[],
  keyOfQuery: (query: Query) => Key | null,
  read: {
    readonly ofKeys: (queries: readonly (Query & { readonly key: Key })[]) => Promise<readonly Page[]>;
    readonly others: (queries: readonly Query[]) => Promise<readonly Page[]>;
  },
): Promise<readonly Page[]> => {
  const keyed: (Query & { readonly key: Key })[] = [];
  const others: Query[] = [];
  const isKeyed = queries.map((query) => {
    const key = keyOfQuery(query);
    if (key === null) others.push(query);
    else keyed.push({ ...query, key });
    return key !== null;
  });
  const [ofKeys, rest] = [
    keyed.length === 0 ? [] : await read.ofKeys(keyed),
    others.length === 0 ? [] : await read.others(others),
  ].map((pages) => pages.values());
  return isKeyed.map((is) => (is ? ofKeys : rest)?.next().value as Page);
};
