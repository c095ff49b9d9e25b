import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { LoginTrait } from '../../model/hunts/loginTraits.ts';

/** What hunts read of a login besides its place. */
export type LoginValues = {
  readonly hostname: string;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly srcIp: string | null;
  readonly srcNetwork: string | null;
  readonly loginSuccessful: boolean;
};

/** network(ip) of the hunts: /24 of IPv4, /64 of IPv6. */
const NETWORK = sql`network(set_masklen(src_ip, case family(src_ip) when 4 then 24 else 64 end))`;

export const LOGIN_COLUMNS: Readonly<Record<keyof LoginValues, SQL>> = {
  hostname: sql`hostname`,
  userDomain: sql`user_domain`,
  userName: sql`user_name`,
  srcIp: sql`src_ip`,
  srcNetwork: NETWORK,
  loginSuccessful: sql`login_successful`,
};

/** The columns that two logins of one key have in common; an event without one of them is of no key, only a domain may be absent. */
export const TRAIT_COLUMNS: Readonly<Record<LoginTrait, readonly SQL[]>> = {
  HOST: [sql`hostname`],
  USER: [sql`coalesce(user_domain, '')`, sql`user_name`],
  SRC_IP: [sql`src_ip`],
  SRC_NETWORK: [NETWORK],
};
