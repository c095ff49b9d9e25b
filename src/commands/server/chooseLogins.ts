import type { Config } from '../../config/config.ts';

import type { DatabaseLogins } from '../../db/client.ts';
import { makeLogins } from '../../db/embedded/makeLogins.ts';
import { migrate } from '../../db/migrate.ts';
import { ROLES } from '../../db/roles/privileges.ts';

type Choice = { readonly logins: DatabaseLogins; readonly warning: string | null };

/**
 * Migrates the database when the owner's login is known, and chooses the logins for reading and writing: separate logins where they exist, else
 * the owner in a role with fewer rights, as a last resort the owner.
 */
export const chooseLogins = async (
  { databaseUrl, readerUrl, writerUrl, aliases }: Config,
  ownerUrl: string | null,
): Promise<Choice> => {
  const roles = ownerUrl === null ? null : await migrate(ownerUrl, aliases);
  if (readerUrl !== null && writerUrl !== null)
    return { logins: asThemselves(readerUrl, writerUrl), warning: null };
  if (ownerUrl === null) throw new Error('The settings name neither the owner nor logins to serve with.');
  if (roles === 'REFUSED') return { logins: asThemselves(ownerUrl, ownerUrl), warning: AS_OWNER };
  if (roles === 'LOGINS_ONLY') return { logins: asThemselves(ownerUrl, ownerUrl), warning: ON_CITUS };
  if (databaseUrl === null) {
    const { reader, writer } = await makeLogins(ownerUrl);
    return { logins: asThemselves(reader, writer), warning: null };
  }
  const logins = {
    reader: { url: ownerUrl, role: ROLES.reader },
    writer: { url: ownerUrl, role: ROLES.writer },
  };
  return { logins, warning: AS_ROLES };
};

const asThemselves = (reader: string, writer: string): DatabaseLogins => ({
  reader: { url: reader, role: null },
  writer: { url: writer, role: null },
});

const AS_OWNER =
  'The login of DATABASE_URL may not create roles, so the server reads and writes as the owner of the tables. Give it CREATEROLE, or set DATABASE_READER_URL and DATABASE_WRITER_URL.';
const ON_CITUS =
  'The database is a Citus cluster, whose workers let no login switch to another role, so the server reads and writes as the owner of the tables. Set DATABASE_READER_URL and DATABASE_WRITER_URL.';
const AS_ROLES =
  'The server reads and writes in separate roles, but with the login of DATABASE_URL, which could switch back to the owner. Set DATABASE_READER_URL and DATABASE_WRITER_URL to logins that cannot.';
