import { citusNodes, inDatabase, onAllNodes, onNode } from './nodes.ts';

const JOINED = `sessionscope_joined_${process.pid}`;

/**
 * Makes the template of an empty database on all nodes, which are joined to a cluster in it. Databases are made as clones of it: its catalog names
 * the nodes by host and port, and nodes find each other's database by name.
 */
export const makeJoinedTemplate = async (): Promise<void> => {
  const [coordinator = '', ...workers] = citusNodes();
  await onAllNodes(null, `create database ${JOINED} template template0 encoding 'UTF8'`);
  await onAllNodes(JOINED, 'create extension citus');
  await onNode(inDatabase(coordinator, JOINED), async (client) => {
    const addressOf = (node: string): [string, string] => {
      const { hostname, port } = new URL(node);
      return [hostname, port];
    };
    await client.query('select citus_set_coordinator_host($1, $2)', addressOf(coordinator));
    for (const worker of workers) await client.query('select citus_add_node($1, $2)', addressOf(worker));
  });
  await closeTemplate(JOINED);
  process.env['TEST_JOINED_TEMPLATE'] = JOINED;
};

/** Ends the connections to a template and allows no new ones: the daemon of Citus would return, and a database in use cannot be cloned. */
export const closeTemplate = async (name: string): Promise<void> =>
  onAllNodes(null, `alter database ${name} with allow_connections false`, endConnections(name));

/**
 * Runs a statement that creates or drops a database on all nodes. A new one is joined. The daemon of Citus may use a database at any time: it is ended
 * before the database is copied, and returns after some seconds.
 */
export const changeDatabases = async (statement: string): Promise<void> => {
  if (statement.startsWith('drop')) {
    await onAllNodes(null, statement.endsWith('with (force)') ? statement : `${statement} with (force)`);
    return;
  }
  const joined = statement.replace(
    `template template0 encoding 'UTF8'`,
    `template ${process.env['TEST_JOINED_TEMPLATE']}`,
  );
  const [, source = ''] = / template (\w+)/.exec(joined) ?? [];
  await onAllNodes(null, endConnections(source), joined);
};

const endConnections = (name: string): string =>
  `select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '${name}'`;

export const dropJoinedTemplate = async (): Promise<void> =>
  onAllNodes(null, `drop database ${JOINED} with (force)`);
