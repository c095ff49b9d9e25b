import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { toMicroseconds } from '../../model/session/sessionRank.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import type { LoginTrait } from '../../model/hunts/loginTraits.ts';
import type { Position } from '../../model/sessionEvent.ts';

import { ACCOUNT_DOMAIN } from '../accountDomain.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { canonicalTime, sessionEvent } from '../tables.ts';

import { IS_OF_UNKNOWN_DOMAIN } from './compileHunted.ts';
import type { RequestDatabase } from '../makeRequestDatabase.ts';

/** A login with only the values that a hunt needs. `us` is its time in microseconds since 1970. */
export type LoginRow<Value extends keyof LoginValues> = Position & { readonly us: number } & Pick<
    LoginValues,
    Value
  >;

/** Which logins to read, and which of their values. */
export type LoginList<Value extends keyof LoginValues> = {
  readonly where: readonly Predicate[];
  readonly values: readonly Value[];
  /** Reads only logins of these keys, because no other key can match. */
  readonly candidates?: CandidateKeys;
};

/** The keys that have at least `least` logins that fulfil these conditions. */
export type CandidateKeys = {
  readonly by: readonly LoginTrait[];
  readonly where: readonly Predicate[];
  readonly least: number;
};

type Row = { readonly time: string; readonly uuid: string };

/**
 * Reads logins ordered by (time, id), one row at a time. Indexes: session_event_time, a walk over the range of the conditions, partition by
 * partition; session_event_failure for candidates by their failures.
 */
export const eachLogin = async <Value extends keyof LoginValues>(
  db: RequestDatabase,
  { where, values, candidates }: LoginList<Value>,
  onLogin: (login: LoginRow<Value>) => unknown,
): Promise<void> => {
  const columns = values.map((value) => sql`${LOGIN_COLUMNS[value]} as ${sql.identifier(value)}`);
  const select = sql`select ${sql.join([sql`time`, sql`id as uuid`, ...columns], sql`, `)} from ${sessionEvent}
    where ${allOf(where)}${candidates === undefined ? sql`` : isCandidate(candidates)} order by time, id`;
  await db.each<Row>(select, (row) => {
    const time = canonicalTime(row.time);
    return onLogin(Object.assign(row, { time, us: toMicroseconds(time) }) as LoginRow<Value>);
  });
};

const allOf = (where: readonly Predicate[]): SQL | undefined =>
  and(...where.map((predicate) => compilePredicate(predicate, '', EVENTS)));

const isCandidate = ({ by, where, least }: CandidateKeys): SQL => {
  const key = sql.join(
    by.flatMap((trait) => TRAIT_COLUMNS[trait]),
    sql`, `,
  );
  return sql` and (${key}) in (select ${key} from ${sessionEvent} where ${allOf(where)} group by ${key} having count(*) >= ${least})`;
};

/** The values of a login that hunts read besides its time and id. */
export type LoginValues = {
  readonly hostname: string;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly srcIp: string | null;
  readonly srcNetwork: string | null;
  readonly loginSuccessful: boolean;
  /** Whether no successful login has its domain, at any time. */
  readonly isOfUnknownDomain: boolean;
};

/** The network of an address: /24 of IPv4, /64 of IPv6. */
const NETWORK = sql`network(set_masklen(src_ip, case family(src_ip) when 4 then 24 else 64 end))`;

/** The SQL of each value. */
export const LOGIN_COLUMNS: Readonly<Record<keyof LoginValues, SQL>> = {
  hostname: sql`hostname`,
  userDomain: ACCOUNT_DOMAIN,
  userName: sql`user_name`,
  srcIp: sql`src_ip`,
  srcNetwork: NETWORK,
  loginSuccessful: sql`login_successful`,
  isOfUnknownDomain: IS_OF_UNKNOWN_DOMAIN,
};

/** The columns that make up a key. An event with a null in one of them has no key; only the domain may be missing. */
const TRAIT_COLUMNS: Readonly<Record<LoginTrait, readonly SQL[]>> = {
  HOST: [sql`hostname`],
  USER: [sql`coalesce(${ACCOUNT_DOMAIN}, '')`, sql`user_name`],
  USER_NAME: [sql`user_name`],
  SRC_IP: [sql`src_ip`],
  SRC_NETWORK: [NETWORK],
};
