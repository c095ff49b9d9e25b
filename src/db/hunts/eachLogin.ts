import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import { toMicroseconds } from '../../model/session/sessionRank.ts';
import type { Position } from '../../model/sessionEvent.ts';

import type { Reader } from '../client.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { canonicalTime, sessionEvent } from '../tables.ts';

/** What hunts read of a login besides its place. */
type LoginValues = {
  readonly hostname: string;
  readonly userDomain: string | null;
  readonly userName: string | null;
};

const COLUMNS: Readonly<Record<keyof LoginValues, SQL>> = {
  hostname: sql`hostname as "hostname"`,
  userDomain: sql`user_domain as "userDomain"`,
  userName: sql`user_name as "userName"`,
};

/** A login as a hunt reads it: only the values that it needs, and the microseconds since 1970 of its time. */
export type LoginRow<Value extends keyof LoginValues> = Position & { readonly us: number } & Pick<
    LoginValues,
    Value
  >;

type Row = { readonly time: string; readonly uuid: string };

/**
 * Reads logins that predicates hold for, ordered by (time, id), one by one. Index: session_event_time, a walk over the time that they
 * bound, partition by partition.
 */
export const eachLogin = async <Value extends keyof LoginValues>(
  reader: Reader,
  { where, values }: { readonly where: readonly Predicate[]; readonly values: readonly Value[] },
  onLogin: (login: LoginRow<Value>) => void,
): Promise<void> => {
  const columns = values.map((value) => COLUMNS[value]);
  const select = sql`select ${sql.join([sql`time`, sql`id as uuid`, ...columns], sql`, `)} from ${sessionEvent}
    where ${and(...where.map((predicate) => compilePredicate(predicate, '', EVENTS)))} order by time, id`;
  await reader.each<Row>(select, (row) => {
    const time = canonicalTime(row.time);
    onLogin(Object.assign(row, { time, us: toMicroseconds(time) }) as LoginRow<Value>);
  });
};
