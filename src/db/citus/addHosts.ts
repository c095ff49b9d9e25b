import type pg from 'pg';

import { textsParameter } from '../binaryArrays.ts';

/** Adds the hosts that are new, without times, because the lists of statements are joined with the hosts: see ListForm. Index: host_pkey. */
export const addHosts = async (client: pg.ClientBase, hostnames: readonly string[]): Promise<void> => {
  await client.query({
    name: 'add_hosts',
    text: 'insert into host (hostname) select * from unnest($1::text[]) on conflict do nothing',
    values: [textsParameter(hostnames.toSorted())],
  });
};
