import type { Database } from '../../../src/db/client.ts';

/** Everything that the server derives from facts: whole rows, in an order that does not depend on how they were stored. */
export const readStitched = async ({ writePool }: Database): Promise<object> => {
  const rowsOf = async (statement: string): Promise<readonly object[]> =>
    (await writePool.query<object>(statement)).rows;
  return {
    sessions: await rowsOf('select * from session order by hostname, started_at, start_id'),
    twins: await rowsOf('select * from twin order by hostname, login_id, time, id'),
    activity: await rowsOf('select * from host_activity order by hostname, from_at'),
    lastFacts: await rowsOf('select hostname, time, id, last_fact_at from context_event order by 1, 2, 3'),
  };
};

/** All stored facts, and the hosts, accounts and domains of logins that they name. */
export const readStored = async ({ writePool }: Database): Promise<object> => {
  const rowsOf = async (statement: string): Promise<readonly object[]> =>
    (await writePool.query<object>(statement)).rows;
  return {
    events: await rowsOf('select hostname, time, id from session_event order by 1, 2, 3'),
    contextEvents: await rowsOf('select hostname, time, id, kind from context_event order by 1, 2, 3'),
    hosts: await rowsOf('select * from host order by 1'),
    accounts: await rowsOf('select * from account order by 1, 2'),
    loginDomains: await rowsOf('select * from login_domain order by 1, 2'),
  };
};
