/** A cell by its row and column, both from 0. */
export type CellPlace = { readonly row: number; readonly column: number };

type Grid = {
  readonly rows: number;
  readonly columns: number;
  /** The rows of a screen. */
  readonly pageRows: number;
};

/** The cell to which a key moves, within the grid; null for other keys. */
export const moveCell = (
  { row, column }: CellPlace,
  key: string,
  { rows, columns, pageRows }: Grid,
): CellPlace | null => {
  const moves: Readonly<Record<string, CellPlace>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + pageRows, column },
    PageUp: { row: row - pageRows, column },
    Home: { row: 0, column },
    End: { row: rows - 1, column },
  };
  const moved = moves[key];
  if (moved === undefined) return null;
  return { row: clamp(moved.row, rows), column: clamp(moved.column, columns) };
};

const clamp = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));
