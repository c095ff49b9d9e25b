/** The height of a row in pixels (also in tables.css). */
export const ROW_HEIGHT = 28;
/** So many rows are drawn beyond what is seen, for a turn back. */
const BEHIND_ROWS = 20;
/** And so many in the direction of scrolling: three turns of the wheel, which the browser may show before the page draws a frame. */
const AHEAD_ROWS = 60;

export type Viewport = {
  readonly top: number;
  readonly height: number;
  /** Whether it was scrolled up last. */
  readonly isUp: boolean;
};

/** The rows `[first, end)` of `count` that are drawn for what is seen. */
export const visibleRows = (
  { top, height, isUp }: Viewport,
  count: number,
): { readonly first: number; readonly end: number } => {
  const [above, below] = isUp ? [AHEAD_ROWS, BEHIND_ROWS] : [BEHIND_ROWS, AHEAD_ROWS];
  const end = Math.min(count, Math.ceil((top + height) / ROW_HEIGHT) + below);
  return { first: Math.max(0, Math.min(end, Math.floor(top / ROW_HEIGHT) - above)), end };
};
