import pg from 'pg';

/** The URLs of the maintenance databases of all nodes of the Citus cluster on which the tests run, coordinator first; empty on plain Postgres. */
export const citusNodes = (): readonly string[] =>
  JSON.parse(process.env['TEST_CITUS_NODES'] ?? '[]') as readonly string[];

/** Finds the nodes of the cluster, if the URL is that of a coordinator. An environment variable passes them to the test files. */
export const findCitusNodes = async (url: string): Promise<void> => {
  const workers = await onNode(url, async (client) => {
    const { rows } = await client.query(`select from pg_extension where extname = 'citus'`);
    if (rows.length === 0) return null;
    return (
      await client.query<Node>(
        `select nodename as host, nodeport as port from pg_dist_node where groupid > 0`,
      )
    ).rows;
  });
  if (workers === null) return;
  process.env['TEST_CITUS_NODES'] = JSON.stringify([url, ...workers.map((node) => urlOfNode(url, node))]);
};

type Node = { readonly host: string; readonly port: number };

const urlOfNode = (coordinator: string, { host, port }: Node): string => {
  const url = new URL(coordinator);
  url.hostname = host;
  url.port = String(port);
  return url.href;
};

/** Works with a connection to a node. */
export const onNode = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Runs a statement in a database of every node, at the same time. */
export const onAllNodes = async (
  database: string | null,
  ...statements: readonly string[]
): Promise<void> => {
  await Promise.all(
    citusNodes().map(async (node) =>
      onNode(inDatabase(node, database), async (client) => {
        for (const statement of statements) await client.query(statement);
      }),
    ),
  );
};

/** The URL of a database of the same node. */
export const inDatabase = (node: string, database: string | null): string => {
  const url = new URL(node);
  if (database !== null) url.pathname = `/${database}`;
  return url.href;
};
