import type pg from 'pg';

import type { Database } from '../client.ts';

import { ROLES } from './privileges.ts';

/**
 * Checks the logins that an operator created for serving: each can read the tables, is a member of its role, and cannot act as the owner.
 * Returns the problems, which name the settings.
 */
export const checkLogins = async ({ readPool, replica, writePool }: Database): Promise<readonly string[]> => [
  // A replica has the same logins, and may be down.
  ...(await check(replica?.primaryPool ?? readPool, { setting: 'DATABASE_READER_URL', role: ROLES.reader })),
  ...(await check(writePool, { setting: 'DATABASE_WRITER_URL', role: ROLES.writer })),
];

type Wanted = { readonly setting: string; readonly role: string };

/** Reads the catalog once at startup, without an index. A superuser is a member of every role. */
const check = async (pool: pg.Pool, { setting, role }: Wanted): Promise<readonly string[]> => {
  const { rows } = await pool.query<Facts>(
    `select quote_ident(current_user) as login,
       (select pg_has_role(relowner, 'member') from pg_class where oid = to_regclass('public.session_event')) as "isOwner",
       coalesce(pg_has_role(to_regrole($1::text), 'usage'), false) as "isMember"`,
    [role],
  );
  const [{ login, isOwner, isMember } = UNKNOWN] = rows;
  if (isOwner === null)
    return [
      `${setting} names a database without tables; its owner makes them: DATABASE_URL=… npm run maintain.`,
    ];
  if (isOwner) return [`${setting}: ${login} may act as the owner of the tables; name a login that may not.`];
  return isMember ? [] : [`${setting}: ${login} may not work as ${role}; grant ${role} to ${login}.`];
};

type Facts = {
  readonly login: string;
  /** Null without tables. */
  readonly isOwner: boolean | null;
  readonly isMember: boolean;
};

const UNKNOWN: Facts = { login: '', isOwner: null, isMember: false };
