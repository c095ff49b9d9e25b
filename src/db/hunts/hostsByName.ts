import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { firstLabel, netbiosName } from '../shortName.ts';

const IS_ADDRESS = sql`(hostname ~ '^[0-9.]+$' or hostname like '%:%')`;
const LABEL = firstLabel(sql`hostname`);
const NETBIOS_NAME = netbiosName(sql`hostname`);

/**
 * All hosts by their short names (name, hosts), as a table to join: a host is known by its first label and by its NetBIOS name, an address only
 * by all of it. At most ten hosts for a name. Reads the table host twice; no index serves it.
 */
export const HOSTS_BY_NAME: SQL = sql`(select name, (array_agg(hostname order by hostname))[1:10] as hosts
        from (select hostname, case when ${IS_ADDRESS} then hostname else ${LABEL} end as name from host
          union all select hostname, ${NETBIOS_NAME} from host where not ${IS_ADDRESS} and ${NETBIOS_NAME} <> ${LABEL}) known group by name)`;
