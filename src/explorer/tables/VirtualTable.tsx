import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { Rows } from '../api/useRows.ts';
import { escapeText } from '../parts/escapeText.ts';
import { LogText } from '../parts/LogText.tsx';
import { SessionLink } from '../parts/SessionLink.tsx';
import { formatText } from '../state/times.ts';
import { getCell } from './columns.ts';
import type { TableColumn, TableRow } from './columns.ts';
import { moveCell } from './moveCell.ts';
import type { CellPlace } from './moveCell.ts';
import { ROW_HEIGHT, visibleRows } from './visibleRows.ts';
import type { Viewport } from './visibleRows.ts';

type VirtualTableProps = {
  readonly label: string;
  readonly columns: readonly TableColumn[];
  readonly rows: Rows<TableRow>;
  readonly zone: string;
  /** Called when a cell is chosen: to see only rows with its value, or only others. */
  readonly onCell: (row: TableRow, column: TableColumn, isExcluded: boolean) => void;
};

/** So many rows are loaded beyond what is seen. */
const AHEAD_ROWS = 700;
/** The widths of a column with times, and of others at least, in pixels. */
const TIME_WIDTH = 175;
const LEAST_WIDTH = 110;

/** A table that draws only the rows that are seen, and loads more while it is scrolled. */
export const VirtualTable = ({ label, columns, rows, zone, onCell }: VirtualTableProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const [viewport, setViewport] = useState<Viewport>({ top: 0, height: 600, isUp: false });
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 });
  const measure = (): void => {
    if (frame.current === null) return;
    const { scrollTop: top, clientHeight: height } = frame.current;
    setViewport((last) => ({ top, height, isUp: top === last.top ? last.isUp : top < last.top }));
  };
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    if (frame.current !== null) observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  const { first, end } = visibleRows(viewport, rows.count);
  useEffect(() => rows.require(end + AHEAD_ROWS), [end, rows.count]);
  const choose = ({ row, column }: CellPlace, isExcluded: boolean): void => {
    const [found, chosen] = [rows.rows[row], columns[column]];
    if (found !== undefined && chosen?.filter !== undefined) onCell(found, chosen, isExcluded);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pageRows = Math.floor(viewport.height / ROW_HEIGHT) - 2;
    const moved = moveCell(active, event.key, { rows: rows.count, columns: columns.length, pageRows });
    if (moved !== null) {
      setActive(moved);
      if (frame.current !== null) showRow(frame.current, moved.row);
    } else if (event.key === 'Enter' || event.key === 'Delete') choose(active, event.key === 'Delete');
    else return;
    event.preventDefault();
  };
  return (
    <div class="rows" ref={frame} onScroll={measure}>
      <table
        role="grid"
        aria-label={label}
        aria-rowcount={rows.isComplete ? rows.count + 1 : -1}
        aria-activedescendant={rows.count === 0 ? undefined : idOf(active)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        style={{
          minWidth: `${columns.reduce((sum, column) => sum + (widthOf(column) ?? LEAST_WIDTH), LEAST_WIDTH)}px`,
        }}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.name} scope="col" style={{ width: toPixels(widthOf(column)) }}>
                {column.title}
              </th>
            ))}
            <th scope="col">Session</th>
          </tr>
        </thead>
        <tbody>
          <Spacer rows={first} columns={columns.length + 1} />
          {rows.rows.slice(first, end).map((row, index) => (
            <tr key={row.id} aria-rowindex={first + index + 2}>
              {columns.map((column, at) => {
                const place = { row: first + index, column: at };
                const isActive = place.row === active.row && at === active.column;
                return (
                  <td
                    key={column.name}
                    id={idOf(place)}
                    role="gridcell"
                    class={`${column.filter === undefined ? '' : 'filterable'}${isActive ? ' active' : ''}`}
                    onClick={(event) => {
                      // Who marks text does not filter.
                      if (getSelection()?.isCollapsed === false) return;
                      setActive(place);
                      choose(place, event.altKey);
                    }}
                  >
                    <Cell value={getCell(row, column)} isTime={column.isTime === true} zone={zone} />
                  </td>
                );
              })}
              <td role="gridcell">
                <RowSession row={row} />
              </td>
            </tr>
          ))}
          <Spacer rows={rows.count - end} columns={columns.length + 1} />
        </tbody>
      </table>
    </div>
  );
};

/** The width of a column; null when it shares the space that is left. */
const widthOf = ({ isTime }: TableColumn): number | null => (isTime === true ? TIME_WIDTH : null);

const toPixels = (width: number | null): string => (width === null ? 'auto' : `${width}px`);

const idOf = ({ row, column }: CellPlace): string => `cell-${row}-${column}`;

/** Scrolls just so far that a row is seen below the head. */
const showRow = (frame: HTMLElement, row: number): void => {
  const [top, bottom] = [row * ROW_HEIGHT, (row + 2) * ROW_HEIGHT];
  if (top < frame.scrollTop) frame.scrollTop = top;
  else if (bottom > frame.scrollTop + frame.clientHeight) frame.scrollTop = bottom - frame.clientHeight;
};

/** Stands for the rows that are not drawn. */
const Spacer = ({ rows, columns }: { readonly rows: number; readonly columns: number }) =>
  rows === 0 ? null : (
    <tr class="spacer" aria-hidden="true" style={{ height: `${rows * ROW_HEIGHT}px` }}>
      <td colSpan={columns} />
    </tr>
  );

type CellProps = { readonly value: unknown; readonly isTime: boolean; readonly zone: string };

const Cell = ({ value, isTime, zone }: CellProps) => {
  if (value === null || value === undefined) return <span class="muted">–</span>;
  if (typeof value === 'boolean') return <>{value ? 'yes' : 'no'}</>;
  if (typeof value === 'number') return <>{value}</>;
  if (typeof value !== 'string') return <LogText text={Array.isArray(value) ? value.join(', ') : ''} />;
  return isTime ? <span title={escapeText(value)}>{formatText(value, zone)}</span> : <LogText text={value} />;
};

const RowSession = ({ row }: { readonly row: TableRow }) => {
  const id = 'session' in row ? row.session?.id : row.id;
  return id === undefined ? <span class="muted">–</span> : <SessionLink id={id} />;
};
