import { asFields } from '../fields.ts';
import type { Inner, Wrapper } from './wrapper.ts';

/** Lists of records in one object: exports of Microsoft's services, and answers of APIs. */
export const RESULT_LISTS: readonly Wrapper[] = [
  {
    name: 'OCSF, a list of events',
    of: 'OBJECT',
    marks: ['events'],
    open: ({ events }) =>
      Array.isArray(events) && events.every((event) => Object.hasOwn(asFields(event), 'class_uid'))
        ? listOf(events)
        : null,
  },
  // Exports to an event hub or to storage: https://learn.microsoft.com/azure/azure-monitor/logs/logs-data-export
  { name: 'Azure, records', of: 'OBJECT', marks: ['records'], open: ({ records }) => listOf(records) },
  // https://learn.microsoft.com/defender-xdr/streaming-api-event-hub
  {
    name: 'Defender, a streamed row',
    of: 'OBJECT',
    marks: ['category', 'properties'],
    open: ({ category, properties }) =>
      typeof category === 'string' && typeof properties === 'object' && properties !== null
        ? [{ value: properties }]
        : null,
  },
  // https://learn.microsoft.com/defender-xdr/api-advanced-hunting
  {
    name: 'Defender, the answer of a query',
    of: 'OBJECT',
    marks: ['Results'],
    open: ({ Results }) => listOf(Results),
  },
  // Microsoft Graph and Splunk
  { name: 'the answer of a query', of: 'OBJECT', marks: ['results'], open: ({ results }) => listOf(results) },
  // https://go2docs.graylog.org: the answer of a search, and each message in it
  {
    name: 'Graylog, the answer of a search',
    of: 'OBJECT',
    marks: ['messages'],
    open: ({ messages }) => listOf(messages),
  },
  {
    name: 'Graylog, a message that was found',
    of: 'OBJECT',
    marks: ['message', 'index'],
    open: ({ message }) => (Object.hasOwn(asFields(message), 'timestamp') ? [{ value: message }] : null),
  },
  {
    // Graylog leaves the program and the process in the message of RFC 3164.
    name: 'Graylog, a message with its tag',
    of: 'OBJECT',
    marks: ['source', 'message', 'timestamp'],
    open: ({ message, application_name: given, ...others }) => {
      const [, program, pid, text] = typeof message === 'string' ? (TAGGED.exec(message) ?? []) : [];
      // In other records the source is not the host, which they name.
      const isOther =
        given !== undefined || Object.hasOwn(others, 'host') || Object.hasOwn(others, 'hostname');
      return isOther || text === undefined
        ? null
        : [{ value: { ...others, application_name: program, process_id: pid, message: text } }];
    },
  },
  // https://learn.microsoft.com/azure/azure-monitor/logs/api/response-format
  {
    name: 'Log Analytics, the answer of a query',
    of: 'OBJECT',
    marks: ['tables'],
    open: ({ tables }) => {
      if (!Array.isArray(tables)) return null;
      const opened = tables.map(openTable);
      return opened.includes(null)
        ? { reason: 'a table of Log Analytics whose rows do not have a value for each column' }
        : opened.flatMap((rows) => rows ?? []);
    },
  },
  // Elasticsearch's SQL and ES|QL: https://www.elastic.co/docs/reference/query-languages/esql/esql-rest
  ...['rows', 'values'].map((mark): Wrapper => ({
    name: `Elasticsearch, ${mark} of a query`,
    of: 'OBJECT',
    marks: ['columns', mark],
    open: ({ columns, [mark]: rows }) =>
      Array.isArray(columns) && Array.isArray(rows)
        ? (openTable({ columns, rows }) ?? { reason: 'rows that do not have a value for each column' })
        : null,
  })),
  // https://github.com/WithSecureLabs/chainsaw: the records that its rules found
  {
    name: 'Chainsaw, a detection',
    of: 'OBJECT',
    marks: ['document', 'group'],
    open: ({ document }) => {
      const { data } = asFields(document);
      return typeof data === 'object' && data !== null ? [{ value: data }] : null;
    },
  },
  {
    name: 'Chainsaw, a detection of several records',
    of: 'OBJECT',
    marks: ['documents', 'group'],
    open: ({ documents }) =>
      Array.isArray(documents)
        ? documents.map((document: unknown) => ({ value: asFields(document)['data'] }))
        : null,
  },
  // https://github.com/Yamato-Security/hayabusa
  {
    name: 'Hayabusa, a row of a timeline',
    of: 'OBJECT',
    marks: ['RuleTitle', 'Timestamp'],
    open: () => ({
      reason: 'a row of a timeline of Hayabusa, not a record; import the EVTX files that it read',
    }),
  },
  // https://github.com/Velocidex/velociraptor: artifacts/definitions/Linux
  {
    name: 'Velociraptor, a row of SSHLogin',
    of: 'OBJECT',
    marks: ['AttemptedUser', 'Result'],
    open: () => ({
      reason:
        "a row of Velociraptor's SSHLogin, which has neither the host nor the year; import the file in its OSPath",
    }),
  },
  {
    name: 'Velociraptor, a row of LastUserLogin',
    of: 'OBJECT',
    marks: ['login_time', 'logout_time'],
    open: () => ({
      reason:
        "a row of Velociraptor's LastUserLogin, which does not have the host; import the wtmp file that it read",
    }),
  },
];

/** `sshd[712]: Accepted …` */
const TAGGED = /^([\w./-]{1,64})\[(\d{1,10})\]: (.*)$/s;

const listOf = (list: unknown): readonly Inner[] | null =>
  Array.isArray(list) ? list.map((value: unknown) => ({ value })) : null;

/** Names the values of rows by the columns of their table; null if a row has more or fewer values. */
const openTable = (table: unknown): readonly Inner[] | null => {
  const { columns, rows } = asFields(table);
  if (!Array.isArray(columns) || !Array.isArray(rows)) return null;
  const names = columns.map((column: unknown) => String(asFields(column)['name']));
  if (!rows.every((row) => Array.isArray(row) && row.length === names.length)) return null;
  return rows.map((row: readonly unknown[]) => ({
    value: Object.fromEntries(names.map((name, index) => [name, row[index]])),
  }));
};
