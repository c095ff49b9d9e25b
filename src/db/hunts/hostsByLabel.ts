import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** The first label of a host's name, which is the whole name unless the server keeps domains; of an address, all of it. */
const LABEL = sql`case when hostname ~ '^[0-9.]+$' or hostname like '%:%' then hostname else split_part(hostname, '.', 1) end`;

/**
 * All hosts by the first label of their names (label, hosts), as a table to join: short names, such as those of machine accounts, have only
 * this label. At most ten hosts for a label. Reads the table host once; no index serves it.
 */
export const HOSTS_BY_LABEL: SQL = sql`(select label, (array_agg(hostname order by hostname))[1:10] as hosts
        from (select hostname, ${LABEL} as label from host) labelled group by label)`;
