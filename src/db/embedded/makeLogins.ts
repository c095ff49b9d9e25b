import { createHmac } from 'node:crypto';

import pg from 'pg';

import { ROLES } from '../roles/privileges.ts';

/** URLs of logins that can do no more than their group role. */
export type LoginUrls = { readonly reader: string; readonly writer: string };

/**
 * Makes a login for each group role in the embedded Postgres, or puts it right: Postgres lets every login set its own password and the defaults of its own
 * settings, so each start sets the password again and takes the settings back. And only the superuser connects to the databases that are not ours.
 *
 * Their passwords are derived from the superuser's, which lies in the cluster: two processes that share a Postgres know the same ones, and
 * neither changes what the other's connections use.
 */
export const makeLogins = async (ownerUrl: string): Promise<LoginUrls> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  // A connection that breaks fails its statement; unheard, this event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  const make = async (group: string): Promise<string> => {
    const url = new URL(ownerUrl);
    const name = `${group}_login`;
    const password = createHmac('sha256', url.password).update(name).digest('hex');
    // Another process that does the same at this moment is no failure: "tuple concurrently updated" is an internal error.
    await client.query(`do $$ begin
      if to_regrole('${name}') is null then
        create role ${name} login in role ${group};
      end if;
      alter role ${name} password '${password}';
      alter role ${name} reset all;
    exception when duplicate_object or unique_violation or internal_error then null;
    end $$`);
    url.username = name;
    url.password = password;
    return url.href;
  };
  try {
    await client.query(CLOSE_OTHER_DATABASES);
    return { reader: await make(ROLES.reader), writer: await make(ROLES.writer) };
  } finally {
    await client.end();
  }
};

/** As in a login's own, a reader may make temporary tables and large objects in every database that it may connect to. */
const CLOSE_OTHER_DATABASES = `do $$ begin
  revoke connect, temporary on database postgres, template1 from public;
exception when internal_error then null;
end $$`;
