import { askServer, QuestionError } from '../api/askServer.ts';
import type { Connection } from '../api/usePages.ts';
import { MOST_ROWS } from '../api/useRows.ts';
import type { Answer } from '../api/askServer.ts';
import type { TableColumn, TableRow } from './columns.ts';
import type { FileFormat } from './formatRows.ts';
import { countAll, failureOf, pickList } from './tableSource.ts';
import type { RowLists, TableSource } from './tableSource.ts';

type FileRequest = {
  readonly source: TableSource;
  readonly columns: readonly TableColumn[];
  readonly filter: object;
  readonly format: FileFormat;
};

type FileOutcome =
  | { readonly kind: 'FILE'; readonly file: Blob; readonly count: number }
  | { readonly kind: 'TOO_MANY'; readonly total: number };

type Progress = {
  readonly signal: AbortSignal;
  readonly onProgress: (count: number, total: number) => void;
};

/** The API's largest page. */
const PAGE_ROWS = 1000;

/** Reads all rows that match into a file, oldest first, unless there are more than MOST_ROWS. Throws QuestionError. */
export const readFile = async (
  { source, columns, filter, format }: FileRequest,
  { signal, onProgress }: Progress,
): Promise<FileOutcome> => {
  const total = await countAll(source, filter, signal);
  if (total > MOST_ROWS) return { kind: 'TOO_MANY', total };
  const parts: string[] = [format.head(columns)];
  let count = 0;
  let after: string | null = null;
  for (;;) {
    const answer: Answer<RowLists> = await askServer(source.rows, {
      variables: { filter, order: source.orders.oldest, first: PAGE_ROWS, after },
      signal,
    });
    const page: Connection<TableRow> | null = pickList(answer.data);
    // A file without its last rows would look complete.
    if (page === null) throw new QuestionError(failureOf(answer.problems));
    for (const row of page.nodes) parts.push(format.formatRow(row, columns));
    count += page.nodes.length;
    onProgress(count, total);
    // Rows that arrive meanwhile do not make the file endless.
    if (!page.pageInfo.hasNextPage || count >= MOST_ROWS) break;
    after = page.pageInfo.endCursor;
  }
  return { kind: 'FILE', file: new Blob(parts, { type: format.mediaType }), count };
};
