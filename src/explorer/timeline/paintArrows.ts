import type { Paper } from '../picture/paper.ts';
import type { Range } from '../state/times.ts';
import type { Inks } from './inks.ts';
import { toX } from './scale.ts';

/** An arrow between rows at a time: from a session to one that was started from it. Without `fromRow` it comes from outside of the picture. */
export type Arrow = { readonly at: number; readonly fromRow: number | null; readonly toRow: number };

type ArrowScene = {
  readonly arrows: readonly Arrow[];
  readonly shown: Range;
  readonly width: number;
  readonly height: number;
  readonly scrolled: number;
};

/** The half width of an arrow's head, and the length of an arrow from outside. */
const HEAD = 5;
const FROM_OUTSIDE = 26;

/** Paints arrows that are in sight, with a border, so that they are visible on any bar. */
export const paintArrows = (
  context: Paper,
  inks: Inks,
  { scene, rowHeight }: { readonly scene: ArrowScene; readonly rowHeight: number },
): void => {
  for (const { at, fromRow, toRow } of scene.arrows) {
    if (at < scene.shown.from || at >= scene.shown.until) continue;
    const x = toX(at, scene.shown, scene.width);
    const yOf = (row: number): number => (row + 0.5) * rowHeight - scene.scrolled;
    const end = { x, y: yOf(toRow) };
    // In one row, as from a host to itself, there is nothing to connect.
    if (fromRow === toRow) continue;
    const start = fromRow === null ? { x: x - FROM_OUTSIDE, y: end.y } : { x, y: yOf(fromRow) };
    for (const [ink, thickness] of [
      [inks.surface, 6],
      [inks.text, 2.5],
    ] as const)
      paintArrow(context, { start, end, ink, thickness });
  }
};

type Point = { readonly x: number; readonly y: number };
type Stroke = {
  readonly start: Point;
  readonly end: Point;
  readonly ink: string;
  readonly thickness: number;
};

const paintArrow = (context: Paper, { start, end, ink, thickness }: Stroke): void => {
  const [dx, dy] = [Math.sign(end.x - start.x), Math.sign(end.y - start.y)];
  context.strokeStyle = ink;
  context.lineWidth = thickness;
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.lineTo(end.x, end.y);
  // The head points down, up or to the right.
  context.moveTo(end.x - HEAD * (dx + dy), end.y - HEAD * (dx + dy));
  context.lineTo(end.x, end.y);
  context.lineTo(end.x - HEAD * (dx - dy), end.y - HEAD * (dy - dx));
  context.stroke();
};
