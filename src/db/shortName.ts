import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';

/** The first label of a host's name, which is the whole name unless the server keeps domains. */
export const firstLabel = (hostname: SQLWrapper): SQL => sql`split_part(${hostname}, '.', 1)`;

/**
 * The NetBIOS name of a host: Windows cuts the first label to 15 characters in the names of machine accounts, in those that clients claim, and as
 * the domain of local accounts.
 */
export const netbiosName = (hostname: SQLWrapper): SQL => sql`left(${firstLabel(hostname)}, 15)`;

/** Whether the domain of a user is the host, so that the account is a local one. Null if there is no domain. */
export const isDomainOfHost = (userDomain: SQLWrapper, hostname: SQLWrapper): SQL =>
  sql`${userDomain} in (${firstLabel(hostname)}, ${netbiosName(hostname)})`;
