import type { ComponentChild } from 'preact';
import { useMemo, useRef } from 'preact/hooks';

import { formatNumber } from './formatCount.ts';

/** A column: its title and the cell of a row. */
export type Column<Row> = {
  readonly title: string;
  /** What the column has, for those who want to know more. */
  readonly about?: string;
  readonly cell: (row: Row) => ComponentChild;
  readonly isNumber?: boolean;
  /** Times stay in one line. */
  readonly isTime?: boolean;
};

type DataTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The table shows at most this many rows; it says so when there are more. */
  readonly most?: number;
};

/** Rows of a table that names no other limit. */
export const MOST_ROWS = 500;

/** A plain table, also for screen readers beside a picture. Rows that are the same as before are not rendered again, if the columns are, too. */
export const DataTable = <Row,>({ caption, columns, rows, keyOf, most = MOST_ROWS }: DataTableProps<Row>) => {
  const shown = useSameList(rows.slice(0, most));
  // While the pages of a long list arrive only the caption changes, and 500 rows take longer than a frame.
  const body = useMemo(
    () => (
      <tbody>
        {shown.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell, isNumber, isTime }) => (
              <td key={title} class={isNumber === true ? 'number' : isTime === true ? 'time' : ''}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    ),
    [columns, shown],
  );
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>
          {caption}
          {rows.length > most && ` (the first ${most} of ${formatNumber(rows.length)} that were read)`}
        </caption>
        <thead>
          <tr>
            {columns.map(({ title, about, isNumber }) => (
              <th key={title} scope="col" title={about} class={isNumber === true ? 'number' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {body}
      </table>
      {rows.length === 0 && <p class="muted empty">None.</p>}
    </div>
  );
};

/** The last list, if the new one has the same items. */
const useSameList = <Item,>(list: readonly Item[]): readonly Item[] => {
  const last = useRef(list);
  const isSame =
    list.length === last.current.length && list.every((item, index) => item === last.current[index]);
  if (!isSame) last.current = list;
  return last.current;
};
