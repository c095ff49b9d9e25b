import type pg from 'pg';

/** The statement that reads whether the database is one of Citus, from one row of the catalog. */
export const SELECT_CITUS = `select exists (select from pg_extension where extname = 'citus') as "isCitus"`;

const CONNECTIONS = new WeakSet<pg.ClientBase>();

/** Remembers the answer of SELECT_CITUS for a connection. */
export const noteCitus = (
  client: pg.ClientBase,
  answer: Pick<pg.QueryResult<{ isCitus: boolean }>, 'rows'> | undefined,
): void => {
  if (answer?.rows[0]?.isCitus === true) CONNECTIONS.add(client);
};

/**
 * Whether a connection leads to the coordinator of a Citus cluster. Statements are the same there. What differs: the plans of named statements, the
 * detaching of partitions, and the settings of connections that write.
 */
export const isCitus = (client: pg.ClientBase): boolean => CONNECTIONS.has(client);
