import { sql } from 'drizzle-orm';

import type { AuditEntry } from '../../model/audit/auditEntry.ts';

import { listNames, toArrays, unnestColumns } from '../columnArrays.ts';
import type { Column } from '../columnArrays.ts';
import { joinList, nameOf, toStatement, literal } from '../statement.ts';
import { withConnection } from '../withConnection.ts';
import type { Database } from '../client.ts';

const COLUMNS: readonly Column<AuditEntry>[] = [
  ['id', 'uuid', ({ uuid }) => uuid],
  ['time', 'timestamptz', ({ time }) => time],
  ['caller_kind', 'text', ({ callerKind }) => callerKind],
  ['caller_name', 'text', ({ callerName }) => callerName],
  ['key_id', 'text', ({ keyId }) => keyId],
  ['address', 'inet', ({ address }) => address],
  ['request_id', 'text', ({ requestId }) => requestId],
  ['operation_type', 'text', ({ operationType }) => operationType],
  ['operation_name', 'text', ({ operationName }) => operationName],
  // As text with spaces between, which no name contains: unnest would flatten an array of arrays.
  ['root_fields', 'text', ({ rootFields }) => rootFields.join(' ')],
  ['document_hash', 'text', ({ documentHash }) => documentHash],
  ['variables_hash', 'text', ({ variablesHash }) => variablesHash],
  ['outcome', 'text', ({ outcome }) => outcome],
  ['error_codes', 'text', ({ errorCodes }) => errorCodes.join(' ')],
  ['rows', 'bigint', ({ rows }) => rows],
  ['cost', 'bigint', ({ cost }) => cost],
  ['duration_ms', 'double precision', ({ durationMs }) => durationMs],
  ['accepted', 'integer', ({ accepted }) => accepted],
  ['duplicates', 'integer', ({ duplicates }) => duplicates],
  ['rejected', 'integer', ({ rejected }) => rejected],
];

const LISTS = new Set(['root_fields', 'error_codes']);
const SELECTED = COLUMNS.map(([name]) =>
  LISTS.has(name) ? sql`string_to_array(${nameOf(name)}, ' ')` : nameOf(name),
);
const { text } = toStatement(sql`insert into audit_entry (${listNames(COLUMNS)})
  select ${joinList(SELECTED)} from ${unnestColumns(COLUMNS)} on conflict do nothing`);

/** Inserts entries in one statement. Skips entries that exist already because the response to their commit was lost. Index: audit_entry_pkey. */
export const insertAuditEntries = async (
  { writePool, writeDeadlineMs }: Database,
  entries: readonly AuditEntry[],
): Promise<void> => {
  await withConnection(writePool, writeDeadlineMs, async ({ client }) =>
    client.query({
      name: 'insert_audit_entries',
      text,
      values: toArrays(COLUMNS, entries),
    }),
  );
};

/** Reads the secret of the hashes, which is the same for all servers of the database. Index: database_secret_pkey. */
export const getAuditSecret = async ({ writePool, writeDeadlineMs }: Database): Promise<string> =>
  withConnection(writePool, writeDeadlineMs, async ({ client }) => {
    const { rows } = await client.query<{ value: string }>(
      `select value from database_secret where name = 'AUDIT_SECRET'`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The database has no AUDIT_SECRET.');
    return row.value;
  });

const BATCH = 5000;

/** Deletes the entries before a time, in batches so that nothing waits for long. Returns their number. Index: audit_entry_pkey. */
export const deleteAuditEntries = async ({ writePool }: Database, expiry: string): Promise<number> => {
  let deleted = 0;
  for (;;) {
    const { rowCount } = await writePool.query(
      toStatement(sql`delete from audit_entry where (time, id) in (
        select time, id from audit_entry where time < ${expiry}::timestamptz order by time, id limit ${literal(BATCH)})`),
    );
    deleted += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return deleted;
  }
};
