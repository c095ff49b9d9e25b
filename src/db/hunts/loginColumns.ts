import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { LoginTrait } from '../../model/hunts/loginTraits.ts';

/** The values of a login that hunts read besides its time and id. */
export type LoginValues = {
  readonly hostname: string;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly srcIp: string | null;
  readonly srcNetwork: string | null;
  readonly loginSuccessful: boolean;
};

/** The network of an address: /24 of IPv4, /64 of IPv6. */
const NETWORK = sql`network(set_masklen(src_ip, case family(src_ip) when 4 then 24 else 64 end))`;

/** The SQL of each value. */
export const LOGIN_COLUMNS: Readonly<Record<keyof LoginValues, SQL>> = {
  hostname: sql`hostname`,
  userDomain: sql`user_domain`,
  userName: sql`user_name`,
  srcIp: sql`src_ip`,
  srcNetwork: NETWORK,
  loginSuccessful: sql`login_successful`,
};

/** The columns that make up a key. An event with a null in one of them has no key; only the domain may be missing. */
export const TRAIT_COLUMNS: Readonly<Record<LoginTrait, readonly SQL[]>> = {
  HOST: [sql`hostname`],
  USER: [sql`coalesce(user_domain, '')`, sql`user_name`],
  SRC_IP: [sql`src_ip`],
  SRC_NETWORK: [NETWORK],
};
