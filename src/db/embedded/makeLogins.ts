import { createHmac } from 'node:crypto';

import pg from 'pg';

import { ROLES } from '../roles/rights.ts';

/** URLs of logins that can do no more than their group role. */
export type LoginUrls = { readonly reader: string; readonly writer: string };

/**
 * Makes a login for each group role in the embedded Postgres, unless it is there.
 *
 * Their passwords are derived from the superuser's, which lies in the cluster: two processes that share a Postgres know the same ones, and
 * neither has to change what the other's connections use.
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
    await client.query(`do $$ begin
      if to_regrole('${name}') is null then
        create role ${name} login password '${password}' in role ${group};
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`);
    url.username = name;
    url.password = password;
    return url.href;
  };
  try {
    return { reader: await make(ROLES.reader), writer: await make(ROLES.writer) };
  } finally {
    await client.end();
  }
};
