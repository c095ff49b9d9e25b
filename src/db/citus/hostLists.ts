import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type pg from 'pg';

import { joinList, nameOf, toStatement } from '../statement.ts';

import { isCitus } from './isCitus.ts';

/** The parts of a statement over a list of hosts that differ on Citus, which runs a statement on the shards only if it begins with a distributed table. */
export type ListForm = {
  /** The table `t` of a list whose first column is the host's name. On Citus it lacks hosts that the table host has not. */
  readonly hosts: (list: SQL, columns: readonly string[]) => SQL;
  /** Keeps a lateral subquery as it is, so that it is run by an index for each row of the list. On Citus the planner of each shard decides. */
  readonly fence: SQL;
  /** Computes a CTE once. */
  readonly once: SQL;
};

const PLAIN: ListForm = {
  hosts: (list, columns) => sql`${list} as t(${joinList(columns.map(nameOf))})`,
  fence: sql` offset 0`,
  once: sql`materialized `,
};

const ON_CITUS: ListForm = {
  hosts: (
    list,
    [, ...others],
  ) => sql`(select h.hostname, ${joinList(others.map((name) => sql`a.${nameOf(name)}`))}
    from ${list} as a(hostname, ${joinList(others.map(nameOf))}) join host h on h.hostname = a.hostname) t`,
  fence: sql``,
  once: sql``,
};

export const formFor = (client: pg.ClientBase): ListForm => (isCitus(client) ? ON_CITUS : PLAIN);

type NamedText = { readonly name: string; readonly text: string };

/** Renders a statement in both forms once. Returns the function that chooses the one for a connection. */
export const inBothForms = (
  name: string,
  make: (form: ListForm) => SQL,
): ((client: pg.ClientBase) => NamedText) => {
  const plain = { name, text: toStatement(make(PLAIN)).text };
  const onCitus = { name, text: toStatement(make(ON_CITUS)).text };
  return (client) => (isCitus(client) ? onCitus : plain);
};
