import type { AuditEntry } from '../../model/audit/auditEntry.ts';

import { arrayParameter } from '../arrayParameter.ts';
import type { Database } from '../client.ts';
import { withConnection } from '../withConnection.ts';

const COLUMNS: readonly (readonly [name: string, type: string, of: (entry: AuditEntry) => Value])[] = [
  ['id', 'uuid', ({ uuid }) => uuid],
  ['time', 'timestamptz', ({ time }) => time],
  ['caller_kind', 'text', ({ callerKind }) => callerKind],
  ['caller_name', 'text', ({ callerName }) => callerName],
  ['key_id', 'text', ({ keyId }) => keyId],
  ['address', 'inet', ({ address }) => address],
  ['request_id', 'text', ({ requestId }) => requestId],
  ['operation_type', 'text', ({ operationType }) => operationType],
  ['operation_name', 'text', ({ operationName }) => operationName],
  // Names have no spaces; an array of arrays would not come apart by rows.
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

type Value = string | number | null;

const LISTS = new Set(['root_fields', 'error_codes']);
const NAMES = COLUMNS.map(([name]) => name).join(', ');
const SELECTED = COLUMNS.map(([name]) => (LISTS.has(name) ? `string_to_array(${name}, ' ')` : name)).join(
  ', ',
);
const ARRAYS = COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');

/** Inserts entries in one statement; what is there already, because its commit was not heard of, stays. Index: audit_entry_pkey. */
export const insertAuditEntries = async (
  { writePool, writeDeadlineMs }: Database,
  entries: readonly AuditEntry[],
): Promise<void> => {
  await withConnection(writePool, writeDeadlineMs, async ({ client }) =>
    client.query({
      name: 'insert_audit_entries',
      text: `insert into audit_entry (${NAMES}) select ${SELECTED} from unnest(${ARRAYS}) as x(${NAMES})
        on conflict do nothing`,
      values: COLUMNS.map(([, , of]) => arrayParameter(entries.map(of))),
    }),
  );
};

/** The secret that hashes are made with, the same for all servers of the database. Index: database_secret_pkey. */
export const getAuditSecret = async ({ writePool, writeDeadlineMs }: Database): Promise<string> =>
  withConnection(writePool, writeDeadlineMs, async ({ client }) => {
    const { rows } = await client.query<{ value: string }>(
      `select value from database_secret where name = 'AUDIT_SECRET'`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The secret of the audit is not there.');
    return row.value;
  });
