import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { OsqueryRow } from '../schemas/osquerySensor.ts';
import type { Inner, Wrapper } from './wrapper.ts';

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
