import { createHmac } from 'node:crypto';

import { sql } from 'drizzle-orm';

import { ROLES } from '../roles/privileges.ts';
import { nameOf, toStatement } from '../statement.ts';
import { withClient } from '../withClient.ts';

/** URLs of logins that only have the privileges of their group role. */
export type LoginUrls = { readonly reader: string; readonly writer: string };

/**
 * Creates a login for each group role in the embedded Postgres, or resets it: Postgres lets every login change its own password and its
 * default settings, so each start resets both. Also lets only the superuser connect to databases that are not ours.
 *
 * The passwords are derived from the password of the superuser, which is stored in the cluster: two processes that share a Postgres use the
 * same passwords, and neither changes those of connections of the other.
 */
export const makeLogins = async (ownerUrl: string): Promise<LoginUrls> =>
  withClient({ connectionString: ownerUrl }, async (client) => {
    const make = async (group: string): Promise<string> => {
      const url = new URL(ownerUrl);
      const name = `${group}_login`;
      const password = createHmac('sha256', url.password).update(name).digest('hex');
      // Another process may do the same concurrently: "tuple concurrently updated" is an internal error.
      await client.query(
        toStatement(
          sql`do $$ begin
      if to_regrole(${name}) is null then
        create role ${nameOf(name)} login in role ${nameOf(group)};
      end if;
      alter role ${nameOf(name)} password ${password};
      alter role ${nameOf(name)} reset all;
    exception when duplicate_object or unique_violation or internal_error then null;
    end $$`.inlineParams(),
        ),
      );
      url.username = name;
      url.password = password;
      return url.href;
    };
    await client.query(CLOSE_OTHER_DATABASES);
    return { reader: await make(ROLES.reader), writer: await make(ROLES.writer) };
  });

/** In every database that a reader may connect to, it may create temporary tables and large objects. */
const CLOSE_OTHER_DATABASES = `do $$ begin
  revoke connect, temporary on database postgres, template1 from public;
exception when internal_error then null;
end $$`;
