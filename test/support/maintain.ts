import { changeDatabases } from './citus/clusterDatabases.ts';
import { citusNodes, onNode } from './citus/nodes.ts';

/** Runs a statement in the test Postgres' maintenance database; one that creates or drops a database runs on all nodes of a Citus cluster. */
export const maintain = async (statement: string): Promise<void> => {
  if (citusNodes().length > 0 && /^(create|drop) database /.test(statement))
    return changeDatabases(statement);
  await onNode(process.env['TEST_POSTGRES_URL'] ?? '', async (client) => client.query(statement));
  return undefined;
};
