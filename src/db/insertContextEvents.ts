import type pg from 'pg';

import type { NewContextEvent } from '../model/contextEvent.ts';

import { arrayParameter } from './arrayParameter.ts';
import { eachBatch } from './eachBatch.ts';

/**
 * Inserts context events and returns those that are new. The primary key (hostname, time, id) removes duplicates.
 *
 * @param events sorted by (hostname, time, uuid), without duplicate uuids, like events.
 */
export const insertContextEvents = async (
  client: pg.PoolClient,
  events: readonly NewContextEvent[],
): Promise<readonly NewContextEvent[]> => {
  const inserted: NewContextEvent[] = [];
  for await (const batch of eachBatch(events)) {
    const { rows } = await client.query<{ id: string }>({
      ...INSERT_CONTEXT_EVENTS,
      values: toColumns(batch),
    });
    const uuids = new Set(rows.map(({ id }) => id));
    for (const event of batch) if (uuids.has(event.uuid)) inserted.push(event);
  }
  return inserted;
};

const INSERT_CONTEXT_EVENTS = {
  name: 'insert_context_events',
  text: `insert into context_event (hostname, time, id, kind, source_id, login_id, "user", user_name, user_domain, src_ip)
    select * from unnest($1::text[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
      $10::inet[])
    on conflict do nothing returning id`,
} as const;

/** The parameters of the statement: one array per column. */
const toColumns = (events: readonly NewContextEvent[]): string[] => {
  const disconnects = events.map((event) => (event.kind === 'DISCONNECT' ? event : NO_DISCONNECT));
  return [
    events.map(({ hostname }) => hostname),
    events.map(({ time }) => time),
    events.map(({ uuid }) => uuid),
    events.map(({ kind }) => kind),
    events.map(({ sourceId }) => sourceId),
    disconnects.map(({ loginId }) => loginId),
    disconnects.map(({ user }) => user),
    disconnects.map(({ userName }) => userName),
    disconnects.map(({ userDomain }) => userDomain),
    disconnects.map(({ srcIp }) => srcIp),
  ].map(arrayParameter);
};

const NO_DISCONNECT = { loginId: null, user: null, userName: null, userDomain: null, srcIp: null } as const;
