import type pg from 'pg';

import type { NewNote, Note, NoteValues } from '../model/joins/join.ts';
import { MAX_NOTES_PER_KEY } from '../model/joins/resolveJoins.ts';

import { arrayParameter } from './arrayParameter.ts';
import { eachBatch } from './eachBatch.ts';
import { lockAllHosts } from './lockHosts.ts';
import type { Database } from './client.ts';
import type { Erasure } from './erasure/erasure.ts';
import { withTransaction } from './withTransaction.ts';

/** The notes of a host with a key, in a range of times that includes both ends. */
export type AskedNotes = Pick<Note, 'hostname' | 'key'> & {
  readonly fromMs: number;
  readonly untilMs: number;
};

/** Reads the latest notes of each range. The caller holds the locks of the hosts. Index: join_note_pkey, one descent per key. */
export const selectNotes = async (
  client: pg.ClientBase,
  asked: readonly AskedNotes[],
): Promise<readonly Note[]> => {
  const notes: Note[] = [];
  for await (const batch of eachBatch(asked)) {
    const { rows } = await client.query<{
      hostname: string;
      key: string;
      time_ms: string;
      fields: NoteValues;
    }>({
      name: 'select_join_notes',
      text: `select n.hostname, n.key, n.time_ms, n.fields
        from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[]) as a(hostname, key, from_ms, until_ms)
        cross join lateral (
          select * from join_note
          where hostname = a.hostname and key = a.key and time_ms between a.from_ms and a.until_ms
          order by hostname, key, time_ms desc limit $5) n
        order by n.time_ms`,
      values: [
        arrayParameter(batch.map(({ hostname }) => hostname)),
        arrayParameter(batch.map(({ key }) => key)),
        arrayParameter(batch.map(({ fromMs }) => fromMs)),
        arrayParameter(batch.map(({ untilMs }) => untilMs)),
        MAX_NOTES_PER_KEY,
      ],
    });
    for (const { hostname, key, time_ms: timeMs, fields } of rows)
      notes.push({ hostname, key, timeMs: Number(timeMs), values: fields });
  }
  return notes;
};

/**
 * Stores notes; one with the same key and time gets the values of both, and is kept for longer. The caller holds the locks of the hosts. Index: join_note_pkey.
 *
 * @param notes sorted, without duplicate keys and times.
 */
export const insertNotes = async (client: pg.ClientBase, notes: readonly NewNote[]): Promise<void> => {
  for await (const batch of eachBatch(notes)) {
    await client.query({
      name: 'insert_join_notes',
      text: `insert into join_note as n (hostname, key, time_ms, fields, expires_at)
        select hostname, key, time_ms, fields, now() + keep_ms * interval '1 millisecond'
        from unnest($1::text[], $2::text[], $3::bigint[], $4::jsonb[], $5::bigint[]) as t(hostname, key, time_ms, fields, keep_ms)
        on conflict (hostname, key, time_ms) do update
        set fields = n.fields || excluded.fields, expires_at = greatest(n.expires_at, excluded.expires_at)`,
      values: [
        arrayParameter(batch.map(({ hostname }) => hostname)),
        arrayParameter(batch.map(({ key }) => key)),
        arrayParameter(batch.map(({ timeMs }) => timeMs)),
        arrayParameter(batch.map(({ values }) => JSON.stringify(values))),
        arrayParameter(batch.map(({ keepMs }) => keepMs)),
      ],
    });
  }
};

const MAX_DELETED = 1000;

/** Deletes up to 1,000 expired notes, except those that another transaction is changing; returns the number. Index: join_note_expires_at. */
export const deleteExpiredNotes = async (client: pg.ClientBase): Promise<number> => {
  const { rowCount } = await client.query({
    name: 'delete_join_notes',
    text: `delete from join_note where ctid = any(array(
        select ctid from join_note where expires_at < now() order by expires_at limit $1 for update skip locked))`,
    values: [MAX_DELETED],
  });
  return rowCount ?? 0;
};

/** Deletes all expired notes, in transactions of their own. */
export const dropExpiredNotes = async ({ writePool }: Database): Promise<void> => {
  for (;;) if ((await withTransaction(writePool, deleteExpiredNotes)) < MAX_DELETED) return;
};

/**
 * Deletes the notes about an erased account or host, in the erased range of time. An erasure of a source deletes those of all sources. Records
 * whose notes are gone are joined with later ones only. Names are compared as the model folds them. Index: join_note_pkey for a host; otherwise it
 * reads all notes, which are few.
 */
export const eraseNotes = async (
  { writePool }: Database,
  { hostname, account, from, until }: Erasure,
): Promise<void> =>
  withTransaction(writePool, async (client) => {
    await lockAllHosts(client, 'JOINS');
    await client.query(
      `delete from join_note where ($1::text is null or hostname = $1)
         and ($2::text is null or position(lower(normalize($2)) in lower(normalize(key))) > 0
           or position(lower(normalize(trim('"' from to_json($2)::text))) in lower(normalize(fields::text))) > 0)
         and ($3::timestamptz is null or time_ms >= floor(extract(epoch from $3::timestamptz) * 1000))
         and ($4::timestamptz is null or time_ms <= extract(epoch from $4::timestamptz) * 1000)`,
      [hostname, account === null ? null : account.userName, from, until],
    );
  });
