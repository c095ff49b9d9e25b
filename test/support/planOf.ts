import type pg from 'pg';

/** A statement and its values. */
export type Sent = { readonly text: string; readonly values: readonly unknown[] };

/** A node of a plan that was executed. The numbers of rows are averages over the loops. */
export type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
};

type Explained = { readonly 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] };

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The nodes of the plan for the values of a statement, which is executed. */
export const planOf = async (pool: pg.Pool, { text, values }: Sent): Promise<readonly PlanNode[]> => {
  const { rows } = await pool.query<Explained>(`explain (analyze, format json) ${text}`, [...values]);
  return nodesOf(rows[0]!['QUERY PLAN'][0].Plan);
};

/** The nodes of the plan for any values, as executed with those of the statement. */
export const genericPlanOf = async (pool: pg.Pool, { text, values }: Sent): Promise<readonly PlanNode[]> => {
  const client = await pool.connect();
  try {
    await client.query('begin; set local plan_cache_mode = force_generic_plan');
    await client.query(`prepare explained as ${text}`);
    const literals = values.map((value) => client.escapeLiteral(String(value))).join(', ');
    const { rows } = await client.query<Explained>(
      `explain (analyze, format json) execute explained(${literals})`,
    );
    return nodesOf(rows[0]!['QUERY PLAN'][0].Plan);
  } finally {
    await client.query('rollback; deallocate all');
    client.release();
  }
};

/** The number of rows that nodes read, also those that a filter removed. */
export const countRowsRead = (nodes: readonly PlanNode[]): number =>
  nodes.reduce(
    (sum, node) =>
      sum +
      ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1),
    0,
  );
