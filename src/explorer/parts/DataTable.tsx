import type { ComponentChild } from 'preact';

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

/** A plain table, also for screen readers beside a picture. */
export const DataTable = <Row,>({ caption, columns, rows, keyOf, most = MOST_ROWS }: DataTableProps<Row>) => (
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
      <tbody>
        {rows.slice(0, most).map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell, isNumber, isTime }) => (
              <td key={title} class={isNumber === true ? 'number' : isTime === true ? 'time' : ''}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {rows.length === 0 && <p class="muted empty">None.</p>}
  </div>
);
