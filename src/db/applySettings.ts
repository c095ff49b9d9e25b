import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type pg from 'pg';

import { isCitus, noteCitus, SELECT_CITUS } from './citus/isCitus.ts';
import { literal, nameOf, toStatement } from './statement.ts';

/** The settings of Postgres for a connection. */
export type ConnectionSettings = {
  /** The role that it uses; null for that of its login. */
  readonly role: string | null;
  readonly values: Values;
  /** Settings that only Citus has. */
  readonly onCitus?: Values;
};

type Values = Readonly<Record<string, string | number>>;

/** The longest wait for Postgres to apply them. The pool has no timeout for it. */
const TIMEOUT_MS = 5000;

/**
 * Makes the function that applies settings to a new connection of a pool, which waits for its promise, although its types do not say so. They take
 * precedence over settings of the database, the role and the URL. They are statements and not the parameter `options` of the connection, which
 * PgBouncer refuses or ignores.
 *
 * @throws the error of Postgres, for example if the login may not use the role.
 */
export const makeApplySettings = ({
  role,
  values,
  onCitus = {},
}: ConnectionSettings): ((client: pg.ClientBase) => unknown) => {
  const statements = [
    ...(role === null ? [] : [sql`set role ${nameOf(role)}`]),
    ...assign(values),
    sql.raw(SELECT_CITUS),
  ];
  const { text } = toStatement(sql.join(statements, sql`; `));
  const { text: textOnCitus } = toStatement(sql.join(assign(onCitus), sql`; `));
  return async (client) => {
    // pg returns a list for several statements, although its types do not say so.
    const answers = (await client.query(limited(text))) as unknown as readonly pg.QueryResult[];
    noteCitus(client, answers.at(-1));
    if (isCitus(client) && textOnCitus !== '') await client.query(limited(textOnCitus));
    // Lets Postgres detect during a statement that the connection was closed, and stop the statement. Separate, because a Postgres on Windows, which
    // cannot detect closed sockets, refuses it.
    await client.query(limited('set client_connection_check_interval = 500')).catch(() => undefined);
  };
};

const assign = (values: Values): SQL[] =>
  Object.entries(values).map(([name, value]) => sql`set ${sql.raw(name)} = ${literal(String(value))}`);

/** pg supports a timeout per statement, although its types do not say so. */
const limited = (text: string): pg.QueryConfig & { readonly query_timeout: number } => ({
  text,
  query_timeout: TIMEOUT_MS,
});
