import type { EventRowFragment, SessionRowFragment } from '../api/documents.ts';
import type { FormTexts } from '../hunts/arguments.ts';
import { ACTIONS, END_REASONS, LOGIN_TYPES, START_REASONS, TRUTHS } from './valueNames.ts';
import type { ValueNames } from './valueNames.ts';

/** How the API compares a field: by equality of texts, addresses, login ids, ports or truth, or with one of several names. */
export type FilterKind = 'TEXT' | 'ADDRESS' | 'LOGIN_ID' | 'PORT' | 'BOOLEAN' | 'NAMES';

/** A column of a table of events or sessions. */
export type TableColumn = {
  /** The name of the field, in the URL and in exports. */
  readonly name: string;
  readonly title: string;
  readonly isTime?: boolean;
  /** Whether it is shown before columns are chosen. */
  readonly isShown?: boolean;
  /** The field of the filter, if its name differs. */
  readonly filterName?: string;
  /** Absent: the API cannot filter by the field. */
  readonly filter?: FilterKind;
  /** The values that it can have, if they are few. */
  readonly values?: ValueNames;
};

export type TableRow = EventRowFragment | SessionRowFragment;

export const EVENT_COLUMNS: readonly TableColumn[] = [
  { name: 'time', title: 'Time', isTime: true, isShown: true },
  { name: 'action', title: 'Action', filter: 'NAMES', values: ACTIONS, isShown: true },
  { name: 'hostname', title: 'Host', filter: 'TEXT', isShown: true },
  { name: 'user', title: 'User', filter: 'TEXT', isShown: true },
  { name: 'loginType', title: 'Type', filter: 'NAMES', values: LOGIN_TYPES, isShown: true },
  { name: 'loginSuccessful', title: 'Successful', filter: 'BOOLEAN', values: TRUTHS, isShown: true },
  { name: 'srcIp', title: 'Source', filter: 'ADDRESS', isShown: true },
  { name: 'loginId', title: 'Login id', filter: 'LOGIN_ID', isShown: true },
  { name: 'userDomain', title: 'Domain', filter: 'TEXT' },
  { name: 'uid', title: 'User id', filter: 'TEXT' },
  { name: 'srcPort', title: 'Source port', filter: 'PORT' },
  { name: 'srcHostname', title: 'Client name', filter: 'TEXT' },
  { name: 'destIp', title: 'Destination', filter: 'ADDRESS' },
  { name: 'destPort', title: 'Destination port', filter: 'PORT' },
  { name: 'linkedLoginId', title: 'Linked login id' },
  { name: 'sourceId', title: 'Source id', filter: 'TEXT' },
  { name: 'ingestedAt', title: 'Stored', isTime: true },
];

export const SESSION_COLUMNS: readonly TableColumn[] = [
  { name: 'startedAt', title: 'Start', isTime: true, isShown: true },
  { name: 'endedAt', title: 'End', isTime: true, isShown: true },
  { name: 'hostname', title: 'Host', filter: 'TEXT', isShown: true },
  { name: 'user', title: 'User', filter: 'TEXT', isShown: true },
  { name: 'loginType', title: 'Type', filter: 'NAMES', values: LOGIN_TYPES, isShown: true },
  { name: 'srcIps', title: 'Sources', filter: 'ADDRESS', filterName: 'srcIp', isShown: true },
  { name: 'endReason', title: 'How it ended', filter: 'NAMES', values: END_REASONS, isShown: true },
  { name: 'endedAfter', title: 'Proven until', isTime: true, isShown: true },
  { name: 'loginId', title: 'Login id', filter: 'LOGIN_ID', isShown: true },
  { name: 'startReason', title: 'How it began', filter: 'NAMES', values: START_REASONS },
  { name: 'userDomain', title: 'Domain', filter: 'TEXT' },
  { name: 'uid', title: 'User id', filter: 'TEXT' },
  { name: 'durationSeconds', title: 'Seconds' },
  { name: 'lockCount', title: 'Locks' },
  { name: 'unlockCount', title: 'Unlocks' },
  { name: 'reconnectCount', title: 'Reconnects' },
];

/** The value of a column; undefined where an action has no such field. */
export const getCell = (row: TableRow, { name }: TableColumn): unknown =>
  (row as Readonly<Record<string, unknown>>)[name];

/** The name of the form's field that has the columns, and of the one that has the order. */
export const COLUMNS_FIELD = 'columns';
export const ORDER_FIELD = 'order';

/** The chosen columns in the order of the table. */
export const chooseColumns = (all: readonly TableColumn[], form: FormTexts): readonly TableColumn[] => {
  const names = form[COLUMNS_FIELD]?.split(',');
  const chosen = all.filter(({ name, isShown }) => names?.includes(name) ?? isShown === true);
  return chosen.length === 0 ? all.filter(({ isShown }) => isShown === true) : chosen;
};
