import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { OsqueryRow } from '../schemas/osquerySensor.ts';
import type { Inner, Wrapper } from './wrapper.ts';

/** The columns of rows that osqueryi and other callers return without the query and the host. */
const COLUMNS = [
  { table: 'last', marks: ['username', 'tty', 'pid', 'type', 'time', 'host'] },
  { table: 'logged_in_users', marks: ['user', 'tty', 'host', 'time', 'pid', 'type'] },
  { table: 'logon_sessions', marks: ['logon_id', 'logon_time', 'logon_type', 'user'] },
] as const;

/**
 * The results log of osquery: a row that was added or removed, the rows of a snapshot, or both lists of a batch.
 * https://osquery.readthedocs.io/en/stable/deployment/logging/#logging-results
 */
export const OSQUERY: readonly Wrapper[] = [
  {
    name: 'osquery, a row',
    of: 'OBJECT',
    marks: ['columns', 'action', 'unixTime'],
    open: (result) => {
      const { action, columns } = result;
      return action === 'added' || action === 'removed' || action === 'snapshot'
        ? [openRow(result, action, columns)]
        : null;
    },
  },
  {
    name: 'osquery, a snapshot',
    of: 'OBJECT',
    marks: ['snapshot', 'unixTime'],
    open: (result) => openRows(result, 'snapshot', result['snapshot']),
  },
  {
    name: 'osquery, a batch',
    of: 'OBJECT',
    marks: ['diffResults', 'unixTime'],
    open: (result) => {
      const { added, removed } = asFields(result['diffResults']);
      return [...openRows(result, 'added', added), ...openRows(result, 'removed', removed)];
    },
  },
  {
    // What the plugin tls sends, and Fleet and others keep.
    name: 'osquery, a request of the logger',
    of: 'OBJECT',
    marks: ['data', 'log_type'],
    open: ({ data, log_type: type }) => {
      if (!Array.isArray(data)) return null;
      if (type === 'result') return data.map((value: unknown) => ({ value }));
      // Messages of osquery about itself.
      return type === 'status' ? [] : null;
    },
  },
  {
    // https://www.elastic.co/docs/reference/integrations/osquery
    name: "Elastic's integration of osquery",
    of: 'OBJECT',
    marks: ['osquery', '@timestamp'],
    open: ({ osquery }) => {
      const { result } = asFields(osquery);
      const {
        columns,
        action,
        unix_time: unixTime,
        host_identifier: hostIdentifier,
        decorations,
      } = asFields(result);
      return columns === undefined
        ? null
        : [{ value: { columns, action, unixTime, hostIdentifier, decorations } }];
    },
  },
  ...COLUMNS.map(({ table, marks }): Wrapper => ({
    name: `osquery, a row of ${table} alone`,
    of: 'OBJECT',
    marks,
    open: (columns) => [openRow({}, 'snapshot', columns)],
  })),
];

type Action = OsqueryRow['osquery']['action'];

const openRows = (result: Fields, action: Action, rows: unknown): readonly Inner[] =>
  Array.isArray(rows) ? rows.map((columns: unknown) => openRow(result, action, columns)) : [];

const openRow = (result: Fields, action: Action, columns: unknown): Inner => {
  const value: OsqueryRow = { osquery: { action, columns: asFields(columns), unixTime: result['unixTime'] } };
  return { value, known: { hostname: findHost(result) } };
};

/** The identifier is the host name, unless osquery is told to take a UUID. */
const findHost = (result: Fields): string | undefined => {
  const decorations = asFields(result['decorations']);
  const names = [decorations['hostname'], decorations['computer_name'], result['hostIdentifier']];
  return names.find((name) => typeof name === 'string' && name !== '' && !UUID.test(name)) as
    string | undefined;
};

const UUID = /^[\dA-F]{8}-(?:[\dA-F]{4}-){3}[\dA-F]{12}$/i;
