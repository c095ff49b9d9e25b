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

/**
 * Reads the notes of each range. Notes beyond the latest ones of a range are deleted: the next request does not read them again. The caller holds the
 * locks of the hosts. Index: join_note_pkey, one descent per range.
 */
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
        cross join lateral (select * from join_note j
          where j.hostname = a.hostname and j.key = a.key and j.time_ms between a.from_ms and a.until_ms offset 0) n`,
      values: [
        arrayParameter(batch.map(({ hostname }) => hostname)),
        arrayParameter(batch.map(({ key }) => key)),
        arrayParameter(batch.map(({ fromMs }) => fromMs)),
        arrayParameter(batch.map(({ untilMs }) => untilMs)),
      ],
    });
    for (const { hostname, key, time_ms: timeMs, fields } of rows)
      notes.push({ hostname, key, timeMs: Number(timeMs), values: fields });
  }
  await deleteUntil(client, findSurplus(notes));
  return notes;
};

/** Finds, of each key with more notes than are used, the latest one that is not used. An attack leaves many. */
const findSurplus = (notes: readonly Note[]): readonly Note[] => {
  if (notes.length <= MAX_NOTES_PER_KEY) return [];
  const counts = new Map<string, number>();
  return notes
    .toSorted((a, b) => b.timeMs - a.timeMs)
    .filter(({ hostname, key }) => {
      const place = `${hostname}\n${key}`;
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      return count === MAX_NOTES_PER_KEY + 1;
    });
};

/** Deletes notes and the earlier ones with their keys. Index: join_note_pkey. */
const deleteUntil = async (client: pg.ClientBase, notes: readonly Note[]): Promise<void> => {
  if (notes.length === 0) return;
  await client.query({
    name: 'delete_surplus_join_notes',
    text: `delete from join_note n using unnest($1::text[], $2::text[], $3::bigint[]) as a(hostname, key, until_ms)
      where n.hostname = a.hostname and n.key = a.key and n.time_ms <= a.until_ms`,
    values: [
      arrayParameter(notes.map(({ hostname }) => hostname)),
      arrayParameter(notes.map(({ key }) => key)),
      arrayParameter(notes.map(({ timeMs }) => timeMs)),
    ],
  });
};

/**
 * Stores notes; one with the same key and time gets the values of both, and is kept for longer. The caller holds the locks of the hosts. Index: join_note_pkey.
 *
 * @param notes without duplicate keys and times.
 */
export const insertNotes = async (client: pg.ClientBase, notes: readonly NewNote[]): Promise<void> => {
  for await (const batch of eachBatch(notes)) {
    await client.query({
      name: 'insert_join_notes',
      text: `insert into join_note as n (hostname, key, time_ms, source, fields, expires_at)
        select hostname, key, time_ms, source, fields, now() + keep_ms * interval '1 millisecond'
        from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::jsonb[], $6::bigint[]) as t(hostname, key, time_ms, source, fields, keep_ms)
        on conflict (hostname, key, time_ms) do update
        set fields = n.fields || excluded.fields, expires_at = greatest(n.expires_at, excluded.expires_at)`,
      values: [
        arrayParameter(batch.map(({ hostname }) => hostname)),
        arrayParameter(batch.map(({ key }) => key)),
        arrayParameter(batch.map(({ timeMs }) => timeMs)),
        arrayParameter(batch.map(({ source }) => source)),
        arrayParameter(batch.map(({ values }) => JSON.stringify(values))),
        arrayParameter(batch.map(({ keepMs }) => keepMs)),
      ],
    });
  }
};

/** Deletes all expired notes, those of each host in a transaction of their own. Index: join_note_pkey. */
export const dropExpiredNotes = async ({ writePool }: Database): Promise<void> => {
  for (let hostname = ''; ;) {
    const next = await withTransaction(writePool, async (client) => dropExpiredOfNext(client, hostname));
    if (next === null) return;
    hostname = next;
  }
};

/** Deletes the expired notes of the host after another one; returns its name, or null if there is none. */
const dropExpiredOfNext = async (client: pg.ClientBase, after: string): Promise<string | null> => {
  const { rows } = await client.query<{ hostname: string | null }>({
    name: 'select_next_host_of_join_notes',
    text: 'select min(hostname) as hostname from join_note where hostname > $1',
    values: [after],
  });
  const hostname = rows[0]?.hostname ?? null;
  if (hostname !== null)
    await client.query({
      name: 'delete_expired_join_notes',
      text: 'delete from join_note where hostname = $1 and expires_at < now()',
      values: [hostname],
    });
  return hostname;
};

/**
 * Deletes the notes about an erased account or host, in the erased range of time and of the logs to which the source belongs. Records
 * whose notes are gone are joined with later ones only. Names are compared as the model folds them. Index: join_note_pkey for a host; otherwise it
 * reads all notes.
 */
export const eraseNotes = async (
  { writePool }: Database,
  { hostname, account, from, until, source }: Erasure,
): Promise<void> =>
  withTransaction(writePool, async (client) => {
    await lockAllHosts(client, 'JOINS');
    await client.query(
      `delete from join_note where ($1::text is null or hostname = $1)
         and ($2::text is null or position(lower(normalize($2)) in lower(normalize(key))) > 0
           or position(lower(normalize(trim('"' from to_json($2)::text))) in lower(normalize(fields::text))) > 0)
         and ($3::timestamptz is null or time_ms >= floor(extract(epoch from $3::timestamptz) * 1000))
         and ($4::timestamptz is null or time_ms <= extract(epoch from $4::timestamptz) * 1000)
         and ($5::text is null or starts_with($5, source || '/') or starts_with(source || '/', $5))`,
      [hostname, account === null ? null : account.userName, from, until, source],
    );
  });
