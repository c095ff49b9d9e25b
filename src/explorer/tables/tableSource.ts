import { askServer, QuestionError } from '../api/askServer.ts';
import type { Failure, Problem } from '../api/askServer.ts';
import { EventRows, EventTotal, SessionRows, SessionTotal } from '../api/documents.ts';
import type { TypedDocumentString } from '../api/documents.ts';
import type { Connection } from '../api/usePages.ts';
import { EVENT_COLUMNS, SESSION_COLUMNS } from './columns.ts';
import type { TableColumn, TableRow } from './columns.ts';

type Total = { readonly value: number; readonly relation: 'EQUAL' | 'AT_LEAST' };
/** What the API answers: one of the lists. */
type Lists<List> = { readonly sessionEvents?: List | null; readonly sessions?: List | null };
export type RowLists = Lists<Connection<TableRow>>;
type RowsVariables = {
  readonly filter: object;
  readonly order: string;
  readonly first: number;
  readonly after?: string | null | undefined;
};
type TotalVariables = { readonly filter: object; readonly mode: 'CAPPED' | 'EXACT' };

/** A list of the API that is shown as a table. */
export type TableSource = {
  readonly list: 'events' | 'sessions';
  readonly columns: readonly TableColumn[];
  /** The field of the filter that has the range. */
  readonly timeField: string;
  readonly rows: TypedDocumentString<RowLists, RowsVariables>;
  readonly total: TypedDocumentString<Lists<{ readonly totalCount: Total }>, TotalVariables>;
  readonly orders: { readonly oldest: string; readonly newest: string };
};

export const EVENTS: TableSource = {
  list: 'events',
  columns: EVENT_COLUMNS,
  timeField: 'time',
  // The types of the variables name the filter and the order of each list.
  rows: EventRows as unknown as TableSource['rows'],
  total: EventTotal,
  orders: { oldest: 'OLDEST_FIRST', newest: 'NEWEST_FIRST' },
};

export const SESSIONS: TableSource = {
  list: 'sessions',
  columns: SESSION_COLUMNS,
  timeField: 'startedAt',
  rows: SessionRows as unknown as TableSource['rows'],
  total: SessionTotal,
  orders: { oldest: 'ASCENDING', newest: 'DESCENDING' },
};

/** The list of an answer. */
export const pickList = <List>({ sessionEvents, sessions }: Lists<List>): List | null =>
  sessionEvents ?? sessions ?? null;

/** Counts all rows that match exactly. Throws QuestionError. */
export const countAll = async (source: TableSource, filter: object, signal: AbortSignal): Promise<number> => {
  const { data, problems } = await askServer(source.total, { variables: { filter, mode: 'EXACT' }, signal });
  const list = pickList(data);
  if (list === null) throw new QuestionError(failureOf(problems));
  return list.totalCount.value;
};

/** The failure of a list that was not answered. */
export const failureOf = ([problem]: readonly Problem[]): Failure => ({
  kind: 'FAILED',
  message: problem?.message ?? 'The list was not answered.',
  retryAfterSeconds: null,
});
