import { createHmac } from 'node:crypto';

import { sql } from 'drizzle-orm';

import { ROLES } from '../roles/privileges.ts';
import { nameOf, toStatement } from '../statement.ts';
import { withClient } from '../withClient.ts';

/** URLs of logins that can do no more than their group role. */
export type LoginUrls = { readonly reader: string; readonly writer: string };

/**
 * Makes a login for each group role in the embedded Postgres, or puts it right: Postgres lets every login set its own password and the defaults of its own
 * settings, so each start sets the password again and takes the settings back. And only the superuser connects to the databases that are not ours.
 *
 * Their passwords are derived from the superuser's, which lies in the cluster: two processes that share a Postgres know the same ones, and
 * neither changes what the other's connections use.
 */
export const makeLogins = async (ownerUrl: string): Promise<LoginUrls> =>
  withClient({ connectionString: ownerUrl }, async (client) => {
    const make = async (group: string): Promise<string> => {
      const url = new URL(ownerUrl);
      const name = `${group}_login`;
      const password = createHmac('sha256', url.password).update(name).digest('hex');
      // Another process that does the same at this moment is no failure: "tuple concurrently updated" is an internal error.
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

/** As in a login's own, a reader may make temporary tables and large objects in every database that it may connect to. */
const CLOSE_OTHER_DATABASES = `do $$ begin
  revoke connect, temporary on database postgres, template1 from public;
exception when internal_error then null;
end $$`;
