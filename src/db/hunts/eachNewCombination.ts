import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { LoginType } from '../../model/action.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import type { CombinableTrait } from '../../model/hunts/loginTraits.ts';

import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { canonicalTime, sessionEvent } from '../tables.ts';

import { LOGIN_COLUMNS } from './eachLogin.ts';

/** A combination and its logins. Traits that are not in the tuple, or unknown, are null. */
export type CombinationRow = {
  readonly hostname: string | null;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly srcIp: string | null;
  readonly srcNetwork: string | null;
  readonly loginType: LoginType | null;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly loginCount: number;
  /** The id and host of the first login. */
  readonly firstUuid: string;
  readonly firstHostname: string;
};

type Column = keyof Omit<CombinationRow, 'firstAt' | 'lastAt' | 'loginCount' | 'firstUuid' | 'firstHostname'>;

const COLUMNS: Readonly<Record<Column, SQL>> = { ...LOGIN_COLUMNS, loginType: sql`login_type` };

const COLUMNS_OF: Readonly<Record<CombinableTrait, readonly Column[]>> = {
  USER: ['userDomain', 'userName'],
  HOST: ['hostname'],
  SRC_IP: ['srcIp'],
  SRC_NETWORK: ['srcNetwork'],
  LOGIN_TYPE: ['loginType'],
};

/** Which logins to read, the traits of a combination, and the time from which on a combination is new. */
export type CombinationList = {
  readonly where: readonly Predicate[];
  readonly tuple: readonly CombinableTrait[];
  readonly newFrom: string;
};

/**
 * Reads the combinations whose first login is at or after `newFrom`, in no order. An unknown value is a value like any other. One walk over the
 * range of the conditions, by session_event_time, groups all logins; then the first login of each new combination is looked up by its time.
 */
export const eachNewCombination = async (
  db: RequestDatabase,
  { where, tuple, newFrom }: CombinationList,
  onCombination: (combination: CombinationRow) => void,
): Promise<void> => {
  const columns = tuple.flatMap((trait) => COLUMNS_OF[trait]);
  const selected = columns.map((column) => sql`${COLUMNS[column]} as ${sql.identifier(column)}`);
  const same = columns.map(
    (column) => sql`${COLUMNS[column]} is not distinct from n.${sql.identifier(column)}`,
  );
  const conditions = and(...where.map((predicate) => compilePredicate(predicate, '', EVENTS)));
  const select = sql`select n.*, f.* from (
      select ${sql.join(selected, sql`, `)}, min(time) as "firstAt", max(time) as "lastAt", count(*)::integer as "loginCount"
      from ${sessionEvent} where ${conditions}
      group by ${sql.join(
        columns.map((column) => COLUMNS[column]),
        sql`, `,
      )} having min(time) >= ${newFrom}) n
    cross join lateral (select id as "firstUuid", hostname as "firstHostname" from ${sessionEvent}
      where ${conditions} and time = n."firstAt" and ${sql.join(same, sql` and `)} order by id limit 1) f`;
  await db.each<CombinationRow>(select, (row) =>
    onCombination({
      ...NOTHING,
      ...row,
      firstAt: canonicalTime(row.firstAt),
      lastAt: canonicalTime(row.lastAt),
    }),
  );
};

const NOTHING = {
  hostname: null,
  userDomain: null,
  userName: null,
  srcIp: null,
  srcNetwork: null,
  loginType: null,
} as const;
