/** The height of a row in pixels (also in tables.css). */
export const ROW_HEIGHT = 28;
/** So many rows are drawn beyond what is seen, so that a turn of the wheel shows no blank. */
const EXTRA_ROWS = 20;

export type Viewport = { readonly top: number; readonly height: number };

/** The rows `[first, end)` of `count` that are drawn for what is seen. */
export const visibleRows = (
  { top, height }: Viewport,
  count: number,
): { readonly first: number; readonly end: number } => {
  const end = Math.min(count, Math.ceil((top + height) / ROW_HEIGHT) + EXTRA_ROWS);
  return { first: Math.max(0, Math.min(end, Math.floor(top / ROW_HEIGHT) - EXTRA_ROWS)), end };
};
